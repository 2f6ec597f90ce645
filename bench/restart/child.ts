// Opens an engine on the file as a server does, and tells on stdout how that went. Needs --expose-gc.
import { setTimeout as sleep } from 'node:timers/promises'
import { createRecovery } from '../../src/index.ts'
import type { Observed } from './restart.ts'
import { FUNCTION_NAME } from './waiting-file.ts'

const SETTLE_MS = 3000
const MIB = 1024 * 1024

async function observe(file: string, expectsWork: boolean): Promise<Observed> {
  const first = Promise.withResolvers<number>()
  const startedAt = performance.now()
  const recovery = await createRecovery({ store: `sqlite:${file}`, open: false })
  // What has begun stays until the memory was read: it is what waits that is weighed, and not how busy the process is.
  const weighed = Promise.withResolvers<null>()
  recovery.define(FUNCTION_NAME, () => {
    first.resolve(performance.now())
    return weighed.promise
  })
  await recovery.open()
  const readyAt = performance.now()
  const beganAt = expectsWork ? await first.promise : readyAt
  await sleep(SETTLE_MS)
  const settledMiB = await residentMiB()
  const peakMiB = process.resourceUsage().maxRSS / 1024
  weighed.resolve(null)
  await recovery.stop()
  return { openMs: readyAt - startedAt, beginMs: Math.max(0, beganAt - readyAt), settledMiB, peakMiB }
}

/** Resident memory once garbage is gone. */
async function residentMiB(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.()
    await sleep(50)
  }
  return process.memoryUsage.rss() / MIB
}

const [, , database, work] = process.argv
console.log(JSON.stringify(await observe(database as string, work === 'work')))
