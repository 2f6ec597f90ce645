import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ListRows, type ListUpdate, MOST_ROWS } from '../../../../src/dashboard/pages/operations/list-rows.ts'
import { ListTerms, type Told } from '../../../../src/dashboard/pages/operations/list-terms.ts'
import { NO_FILTER, type OperationsFilter } from '../../../../src/dashboard/text/operation-filter.ts'
import { at, told } from './told.ts'

const terms = (filter: Partial<OperationsFilter> = {}) => new ListTerms({ ...NO_FILTER, ...filter }, Date.parse(at(0)))
const happened = (operation: Told): ListUpdate => ({ id: operation.id, operation })
const deleted = (id: string): ListUpdate => ({ id, operation: null })
const ids = (rows: ListRows) => Array.from({ length: rows.length }, (_, index) => rows.at(index)?.operation.id)
const created = (id: string, n: number, parts: Partial<Told> = {}) => told({ id, createdAt: at(n), updatedAt: at(n), ...parts })

function listed(operations: readonly Told[], { hasMore = false, filter = {} as Partial<OperationsFilter> } = {}): ListRows {
  const rows = new ListRows(terms(filter))
  rows.expectPage()
  rows.add({ operations, endCursor: 'end', hasMore }, { anew: true })
  return rows
}

const top = { mayInsert: true }
const away = { mayInsert: false }

test('a row changes in its place', () => {
  const rows = listed([created('b', 2), created('a', 1)])
  const { key } = rows.get('a') ?? {}
  rows.apply(happened(created('a', 1, { state: 'RECOVERING', updatedAt: at(5) })), away)
  expect(ids(rows)).toEqual(['b', 'a'])
  expect(rows.get('a')).toMatchObject({ key, matches: true, operation: { state: 'RECOVERING' } })
})

test('what is older than the row changes nothing', () => {
  const rows = listed([created('a', 1, { state: 'SUCCESS', updatedAt: at(5) })])
  rows.apply(happened(created('a', 1, { state: 'IN_PROGRESS', updatedAt: at(4) })), away)
  expect(rows.get('a')?.operation.state).toBe('SUCCESS')
})

test('a new one comes to its place while rows may move, and waits while they may not', () => {
  const rows = listed([created('b', 4), created('a', 2)], { hasMore: true })
  rows.apply(happened(created('c', 5)), top)
  rows.apply(happened(created('m', 3)), top)
  expect(ids(rows)).toEqual(['c', 'b', 'm', 'a'])
  rows.apply(happened(created('d', 6)), away)
  rows.apply(happened(created('d', 6, { updatedAt: at(7) })), away)
  expect([ids(rows), rows.waiting]).toEqual([['c', 'b', 'm', 'a'], 1])
})

test('one that lies behind what was read comes with its page', () => {
  const rows = listed([created('b', 4)], { hasMore: true })
  rows.apply(happened(created('a', 1)), top)
  expect([ids(rows), rows.waiting]).toEqual([['b'], 0])
})

test('at the end of all there is, a new one moves no row', () => {
  const rows = listed([created('a', 1)], { filter: { sort: { field: 'created', isDescending: false } } })
  rows.apply(happened(created('b', 2)), away)
  expect(ids(rows)).toEqual(['a', 'b'])
})

test('one that no longer meets the filter stays and says so; one that waits does not', () => {
  const rows = listed([created('a', 1, { state: 'FAILED' })], { filter: { states: ['FAILED'] } })
  rows.apply(happened(created('b', 2, { state: 'FAILED' })), away)
  expect(rows.waiting).toBe(1)
  rows.apply(happened(created('b', 2, { state: 'RECOVERING', updatedAt: at(3) })), away)
  rows.apply(happened(created('a', 1, { state: 'RECOVERING', updatedAt: at(3) })), away)
  expect(rows.waiting).toBe(0)
  expect(rows.get('a')?.matches).toBe(false)
  rows.apply(happened(created('a', 1, { state: 'FAILED', updatedAt: at(4) })), away)
  expect(rows.get('a')?.matches).toBe(true)
})

test('a deleted one goes, wherever it is', () => {
  const rows = listed([created('b', 2), created('a', 1)])
  rows.apply(happened(created('c', 3)), away)
  for (const id of ['a', 'c', 'unknown']) rows.apply(deleted(id), away)
  expect([ids(rows), rows.waiting]).toEqual([['b'], 0])
})

test('what happened while a page was on its way is not undone by it', () => {
  const rows = listed([created('c', 3)], { hasMore: true })
  rows.expectPage()
  rows.apply(happened(created('b', 2, { state: 'SUCCESS', updatedAt: at(9) })), away)
  rows.apply(deleted('a'), away)
  rows.add({ operations: [created('b', 2), created('a', 1)], endCursor: null, hasMore: false }, { anew: false })
  expect(ids(rows)).toEqual(['c', 'b'])
  expect(rows.get('b')?.operation.state).toBe('SUCCESS')
})

test('read anew, rows keep their keys and lie where they belong', () => {
  const rows = listed([created('b', 2), created('a', 1)])
  const { key } = rows.get('a') ?? {}
  rows.apply(happened(created('c', 3)), away)
  rows.expectPage()
  rows.add({ operations: [created('c', 3), created('a', 1)], endCursor: null, hasMore: false }, { anew: true })
  expect([ids(rows), rows.waiting]).toEqual([['c', 'a'], 0])
  expect(rows.get('a')?.key).toBe(key)
})

test('what a search looked through is not kept, nor is a text of 100 kB', () => {
  const error = { category: 'UNKNOWN', message: `${'x'.repeat(100_000)} wanted` } as const
  const rows = listed([], { filter: { search: 'wanted' } })
  rows.apply(happened(created('a', 1, { error, metadata: { some: 'text' }, idempotencyKey: 'k' })), top)
  expect(rows.get('a')?.operation).not.toHaveProperty('metadata')
  expect(rows.get('a')?.operation.error?.message.length).toBeLessThan(400)
})

test('no more rows are kept than there is room for', () => {
  const many = Array.from({ length: MOST_ROWS + 5 }, (_, n) => created(`op-${n}`, MOST_ROWS + 5 - n))
  const rows = listed(many, { hasMore: true })
  rows.apply(happened(created('new', MOST_ROWS * 2)), top)
  expect([rows.length, rows.hasMore, rows.isFull, rows.waiting]).toEqual([MOST_ROWS, false, true, 1])
})

// A server with few operations, of which the page reads pages while they change.
const step = fc.oneof(
  fc.record({
    do: fc.constant('change' as const),
    id: fc.nat(11),
    state: fc.constantFrom('FAILED', 'RECOVERING'),
    top: fc.boolean(),
  }),
  fc.record({ do: fc.constant('delete' as const), id: fc.nat(11) }),
  fc.record({ do: fc.constant('page' as const), late: fc.nat(3) }),
)

test('however pages and events come, the list has each operation once, as it is, and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, isDescending) => {
      const rule = terms({ states: ['FAILED'], sort: { field: 'created', isDescending } })
      const rows = new ListRows(rule)
      const server = new Map<string, Told>()
      const order = (operations: Iterable<Told>) =>
        [...operations].filter((one) => rule.matches(one)).sort((a, b) => rule.compare(rule.placeOf(a), rule.placeOf(b)))
      let tick = 0
      let end: Told | null = null
      const onItsWay: { readonly deliver: () => void; late: number }[] = []
      const ask = (late: number) => {
        if (onItsWay.length > 0) return
        rows.expectPage()
        const rest = order(server.values()).filter(
          (one) => end === null || rule.compare(rule.placeOf(one), rule.placeOf(end)) > 0,
        )
        const operations = rest.slice(0, 3)
        const anew = end === null
        const deliver = () => {
          rows.add({ operations, endCursor: null, hasMore: rest.length > 3 }, { anew })
          end = operations.at(-1) ?? end
        }
        onItsWay.push({ deliver, late })
      }
      for (const one of steps) {
        tick++
        if (one.do === 'page') ask(one.late)
        else {
          const id = `op-${one.id}`
          if (one.do === 'delete') server.delete(id)
          else server.set(id, created(id, one.id, { state: one.state as Told['state'], updatedAt: at(100 + tick) }))
          rows.apply({ id, operation: server.get(id) ?? null }, { mayInsert: one.do === 'change' && one.top })
        }
        const [first] = onItsWay
        if (first !== undefined && first.late-- <= 0) onItsWay.pop()?.deliver()
      }
      onItsWay.pop()?.deliver()

      const shown = ids(rows)
      expect(new Set(shown).size).toBe(shown.length)
      const places = shown.map((id) => rows.get(id ?? '')?.place)
      expect(places).toEqual([...places].sort((a, b) => (a && b ? rule.compare(a, b) : 0)))
      for (const id of shown) {
        const row = rows.get(id ?? '')
        expect(row?.operation.updatedAt).toBe(server.get(id ?? '')?.updatedAt)
        expect(row?.matches).toBe(row?.operation.state === 'FAILED')
      }
      // Nothing is forgotten: what is not shown either waits or lies behind what was read.
      const missing = order(server.values()).filter(({ id }) => rows.get(id) === undefined)
      if (!rows.hasMore && rows.length > 0) expect(missing.length).toBe(rows.waiting)
    }),
    { numRuns: 500 },
  )
})
