import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { type OperationFilter, ORDER_FIELDS } from '../../../src/operation/query.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { failedOnce } from '../failed-once.ts'
import { begin, commit, complete, created, T0, tempFile } from '../stores.ts'
import { countingLists } from './counting-lists.ts'

function open(file: string) {
  return openSqliteStore({ file, random: seededRandom(5) })
}

test('operations from before there was an index are found by it', async () => {
  const file = await tempFile()
  const before = await open(file)
  await commit(before, created('never'))
  await failedOnce(before, 'recovered', 'recovers')
  await failedOnce(before, 'waits', 'waits')
  await before.close()
  const database = new Database(file)
  database.exec("drop index recovery_operations_failed; delete from recovery_migrations where name = '0011_failed_attempts'")
  database.close()

  const after = await open(file)
  onTestFinished(() => after.close())
  const ids = async (filter: OperationFilter) => {
    const { operations } = await after.list({ filter, order: { field: 'created_at', direction: 'asc' }, limit: 9 })
    return operations.map(({ id }) => id)
  }
  expect(await ids({ recovered: true })).toEqual(['recovered'])
  expect(await ids({ hasFailedAttempts: true })).toEqual(['recovered', 'waits'])
})

const FILTERS: readonly OperationFilter[] = [
  { recovered: true },
  { hasFailedAttempts: true },
  { hasFailedAttempts: true, search: 'some' },
  { categories: ['network'] },
]

/** A database in which two of `others + 2` operations failed once, and its lists. */
async function twoFailed(others: number) {
  const file = await tempFile()
  const store = await open(file)
  const first = Array.from({ length: others }, (_, n) => created(`op-${n}`))
  const begun = first.map(({ operation }) => begin(operation))
  await commit(store, ...first, ...begun, ...begun.map(({ operation }) => complete(operation)))
  await failedOnce(store, 'some recovered', 'recovers', {}, T0 + 1)
  await failedOnce(store, 'some waits', 'waits', {}, T0 + 1)
  await store.close()
  return countingLists(file)
}

test('what never failed or did not recover is counted from indexes alone, or else in one pass through the rows', async () => {
  const { lists, run } = await twoFailed(50)
  const cost = async (filter: OperationFilter, count: number) => {
    const before = run()
    expect(await lists.count(filter)).toBe(count)
    return run() - before
  }
  // Each of them has it.
  const search = 'o'
  const once = await cost({ search }, 52)

  for (const filter of [{ hasFailedAttempts: false }, { recovered: false }, { recovered: false, hasFailedAttempts: false }]) {
    const count = filter.hasFailedAttempts === false ? 50 : 51
    expect(await cost(filter, count), JSON.stringify(filter)).toBeLessThan(10)
    expect(await cost({ ...filter, search }, count), JSON.stringify(filter)).toBe(once)
    expect(await cost({ ...filter, updatedAfter: 0 }, count), JSON.stringify(filter)).toBeLessThanOrEqual(once)
  }
})

test('what a list or a count of them costs does not grow with operations that never failed, whatever its order', async () => {
  const [small, large] = [await twoFailed(10), await twoFailed(300)]
  for (const filter of FILTERS) {
    for (const field of ORDER_FIELDS) {
      const costs: number[] = []
      for (const { lists, run } of [small, large]) {
        const before = run()
        const { operations } = await lists.list({ filter, order: { field, direction: 'asc' }, limit: 5 })
        expect(operations.length).toBeGreaterThan(0)
        expect(await lists.count(filter)).toBe(operations.length)
        costs.push(run() - before)
      }
      expect(costs[1], `${JSON.stringify(filter)} by ${field}`).toBe(costs[0])
    }
  }
})
