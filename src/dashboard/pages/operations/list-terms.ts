import type { OperationFilter, OperationOrder } from '../../../client/gql/graphql.ts'
import type { ListedOperationFragment } from '../../gql/graphql.ts'
import { compareTexts } from '../../text/compare.ts'
import type { OperationsFilter, SortField } from '../../text/operation-filter.ts'
import { spanMs } from '../../text/spans.ts'

/** An operation as an event tells it: what a search looks through is there only while one searches. */
export type Told = ListedOperationFragment & { readonly idempotencyKey?: string | null; readonly metadata?: unknown }

/** The place of an operation in the order of a list. */
export interface Place {
  readonly value: string | number | null
  readonly id: string
}

const ORDER_FIELDS: Readonly<Record<SortField, OperationOrder['field']>> = {
  created: 'CREATED_AT',
  updated: 'UPDATED_AT',
  next: 'NEXT_ATTEMPT_AT',
  priority: 'PRIORITY',
}

/** What a filter of the page means to the server, and to what happens after the server was asked. */
export class ListTerms {
  readonly orderBy: OperationOrder
  /** null: all. */
  readonly filter: OperationFilter | null
  /** Whether it looks at texts that rows do not show. */
  readonly isSearching: boolean
  readonly #field: SortField

  /** @param nowMs where spans such as `24h` end; they do not move on while the list is shown */
  constructor(filter: OperationsFilter, nowMs: number) {
    const { sort, search, metadata } = filter
    this.#field = sort.field
    this.orderBy = { field: ORDER_FIELDS[sort.field], direction: sort.isDescending ? 'DESC' : 'ASC' }
    const stated = serverFilter(filter, nowMs)
    this.filter = Object.keys(stated).length === 0 ? null : stated
    this.isSearching = search !== '' || Object.keys(metadata).length > 0
  }

  placeOf(operation: Told): Place {
    const { id, createdAt, updatedAt, nextAttemptAt, priority } = operation
    const values = { created: createdAt, updated: updatedAt, next: nextAttemptAt ?? null, priority }
    return { value: values[this.#field], id }
  }

  /** Below 0 when `a` is listed before `b`. */
  compare(a: Place, b: Place): number {
    const upwards = compareValues(a.value, b.value) || compareTexts(a.id, b.id)
    return this.orderBy.direction === 'ASC' ? upwards : -upwards
  }

  /** Whether an operation meets the filter as it is now. */
  matches(operation: Told): boolean {
    const { states, functionNames, categories, createdAfter, createdBefore, updatedAfter, updatedBefore } = this.filter ?? {}
    const { recovered, hasFailedAttempts } = this.filter ?? {}
    const { state, functionName, error, createdAt, updatedAt } = operation
    return (
      (states?.includes(state) ?? true) &&
      (functionNames?.includes(functionName) ?? true) &&
      (categories == null || (error != null && categories.includes(error.category))) &&
      (recovered ?? operation.recovered) === operation.recovered &&
      (hasFailedAttempts ?? operation.failedAttempts > 0) === operation.failedAttempts > 0 &&
      liesIn(createdAt, createdAfter, createdBefore) &&
      liesIn(updatedAt, updatedAfter, updatedBefore) &&
      this.#hasTexts(operation)
    )
  }

  #hasTexts(operation: Told): boolean {
    const { search, metadata } = this.filter ?? {}
    const own = (operation.metadata ?? {}) as Readonly<Record<string, unknown>>
    const wanted = Object.entries((metadata ?? {}) as object)
    if (!wanted.every(([key, value]) => Object.hasOwn(own, key) && sameJson(own[key], value))) return false
    if (search == null) return true
    const text = search.toLowerCase()
    const texts = [operation.id, operation.functionName, operation.idempotencyKey, operation.error?.message]
    return [...texts, ...Object.values(own).map(asText)].some((one) => one?.toLowerCase().includes(text))
  }
}

function serverFilter(filter: OperationsFilter, nowMs: number): OperationFilter {
  const { search, states, functions, categories, history, time, metadata } = filter
  const updated = time?.field === 'updated'
  const after = time?.last == null ? instantOf(time?.from) : new Date(Math.max(0, nowMs - spanMs(time.last))).toISOString()
  const before = instantOf(time?.to)
  return {
    ...(search !== '' && { search }),
    ...(states.length > 0 && { states: [...states] }),
    ...(functions.length > 0 && { functionNames: [...functions] }),
    ...(categories.length > 0 && { categories: [...categories] }),
    ...(history === 'recovered' && { recovered: true }),
    ...(history === 'failed-attempts' && { hasFailedAttempts: true }),
    ...(after != null && (updated ? { updatedAfter: after } : { createdAfter: after })),
    ...(before != null && (updated ? { updatedBefore: before } : { createdBefore: before })),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  }
}

/** As the server reads it: an address may leave out the seconds, or name a 31st of February. */
function instantOf(text: string | null | undefined): string | null {
  return text == null ? null : new Date(text).toISOString()
}

function liesIn(at: string, after: string | null | undefined, before: string | null | undefined): boolean {
  const instant = Date.parse(at)
  return (after == null || instant > Date.parse(after)) && (before == null || instant < Date.parse(before))
}

/** Without a value is later than any. The server writes all instants alike, so that their texts have their order. */
function compareValues(a: Place['value'], b: Place['value']): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.entries(value)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, one]) => [key, sorted(one)])
}
