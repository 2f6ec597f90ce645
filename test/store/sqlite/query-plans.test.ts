import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { ORDER_FIELDS } from '../../../src/operation/query.ts'
import { Reader } from '../../../src/store/sqlite/reader.ts'
import { openSqliteStore } from '../../../src/store/sqlite-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { begin, commit, created, finished, T0, tempFile } from '../stores.ts'

/** A reader of a filled database that notes every statement it prepares. */
async function notingReader() {
  const file = await tempFile()
  const store = await openSqliteStore({ file, random: seededRandom(5) })
  await finished(store, 'done')
  const first = created('running', { deadlineMs: 9 })
  await commit(
    store,
    first,
    begin(first.operation),
    created('waiting', { priority: 3, metadata: { k: 1 } }),
    created('other', { functionName: 'f' }),
  )
  await store.close()
  const database = new Database(file, { readonly: true })
  onTestFinished(() => void database.close())
  const statements = new Set<string>()
  const noting = new Proxy(database, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name, target) as unknown
      return (sql: string) => {
        statements.add(sql)
        return target.prepare(sql)
      }
    },
  })
  return { reader: new Reader(noting, null, () => undefined), database, statements }
}

test('no list, count, claim or sweep scans a table or sorts: each statement is answered by an index', async () => {
  const { reader, database, statements } = await notingReader()
  for (const field of ORDER_FIELDS) {
    for (const direction of ['asc', 'desc'] as const) {
      for (const filter of [
        {},
        { states: ['recovering', 'success'] },
        { categories: ['network'] },
        { recovered: true },
        { hasFailedAttempts: true },
        { search: 'x' },
        { metadata: { k: 1 } },
      ] as const) {
        await reader.lists.list({ filter, order: { field, direction }, limit: 5 })
      }
    }
  }
  await reader.lists.count({ createdAfter: T0 })
  await reader.failures.latest(5)
  reader.due.due('work', T0, 5)
  reader.due.nextDueAt(T0)
  reader.due.blocked('work', 5, 'api')
  reader.due.blockedScopes(['work'])
  reader.expired.holds({ finished: [{ state: 'success', before: T0 }], entriesBefore: T0 })
  reader.children.attemptsOf(['done', 'running'], { limit: 5 })
  reader.children.eventsOf(['done'], { limit: 5, fromEnd: true })
  const plans = [...statements].flatMap((sql) => {
    const values = Array.from(sql.matchAll(/\?/g), () => 1)
    const plan = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values)
    return plan.map(({ detail }) => ({ sql, detail }))
  })

  expect(statements.size).toBeGreaterThan(15)
  const failed = plans.flatMap(({ detail }) => /INDEX recovery_operations_failed (.*)/.exec(detail)?.[1] ?? [])
  // By both columns in front, so that what is left is sorted by the others.
  expect(failed.toSorted()).toEqual([
    '(shelf=? AND <expr>=? AND (created_at,id)<(?,?))',
    '(shelf=? AND <expr>=? AND (created_at,id)>(?,?))',
    '(shelf=? AND <expr>=?)',
  ])
  // The functions are few, steps are sorted within their operations, and ids that were asked for are gone through.
  const scans = plans.filter(
    ({ detail, sql }) => /^SCAN (?!wanted|json_each|\(subquery)/.test(detail) && !/recovery_functions/.test(sql),
  )
  // Activity is grouped into the spans asked for, once its range is found.
  const small = /recovery_steps|recovery_activity/
  const sorts = plans.filter(({ detail, sql }) => /TEMP B-TREE/.test(detail) && !small.test(sql))
  // A range of the primary key is a walk over all there is.
  const walks = plans.filter(({ detail }) => /autoindex_recovery_operations_1 \(id[<>]/.test(detail))
  expect([...scans, ...sorts, ...walks]).toEqual([])
})
