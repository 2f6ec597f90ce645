import type { ErrorCategory } from '../../../client/gql/graphql.ts'
import { parseMetadata } from '../../text/metadata-filter.ts'
import {
  type History,
  NO_FILTER,
  type OperationsFilter,
  type Sort,
  type SortField,
  type TimeRange,
} from '../../text/operation-filter.ts'
import { isInstant, isSpan } from '../../text/spans.ts'
import { STATE_NAMES } from '../../text/states.ts'

export const SORT_FIELDS: readonly SortField[] = ['created', 'updated', 'next', 'priority']

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

export const HISTORIES: readonly History[] = ['recovered', 'failed-attempts']

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
    history: readOne(params, 'history', (text) => HISTORIES.find((one) => one === text) ?? null, ignored),
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
export function filterCount({ search, states, functions, categories, history, time, metadata }: OperationsFilter): number {
  const lists = states.length + functions.length + categories.length + Object.keys(metadata).length
  return lists + (search === '' ? 0 : 1) + (history === null ? 0 : 1) + (time === null ? 0 : 1)
}
