import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { OperationOrder, OrderField } from '../../../src/operation/query.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { commit, created, finished, T0, tempFile } from '../stores.ts'
import { countingLists } from './counting-lists.ts'

const NEWEST: OperationOrder = { field: 'created_at', direction: 'desc' }

function open(file: string) {
  return openSqliteStore({ file, random: seededRandom(5) })
}

function rows(file: string): unknown[] {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare('select key, value, operation_id as id from recovery_metadata order by operation_id, key').all()
  } finally {
    database.close()
  }
}

test('short simple values are indexed, others are not, and an operation without metadata adds nothing', async () => {
  const file = await tempFile()
  const store = await open(file)
  onTestFinished(() => store.close())
  await commit(store, created('plain'))
  await commit(
    store,
    created('op', { metadata: { n: 1, s: '1', no: null, yes: true, list: [1], deep: {}, long: 'x'.repeat(256) } }),
  )

  expect(rows(file)).toEqual([
    { key: 'n', value: '1', id: 'op' },
    { key: 'no', value: 'null', id: 'op' },
    { key: 's', value: '"1"', id: 'op' },
    { key: 'yes', value: 'true', id: 'op' },
  ])
})

test('an operation that was not written, because its id is taken, adds nothing', async () => {
  const file = await tempFile()
  const store = await open(file)
  onTestFinished(() => store.close())
  await commit(store, created('op', { metadata: { n: 1 } }))

  expect(await commit(store, created('op', { metadata: { n: 2 } }))).toEqual(['duplicate'])
  expect(rows(file)).toEqual([{ key: 'n', value: '1', id: 'op' }])
})

test('what retention deletes leaves the index too', async () => {
  const file = await tempFile()
  const store = await open(file)
  onTestFinished(() => store.close())
  await finished(store, 'old', { metadata: { n: 1 } })
  await commit(store, created('live', { metadata: { n: 1 } }))
  await store.deleteFinished({ state: 'success', before: T0 + 1 }, 9)

  expect(rows(file)).toEqual([{ key: 'n', value: '1', id: 'live' }])
  expect(await store.count({ metadata: { n: 1 } })).toBe(1)
})

test('operations from before there was an index are found by it', async () => {
  const file = await tempFile()
  const before = await open(file)
  const metadata = { s: 'say "é\u2028\u0001"', n: 1.5 }
  await commit(before, ...Array.from({ length: 1001 }, (_, n) => created(`op-${n}`, { metadata: { n } })))
  await commit(before, created('odd', { metadata }), created('plain'))
  await before.close()
  const database = new Database(file)
  database.exec("drop table recovery_metadata; delete from recovery_migrations where name = '0008_metadata'")
  database.close()

  const after = await open(file)
  onTestFinished(() => after.close())
  expect((await after.list({ filter: { metadata }, order: NEWEST, limit: 9 })).operations.map(({ id }) => id)).toEqual(['odd'])
  expect((await after.list({ filter: { metadata: { n: 1000 } }, order: NEWEST, limit: 9 })).operations.length).toBe(1)
  expect(rows(file).length).toBe(1003)
})

/** How many statements a list and a count take when three of `others + 3` operations have what they ask for. */
async function statementsRun(others: number, field: OrderField): Promise<number> {
  const file = await tempFile()
  const store = await open(file)
  const some = Array.from({ length: others }, (_, n) => created(`op-${n}`, { metadata: { user: n } }))
  const ours = ['a', 'b', 'c'].map((id) => created(id, { metadata: { user: 'us' } }, T0 + others))
  await commit(store, ...some, ...ours)
  await store.close()
  const { lists, run } = countingLists(file)
  const filter = { metadata: { user: 'us' } }
  expect((await lists.list({ filter, order: { field, direction: 'desc' }, limit: 2 })).operations.length).toBe(2)
  expect(await lists.count(filter)).toBe(3)
  return run()
}

test.each(['created_at', 'updated_at', 'priority', 'next_attempt_at'] as const)(
  'what a list by metadata in the order of %s costs does not grow with other operations',
  async (field) => {
    expect(await statementsRun(1500, field)).toBe(await statementsRun(10, field))
  },
)
