import { ended } from '../evidence.ts'
import { expect } from '../expect.ts'
import { fillableStore } from '../fillable-store.ts'
import type { Scenario } from '../scenario.ts'

export const RESOURCE_CONSTRAINT_RECOVERY: Scenario = {
  id: 'resource_constraint_recovery',
  name: 'Resource Constraint Recovery',
  description: "The disk of the engine's own store is full at the moment in which an operation ends, and is freed later.",
  category: 'resource',
  kind: 'end_to_end',
  durationSeconds: 60,
  timeoutSeconds: 60,
  expectedResult: 'The end is kept and written once there is space; the function does not run a second time.',
  async run(trial) {
    const disk = fillableStore(await trial.store())
    const recovery = await trial.engine({ store: disk.store })
    let runs = 0
    const work = recovery.define('finish_on_full_disk', () => {
      runs++
      disk.full = true
      trial.grounds.clock.timer(100, () => {
        disk.full = false
      })
      return 'done'
    })
    const { id } = await work.start(null)
    const { state, result } = await ended(recovery, id)
    expect(disk.refused() > 0, 'The full disk refused nothing: the fault did not reach the store')
    expect(state === 'success' && result === 'done', `With a full disk it ended ${state}`)
    expect(runs === 1, `The function ran ${runs} times`)
  },
}
