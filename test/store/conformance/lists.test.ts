import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/operation/json.ts'
import { ORDER_FIELDS, type PageKey } from '../../../src/operation/query.ts'
import type { Store } from '../../../src/operation/store.ts'
import { compareKeys, keyOf } from '../../../src/store/order.ts'
import { type ENDS, failedOnce, meets } from '../failed-once.ts'
import { begin, commit, created, finished, following, STORES, T0 } from '../stores.ts'

const FAILED_ONCE: Readonly<Record<number, (typeof ENDS)[number]>> = {
  0: 'recovers',
  3: 'waits',
  8: 'falls back',
  11: 'exhausted',
}

/** Some of everything: waiting, running, paused, failed once, ended well in each way; three functions, ties in every order. */
async function fill(store: Store): Promise<void> {
  for (let n = 0; n < 24; n++) {
    const id = `op-${String.fromCharCode(97 + (n % 5))}${n}`
    const given = { functionName: `f${n % 3}`, priority: n % 4, metadata: metadataOf(n), runAt: T0 + (n % 6) * 10 }
    const now = T0 + (n % 7)
    const end = FAILED_ONCE[n % 16]
    if (end !== undefined) {
      await failedOnce(store, id, end, { ...given, runAt: null }, now)
      continue
    }
    if (n % 4 === 0) {
      await finished(store, id, { ...given, runAt: null }, now)
      continue
    }
    const change = created(id, given, now)
    await commit(store, change)
    if (n % 4 === 1) await commit(store, following(change.operation, { type: 'pause', actor: null }, now))
    if (n % 4 === 2) await commit(store, begin(change.operation, T0 + 100))
  }
}

/** Common and rare values, and some that no index holds. */
function metadataOf(n: number): JsonObject {
  return { group: n % 2, tag: n % 8 === 0 ? 'ä' : null, ...(n % 5 === 0 && { deep: { n: 1 }, long: 'x'.repeat(300) }) }
}

const isPart = (wanted: JsonObject, metadata: JsonObject) =>
  Object.entries(wanted).every(([key, value]) => JSON.stringify(metadata[key]) === JSON.stringify(value))

async function allIds(store: Store): Promise<readonly string[]> {
  const page = await store.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1000 })
  return page.operations.map(({ id }) => id)
}

const parts = {
  states: fc.subarray(['pending', 'in_progress', 'recovering', 'paused', 'exhausted', 'success'] as const),
  functionNames: fc.subarray(['f0', 'f1', 'f2', 'none']),
  metadata: fc.constantFrom<JsonObject[]>(
    { group: 0 },
    { group: 1, tag: 'ä' },
    { tag: null },
    { tag: 'ä', deep: { n: 1 } },
    { long: 'x'.repeat(300) },
    { group: '1' },
    {},
  ),
  categories: fc.subarray(['network', 'timeout'] as const, { minLength: 1 }),
  recovered: fc.boolean(),
  hasFailedAttempts: fc.boolean(),
  search: fc.constantFrom('OP-A', 'f1', 'nothing'),
  createdAfter: fc.integer({ min: T0 - 1, max: T0 + 7 }),
  updatedBefore: fc.integer({ min: T0, max: T0 + 120 }),
}
// Few parts together, or hardly anything would be met.
const filters = fc
  .tuple(fc.record(parts), fc.subarray(Object.keys(parts), { maxLength: 3 }))
  .map(([all, names]): Partial<typeof all> => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))))

describe.each(STORES)('lists of the $name store', ({ open }) => {
  test('pages put together are what a plain filter and sort give, in every order, forwards and backwards', async () => {
    const store = await open()
    await fill(store)
    const rows = await store.operations(await allIds(store))
    const orders = fc.record({
      field: fc.constantFrom(...ORDER_FIELDS),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    })
    await fc.assert(
      fc.asyncProperty(filters, orders, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (filter, order, limit, fromEnd) => {
        const wanted = rows
          .filter((row) => filter.functionNames?.includes(row.functionName) ?? true)
          .filter((row) => isPart(filter.metadata ?? {}, row.metadata))
          .filter((row) => filter.categories === undefined || filter.categories.includes(row.error?.category as never))
          .filter((row) => meets(row, filter))
          .filter((row) => filter.search === undefined || `${row.id} ${row.functionName}`.includes(filter.search.toLowerCase()))
          .filter((row) => filter.createdAfter === undefined || row.createdAt > filter.createdAfter)
          .filter((row) => filter.updatedBefore === undefined || row.updatedAt < filter.updatedBefore)
          .sort((a, b) => compareKeys(keyOf(a, order.field), keyOf(b, order.field)) * (order.direction === 'asc' ? 1 : -1))
          .map(({ id }) => id)
        const found: string[] = []
        let place: PageKey | undefined
        for (let more = true; more; ) {
          const bound = place === undefined ? {} : { [fromEnd ? 'before' : 'after']: place }
          const page = await store.list({ filter, order, limit, fromEnd, ...bound })
          const ids = page.operations.map(({ id }) => id)
          found.splice(fromEnd ? 0 : found.length, 0, ...ids)
          const edge = fromEnd ? page.operations[0] : page.operations.at(-1)
          place = edge === undefined ? place : keyOf(edge, order.field)
          more = page.hasMore
        }
        expect(found).toEqual(wanted)
        expect(await store.count(filter)).toBe(wanted.length)
      }),
      { numRuns: 200, seed: 11 },
    )
  })

  test('keys of metadata that are no well-formed text are told apart, and do not get into the way of each other', async () => {
    const store = await open()
    const metadata = { '\ud800': 'same', '\ud801': 'same', '\ufffd': 'same' }
    expect(await commit(store, created('op', { metadata }))).toEqual(['committed'])
    await finished(store, 'other', { metadata: { '\ud800': 'same' } })

    const order = { field: 'created_at', direction: 'asc' } as const
    const found = await store.list({ filter: { metadata: { '\ud801': 'same' } }, order, limit: 9 })
    expect(found.operations.map(({ id }) => id)).toEqual(['op'])
    expect(await store.deleteOperations(['other'], { actor: null, at: T0 })).toEqual(['other'])
    expect(await store.count({ metadata: { '\ud800': 'same' } })).toBe(1)
  })
})
