import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CATEGORIES,
  filterCount,
  HISTORIES,
  parseFilter,
  SORT_FIELDS,
} from '../../../../src/dashboard/pages/operations/filter-address.ts'
import { NO_FILTER, type OperationsFilter, operationsHref } from '../../../../src/dashboard/text/operation-filter.ts'
import { STATE_NAMES } from '../../../../src/dashboard/text/states.ts'

const text = fc.string({ unit: 'grapheme' })
const instants = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString())
const field = fc.constantFrom('created', 'updated')
const time = fc.oneof(
  fc.constant(null),
  fc.record({ field, last: fc.constantFrom('5m', '24h', '7d'), from: fc.constant(null), to: fc.constant(null) }),
  fc.record({ field, last: fc.constant(null), from: instants, to: fc.option(instants) }),
)
// JSON has no negative zero.
const value = fc.jsonValue({ maxDepth: 2 }).map((one) => JSON.parse(JSON.stringify(one)) as unknown)
const filters: fc.Arbitrary<OperationsFilter> = fc.record({
  search: text,
  states: fc.uniqueArray(fc.constantFrom(...STATE_NAMES)),
  functions: fc.uniqueArray(text.filter((name) => name !== '')),
  categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES)),
  history: fc.constantFrom(null, ...HISTORIES),
  time,
  metadata: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    fc.oneof(value, text),
    { noNullPrototype: true },
  ),
  sort: fc.record({ field: fc.constantFrom(...SORT_FIELDS), isDescending: fc.boolean() }),
})

const queryOf = (href: string) => href.slice('/operations'.length)

test('an address leads to the filter that it was made of', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseFilter(queryOf(operationsHref(filter)))).toEqual({ filter, ignored: [] })
    }),
  )
})

test('any address is read, and the filter it means has one address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      const { filter } = parseFilter(query)
      expect(parseFilter(queryOf(operationsHref(filter))).filter).toEqual(filter)
    }),
  )
})

test('no filter has the shortest address', () => {
  expect(operationsHref(NO_FILTER)).toBe('/operations')
  expect(parseFilter('')).toEqual({ filter: NO_FILTER, ignored: [] })
})

test('addresses can be written by hand', () => {
  const { filter, ignored } = parseFilter(
    '?state=failed&state=EXHAUSTED&function=download&category=network&history=recovered&q=two+words&time=updated&last=24h&meta=team:blue&meta=tries:3&sort=next',
  )
  expect(ignored).toEqual([])
  expect(filter).toEqual({
    search: 'two words',
    states: ['FAILED', 'EXHAUSTED'],
    functions: ['download'],
    categories: ['NETWORK'],
    history: 'recovered',
    time: { field: 'updated', last: '24h', from: null, to: null },
    metadata: { team: 'blue', tries: 3 },
    sort: { field: 'next', isDescending: false },
  })
})

test('what an address says that means nothing is told and left out', () => {
  const { filter, ignored } = parseFilter(
    '?state=DONE&category=MOON&history=long&time=then&last=soon&from=yesterday&to=2026-01-01&meta=x&sort=size&utm=1',
  )
  expect(filter).toEqual(NO_FILTER)
  expect(ignored).toEqual([
    'sort=size',
    'state=DONE',
    'category=MOON',
    'history=long',
    'time=then',
    'last=soon',
    'from=yesterday',
    'to=2026-01-01',
    'meta=x',
  ])
})

test('a span that ends now wins over instants', () => {
  const { filter } = parseFilter('?last=1h&from=2026-01-01T00:00:00Z')
  expect(filter.time).toEqual({ field: 'created', last: '1h', from: null, to: null })
})

test('what narrows is counted, and the order is not', () => {
  expect(filterCount(NO_FILTER)).toBe(0)
  expect(
    filterCount(
      parseFilter('?state=FAILED&state=PAUSED&q=x&last=1h&meta=a:1&function=f&category=NETWORK&history=failed-attempts&sort=next')
        .filter,
    ),
  ).toBe(8)
})
