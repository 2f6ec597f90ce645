import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { Reader } from '../../../src/store/sqlite/reader.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { commit, created, tempFile } from '../stores.ts'

/** A reader of a file with the operations `a`, `b` and `c`, and the number of each one's row. */
async function reading() {
  const file = await tempFile()
  const store = await openSqliteStore({ file, random: seededRandom(5) })
  await commit(store, created('a'), created('b'), created('c'))
  await store.close()
  const database = new Database(file)
  onTestFinished(() => void database.close())
  const numbers = database.prepare<[], { id: string; row: number }>('select id, rowid as row from recovery_operations').all()
  const numberOf = new Map(numbers.map(({ id, row }) => [id, row]))
  const { operations } = new Reader(database, null, () => undefined)
  const read = (...keys: readonly [id: string, row: number | null][]) =>
    operations.ofKeys(keys.map(([id, row]) => ({ value: 0, id, row }))).map(({ id }) => id)
  return { read, row: (id: string) => numberOf.get(id) as number }
}

test('operations are read by the numbers of their rows, in the order asked for', async () => {
  const { read, row } = await reading()

  expect(read(['c', row('c')], ['a', row('a')])).toEqual(['c', 'a'])
  expect(read()).toEqual([])
})

test.each<[string, (row: (id: string) => number) => readonly [string, number | null][]]>([
  [
    'belongs to another operation',
    (row) => [
      ['b', row('c')],
      ['a', row('a')],
    ],
  ],
  [
    'is not there any more',
    () => [
      ['b', 4711],
      ['a', 4712],
    ],
  ],
  [
    'is not known',
    (row) => [
      ['b', null],
      ['a', row('a')],
    ],
  ],
])('where the number of a row %s, its id counts', async (_what, keysOf) => {
  const { read, row } = await reading()

  expect(read(...keysOf(row))).toEqual(['b', 'a'])
})

test('an operation that was deleted meanwhile is left out, whoever has its row now', async () => {
  const { read, row } = await reading()

  expect(read(['gone', row('b')], ['a', row('a')])).toEqual(['a'])
})
