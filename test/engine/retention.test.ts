import { expect } from 'vitest'
import { CursorExpiredError } from '../../src/index.ts'
import { testOnEveryBase } from '../support/engine.ts'

const DAY = 86_400_000

testOnEveryBase('finished operations are deleted when they are old, live ones never', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ retention: { operations: '2d', events: null } })
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null)
  const live = await work.start(null, { runAt: new Date(clock.now() + 30 * DAY) })
  await clock.advance(0)

  clock.jump(2 * DAY - 120_000)
  await clock.advance(60_000)
  expect(await recovery.operation(handle.id)).not.toBeNull()
  clock.jump(DAY)
  await clock.advance(60_000)

  expect(await recovery.operation(handle.id)).toBeNull()
  expect(await recovery.operation(live.id)).not.toBeNull()
  expect((await recovery.status()).counters).toMatchObject([{ created: 2, rows: { success: 0, pending: 1 } }])
})

testOnEveryBase('a cursor whose events were deleted is expired', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ retention: { events: '1d' } })
  const before = recovery.eventCursor()
  const work = recovery.define('work', async () => 1)
  await work.run(null)
  clock.jump(2 * DAY)
  await clock.advance(60_000)

  await expect(recovery.watch({ after: before }).next()).rejects.toBeInstanceOf(CursorExpiredError)
})
