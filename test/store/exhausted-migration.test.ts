import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Change } from '../../src/operation/change.ts'
import type { OperationError } from '../../src/operation/operation-error.ts'
import type { Store } from '../../src/operation/store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { ERROR, FATAL } from '../operation/situations.ts'
import { activityAgrees } from '../support/activity.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { begin, commit, created, finished, following, T0, tempFile } from './stores.ts'

const SPANS = { from: T0 - 60_000, until: T0 + 60_000, spanMs: 10_000 }

function open(file: string): Promise<Store> {
  return openSqliteStore({ file, random: seededRandom(5) })
}

/** A life that ends at its first error. */
async function ended(store: Store, id: string, error: OperationError, at = T0, functionName = 'work'): Promise<Change> {
  const first = created(id, { functionName }, at)
  const running = begin(first.operation, at)
  const fail = { type: 'fail', token: `lease_${id}`, error, timedOut: false, retry: null } as const
  const last = following(running.operation, fail, at)
  await commit(store, first, running, last)
  return last
}

/** As the version before left it. */
function takeBack(file: string, further = ''): void {
  const database = new Database(file)
  database.exec(`alter table recovery_functions drop column exhausted; alter table recovery_activity drop column exhausted;
    delete from recovery_migrations where name = '0012_exhausted'; ${further}`)
  database.close()
}

test('exhausted operations from before they were counted are counted where they ended, and deleted ones stay failed', async () => {
  const file = await tempFile()
  const before = await open(file)
  const first = await ended(before, 'exhausted', ERROR)
  await ended(before, 'later', ERROR, T0 + 25_000)
  await ended(before, 'failed', FATAL)
  await ended(before, 'other', ERROR, T0, 'other')
  await ended(before, 'old', ERROR, T0, 'other')
  await finished(before, 'good', { functionName: 'good' })
  await before.deleteOperations(['old'], { actor: null, at: T0 + 30_000 })
  await before.close()
  takeBack(file)

  const after = await open(file)
  onTestFinished(() => after.close())
  expect(await after.counters()).toMatchObject([
    { functionName: 'work', failed: 3, exhausted: 2 },
    { functionName: 'other', failed: 2, exhausted: 1 },
    { functionName: 'good', failed: 0, exhausted: 0 },
  ])
  expect(await after.activity(SPANS)).toMatchObject([
    { functionName: 'work', at: T0, failed: 2, exhausted: 1 },
    { functionName: 'other', at: T0, failed: 2, exhausted: 1 },
    { functionName: 'good', at: T0, failed: 0, exhausted: 0 },
    { functionName: 'work', at: T0 + 20_000, failed: 1, exhausted: 1 },
  ])

  const retry = { type: 'retry', force: false, maxAttempts: null, attemptId: 'att', circuit: null, actor: null } as const
  await commit(after, following(first.operation, retry, T0 + 50_000))
  expect((await after.counters())[0]).toMatchObject({ failed: 2, exhausted: 1 })
  expect((await after.activity(SPANS))[0]).toMatchObject({ at: T0, failed: 1, exhausted: 0 })
  await activityAgrees(after)
})

test('of spans whose activity is gone, or was begun late, no more are exhausted than failed', async () => {
  const file = await tempFile()
  const before = await open(file)
  await ended(before, 'gone', ERROR)
  await ended(before, 'a', ERROR, T0 + 10_000)
  await ended(before, 'b', ERROR, T0 + 10_000)
  await before.close()
  takeBack(file, `delete from recovery_activity where at = ${T0}; update recovery_activity set failed = 1`)

  const after = await open(file)
  onTestFinished(() => after.close())
  expect(await after.activity(SPANS)).toMatchObject([{ at: T0 + 10_000, failed: 1, exhausted: 1 }])
  expect(await after.counters()).toMatchObject([{ failed: 3, exhausted: 3 }])
})
