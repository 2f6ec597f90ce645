import { NeedsForceError } from '../../operation/errors.ts'
import { ended } from '../evidence.ts'
import { expect } from '../expect.ts'
import { FullDisk } from '../full-disk.ts'
import type { Scenario } from '../scenario.ts'

const CONTENT = 'x'.repeat(100_000)

export const DISK_SPACE_EXHAUSTED: Scenario = {
  id: 'disk_space_exhausted',
  name: 'Disk Space Exhausted',
  description: 'The disk has no space left for the file that an operation writes (ENOSPC), until somebody makes room.',
  category: 'resource',
  kind: 'integration',
  durationSeconds: 60,
  timeoutSeconds: 60,
  expectedResult: 'No automatic retry and a clear error; a manual retry succeeds once there is space.',
  async run(trial) {
    const disk = new FullDisk(trial.file('saved'))
    const recovery = await trial.engine()
    const save = recovery.define('save_file', (content: string) => disk.write(content))
    const { id } = await save.start(CONTENT)
    const failed = await ended(recovery, id)
    expect(failed.state === 'failed', `With a full disk it ended ${failed.state} instead of failed`)
    expect(failed.totalAttempts === 1, `A full disk was tried ${failed.totalAttempts} times; no retry can mend it`)
    expect(failed.error?.category === 'resource', `A full disk was taken for the category ${failed.error?.category}`)
    expect(
      /no space|full/i.test(failed.error.message),
      `The message does not say that there is no space: ${failed.error.message}`,
    )
    expect(/space/i.test(failed.error.remedy), `The remedy does not say what to do: ${failed.error.remedy}`)
    const refusal = await recovery.retry(id).catch((error: unknown) => error)
    expect(refusal instanceof NeedsForceError, 'A retry without force was not refused')

    disk.makeRoom()
    await recovery.retry(id, { force: true })
    const retried = await ended(recovery, id)
    expect(retried.state === 'success', `After space was made it ended ${retried.state}: ${retried.error?.message}`)
    expect(disk.writes === 1, `The file was written ${disk.writes} times instead of once`)
  },
}
