import process from 'node:process'
import { createRecovery } from '../index.ts'
import { defineStagedWork } from './staged-work.ts'
import { QUICK } from './trial.ts'
import type { VictimPlan } from './victim.ts'

// The program that `victim.ts` starts in order to kill it. It tells its story on stdout, one line an event.

const plan = JSON.parse(process.argv[2] ?? '') as VictimPlan
// It must not outlive whoever started it.
process.stdin.resume().once('close', () => process.exit(1))

const recovery = await createRecovery({ store: `sqlite:${plan.file}`, open: false, defaults: QUICK })
const work = defineStagedWork(recovery, async (stage, operationId) => {
  if (stage !== plan.stopAt) return
  process.stdout.write(`reached ${operationId}\n`)
  await new Promise(() => undefined)
})
await recovery.open()
for (const { id, input } of plan.start) {
  const handle = await work.start(input, { id })
  handle.result().then(
    () => process.stdout.write(`ended ${id}\n`),
    () => undefined,
  )
}
