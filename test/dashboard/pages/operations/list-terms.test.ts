import { expect, test } from 'vitest'
import { HISTORIES } from '../../../../src/dashboard/pages/operations/filter-address.ts'
import { ListTerms } from '../../../../src/dashboard/pages/operations/list-terms.ts'
import { NO_FILTER, type OperationsFilter } from '../../../../src/dashboard/text/operation-filter.ts'
import { at, told } from './told.ts'

const NOW = Date.parse(at(3600))
const terms = (filter: Partial<OperationsFilter>) => new ListTerms({ ...NO_FILTER, ...filter }, NOW)

test('no filter asks for all, the newest first', () => {
  const { filter, orderBy, isSearching } = terms({})
  expect({ filter, orderBy, isSearching }).toEqual({
    filter: null,
    orderBy: { field: 'CREATED_AT', direction: 'DESC' },
    isSearching: false,
  })
})

test('a filter is asked of the server as it says it', () => {
  const { filter, orderBy, isSearching } = terms({
    search: 'x',
    states: ['FAILED'],
    functions: ['download'],
    categories: ['NETWORK'],
    metadata: { team: 'blue' },
    time: { field: 'updated', last: '1h', from: null, to: null },
    sort: { field: 'next', isDescending: false },
  })
  expect(filter).toEqual({
    search: 'x',
    states: ['FAILED'],
    functionNames: ['download'],
    categories: ['NETWORK'],
    metadata: { team: 'blue' },
    updatedAfter: at(0),
  })
  expect({ orderBy, isSearching }).toEqual({ orderBy: { field: 'NEXT_ATTEMPT_AT', direction: 'ASC' }, isSearching: true })
})

test('how it went so far is asked of the server', () => {
  expect(terms({ history: 'recovered' }).filter).toEqual({ recovered: true })
  expect(terms({ history: 'failed-attempts' }).filter).toEqual({ hasFailedAttempts: true })
})

test.each([
  ['never failed', {}, []],
  ['failed once and waits', { state: 'RECOVERING', failedAttempts: 1 }, ['failed-attempts']],
  ['recovered', { state: 'SUCCESS', failedAttempts: 1, recovered: true }, ['recovered', 'failed-attempts']],
  ['succeeded by its fallback', { state: 'SUCCESS', failedAttempts: 1 }, ['failed-attempts']],
] as const)('one that %s is listed by what it went through', (_what, parts, histories) => {
  const operation = told({ id: 'op_1', ...parts })
  expect(HISTORIES.filter((history) => terms({ history }).matches(operation))).toEqual(histories)
  expect(terms({}).matches(operation)).toBe(true)
})

test('a time that began before all others reaches to where instants begin', () => {
  const { filter } = terms({ time: { field: 'created', last: '999999d', from: null, to: null } })
  expect(filter).toEqual({ createdAfter: '1970-01-01T00:00:00.000Z' })
})

test('times of an address are asked for as the server reads them', () => {
  const { filter } = terms({ time: { field: 'created', last: null, from: '2026-02-31T00:00Z', to: '0001-01-01T00:00:00+01:00' } })
  expect(filter).toEqual({ createdAfter: '2026-03-03T00:00:00.000Z', createdBefore: '0000-12-31T23:00:00.000Z' })
})

const error = { category: 'NETWORK', message: 'Connection RESET' } as const
const created = { field: 'created', last: null } as const
test.each<[string, Partial<OperationsFilter>, boolean]>([
  ['its state', { states: ['PENDING', 'FAILED'] }, true],
  ['another state', { states: ['FAILED'] }, false],
  ['its function', { functions: ['download'] }, true],
  ['another function', { functions: ['upload'] }, false],
  ['its kind of error', { categories: ['NETWORK'] }, true],
  ['another kind of error', { categories: ['TIMEOUT'] }, false],
  ['a time before it', { time: { ...created, from: at(9), to: null } }, true],
  ['its own time, which is no time before it', { time: { ...created, from: at(10), to: null } }, false],
  ['a time after it', { time: { ...created, from: null, to: at(11) } }, true],
  ['a time too early', { time: { ...created, from: null, to: at(10) } }, false],
  ['the time of its change', { time: { field: 'updated', last: null, from: at(19), to: at(21) } }, true],
  ['its metadata', { metadata: { team: { b: 1, a: [2] } } }, true],
  ['other metadata', { metadata: { team: { b: 1 } } }, false],
  ['metadata it has not', { metadata: { toString: 1 } }, false],
  ['its error', { search: 'reset' }, true],
  ['its key', { search: 'KEY' }, true],
  ['a value of its metadata', { search: '[2]' }, true],
  ['another text', { search: 'nothing' }, false],
])('a filter by %s', (_what, filter, matches) => {
  const operation = told({
    id: 'op_1',
    createdAt: at(10),
    updatedAt: at(20),
    error,
    idempotencyKey: 'key-1',
    metadata: { team: { a: [2], b: 1 } },
  })
  expect(terms(filter).matches(operation)).toBe(matches)
})

test('without an error no kind of error is met', () => {
  expect(terms({ categories: ['UNKNOWN'] }).matches(told({ id: 'op_1' }))).toBe(false)
})

test('those without a next attempt are later than any, and ties are ordered by id', () => {
  const byNext = terms({ sort: { field: 'next', isDescending: false } })
  const operations = [
    told({ id: 'b' }),
    told({ id: 'c', nextAttemptAt: at(2) }),
    told({ id: 'a' }),
    told({ id: 'd', nextAttemptAt: at(1) }),
  ]
  const ids = operations
    .map((one) => byNext.placeOf(one))
    .sort((a, b) => byNext.compare(a, b))
    .map(({ id }) => id)
  expect(ids).toEqual(['d', 'c', 'a', 'b'])
})
