import type { ErrorCategory, OperationState } from '../../client/gql/graphql.ts'
import { metadataText, parseMetadata } from './metadata-filter.ts'
import { isInstant, isSpan } from './spans.ts'
import { STATE_NAMES } from './states.ts'

// Which operations the page of operations lists, as its address says it:
//
//   /operations?state=FAILED&state=EXHAUSTED&function=download&category=NETWORK&q=text
//              &last=24h            the last 24 hours (m, h and d), or
//              &from=…&to=…         RFC 3339, either may be left out
//              &time=updated        those times are of the last change, not of the creation
//              &meta=key:value      a value that is JSON is one (3, true, "3"), else it is text
//              &sort=-created       created, updated, next, priority; - is the other way round

export const SORT_FIELDS = ['created', 'updated', 'next', 'priority'] as const
export type SortField = (typeof SORT_FIELDS)[number]

export interface Sort {
  readonly field: SortField
  readonly isDescending: boolean
}

/** A time of an operation and the span it lies in: one that ends now, such as `24h`, or one between two instants. */
export interface TimeRange {
  readonly field: 'created' | 'updated'
  readonly last: string | null
  readonly from: string | null
  readonly to: string | null
}

/** Which operations, and in which order. Empty lists and texts mean all. */
export interface OperationsFilter {
  readonly search: string
  readonly states: readonly OperationState[]
  readonly functions: readonly string[]
  readonly categories: readonly ErrorCategory[]
  readonly time: TimeRange | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly sort: Sort
}

export const CATEGORIES: readonly ErrorCategory[] = [
  'NETWORK',
  'TIMEOUT',
  'SERVICE',
  'RESOURCE',
  'PERMISSION',
  'VALIDATION',
  'SYSTEM',
  'INTERRUPTED',
  'UNKNOWN',
]

/** All operations, the newest first. */
export const NO_FILTER: OperationsFilter = {
  search: '',
  states: [],
  functions: [],
  categories: [],
  time: null,
  metadata: {},
  sort: { field: 'created', isDescending: true },
}

/** The address of the list of operations that meet a filter; what is left out is not filtered by. */
export function operationsHref(filter: Partial<OperationsFilter>): string {
  const { search, states, functions, categories, time, metadata, sort } = { ...NO_FILTER, ...filter }
  const sorted = sortText(sort)
  const pairs: [string, string][] = [
    ...states.map((state) => ['state', state] as [string, string]),
    ...functions.map((name) => ['function', name] as [string, string]),
    ...categories.map((category) => ['category', category] as [string, string]),
    ...(search === '' ? [] : [['q', search] as [string, string]]),
    ...timePairs(time),
    ...Object.entries(metadata).map(([key, value]) => ['meta', metadataText(key, value)] as [string, string]),
    ...(sorted === sortText(NO_FILTER.sort) ? [] : [['sort', sorted] as [string, string]]),
  ]
  // Half of a character, which an address cannot hold, is replaced here.
  const query = new URLSearchParams(pairs).toString()
  return query === '' ? '/operations' : `/operations?${query}`
}

function timePairs(time: TimeRange | null): readonly [string, string][] {
  if (time === null) return []
  const { field, last, from, to } = time
  const span: [string, string][] = last === null ? [] : [['last', last]]
  if (last === null && from !== null) span.push(['from', from])
  if (last === null && to !== null) span.push(['to', to])
  return field === 'updated' && span.length > 0 ? [['time', field], ...span] : span
}

/** `-created`: as the address says it. */
export function sortText({ field, isDescending }: Sort): string {
  return `${isDescending ? '-' : ''}${field}`
}

/** Reads a sort; null when it is none. */
export function parseSort(text: string): Sort | null {
  const isDescending = text.startsWith('-')
  const field = SORT_FIELDS.find((one) => one === (isDescending ? text.slice(1) : text))
  return field === undefined ? null : { field, isDescending }
}

/** A filter, and the parts of the address that say nothing and were left out, for people. */
export interface ParsedFilter {
  readonly filter: OperationsFilter
  readonly ignored: readonly string[]
}

/** Reads the query part of an address, such as `?state=FAILED`. Of what it does not understand it tells in `ignored`. */
export function parseFilter(query: string): ParsedFilter {
  const params = new URLSearchParams(query)
  const ignored: string[] = []
  const known = <T extends string>(name: string, values: readonly T[]) =>
    unique(params.getAll(name)).flatMap((text) => {
      const value = values.find((one) => one === text.trim().toUpperCase())
      if (value === undefined) ignored.push(`${name}=${text}`)
      return value ?? []
    })
  const sort = readOne(params, 'sort', parseSort, ignored)
  const filter: OperationsFilter = {
    search: params.get('q') ?? '',
    states: unique(known('state', STATE_NAMES)),
    functions: unique(params.getAll('function')).filter((name) => name !== ''),
    categories: unique(known('category', CATEGORIES)),
    time: readTime(params, ignored),
    metadata: readMetadata(params, ignored),
    sort: sort ?? NO_FILTER.sort,
  }
  return { filter, ignored }
}

function readTime(params: URLSearchParams, ignored: string[]): TimeRange | null {
  const span = (text: string) => (isSpan(text) ? text : null)
  const at = (text: string) => (isInstant(text) ? text : null)
  const field = readOne(params, 'time', (text) => (text === 'created' || text === 'updated' ? text : null), ignored)
  const last = readOne(params, 'last', span, ignored)
  const from = readOne(params, 'from', at, ignored)
  const to = readOne(params, 'to', at, ignored)
  if (last === null && from === null && to === null) return null
  return { field: field ?? 'created', last, from: last === null ? from : null, to: last === null ? to : null }
}

function readMetadata(params: URLSearchParams, ignored: string[]): Readonly<Record<string, unknown>> {
  const pairs: [string, unknown][] = []
  for (const text of params.getAll('meta')) {
    const pair = parseMetadata(text)
    if (pair === null) ignored.push(`meta=${text}`)
    else pairs.push([pair.key, pair.value])
  }
  return Object.fromEntries(pairs)
}

function readOne<T>(params: URLSearchParams, name: string, read: (text: string) => T | null, ignored: string[]): T | null {
  const text = params.get(name)
  if (text === null || text === '') return null
  const value = read(text)
  if (value === null) ignored.push(`${name}=${text}`)
  return value
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}

/** How many things a filter narrows by; its order is none of them. */
export function filterCount({ search, states, functions, categories, time, metadata }: OperationsFilter): number {
  const lists = states.length + functions.length + categories.length + Object.keys(metadata).length
  return lists + (search === '' ? 0 : 1) + (time === null ? 0 : 1)
}
