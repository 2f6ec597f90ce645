import type { ErrorCategory, OperationState } from '../../client/gql/graphql.ts'
import { metadataText } from './metadata-filter.ts'

// Which operations the page of operations lists, as its address says it:
//
//   /operations?state=FAILED&state=EXHAUSTED&function=download&category=NETWORK&q=text
//              &history=recovered   success after a failed attempt; or failed-attempts, whatever came of them
//              &last=24h            the last 24 hours (m, h and d), or
//              &from=…&to=…         RFC 3339, either may be left out
//              &time=updated        those times are of the last change, not of the creation
//              &meta=key:value      a value that is JSON is one (3, true, "3"), else it is text
//              &sort=-created       created, updated, next, priority; - is the other way round

/** How it went so far: it recovered from a failed attempt, or it had one at all. */
export type History = 'recovered' | 'failed-attempts'

export type SortField = 'created' | 'updated' | 'next' | 'priority'

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
  readonly history: History | null
  readonly time: TimeRange | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly sort: Sort
}

/** All operations, the newest first. */
export const NO_FILTER: OperationsFilter = {
  search: '',
  states: [],
  functions: [],
  categories: [],
  history: null,
  time: null,
  metadata: {},
  sort: { field: 'created', isDescending: true },
}

/** The address of the list of operations that meet a filter; what is left out is not filtered by. */
export function operationsHref(filter: Partial<OperationsFilter>): string {
  const { search, states, functions, categories, history, time, metadata, sort } = { ...NO_FILTER, ...filter }
  const sorted = sortText(sort)
  const pairs: [string, string][] = [
    ...states.map((state) => ['state', state] as [string, string]),
    ...functions.map((name) => ['function', name] as [string, string]),
    ...categories.map((category) => ['category', category] as [string, string]),
    ...(history === null ? [] : [['history', history] as [string, string]]),
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
