import type { LogPosition } from './cursor.ts'
import type { JsonObject } from './json.ts'
import type { Operation } from './operation.ts'
import type { ErrorCategory } from './operation-error.ts'
import type { FinishedState, OperationState } from './state.ts'

/** Which operations; absent parts do not restrict. Instants are milliseconds since the epoch, bounds exclusive. */
export interface OperationFilter {
  readonly ids?: readonly string[]
  readonly states?: readonly OperationState[]
  readonly functionNames?: readonly string[]
  readonly categories?: readonly ErrorCategory[]
  /** In the id, idempotency key, function name, error message or a metadata value; letters' case does not matter. */
  readonly search?: string
  /** Top-level metadata keys with these very values. */
  readonly metadata?: JsonObject
  /** True: those that succeeded by themselves after at least one failed attempt; false: all others. */
  readonly recovered?: boolean
  /** True: those of which at least one attempt failed, whatever came of them; false: all others. */
  readonly hasFailedAttempts?: boolean
  readonly createdAfter?: number
  readonly createdBefore?: number
  readonly updatedAfter?: number
  readonly updatedBefore?: number
}

export const ORDER_FIELDS = ['created_at', 'updated_at', 'next_attempt_at', 'priority'] as const
export type OrderField = (typeof ORDER_FIELDS)[number]

/** Ties are broken by id, in the same direction. Operations without a next attempt sort as later than any with one. */
export interface OperationOrder {
  readonly field: OrderField
  readonly direction: 'asc' | 'desc'
}

/** The place of a row in an order: its value of the order's field (null: no next attempt) and its id. */
export interface PageKey {
  readonly value: number | null
  readonly id: string
}

export interface OperationQuery {
  readonly filter: OperationFilter
  readonly order: OperationOrder
  /** From 1 to 1000. */
  readonly limit: number
  /** Only rows after, and only rows before, these places of the order. */
  readonly after?: PageKey
  readonly before?: PageKey
  /** Take the last rows of the range instead of the first; they still come in the order asked for. */
  readonly fromEnd?: boolean
}

export interface OperationPage {
  readonly operations: readonly Operation[]
  /** Whether the range holds rows beyond the limit, in the direction of reading. */
  readonly hasMore: boolean
}

/** A page of something that belongs to one operation, by rising number (an attempt's sequence, an event's position). */
export interface NumberPage {
  readonly limit: number
  readonly after?: number
  readonly before?: number
  readonly fromEnd?: boolean
}

export interface Paged<T> {
  readonly items: readonly T[]
  /** Whether the range holds more beyond the limit, in the direction of reading. */
  readonly hasMore: boolean
}

export interface LogQuery {
  readonly after: LogPosition
  readonly limit: number
  readonly operationId?: string
}

/** Instants are milliseconds since the epoch and whole multiples of the shortest span. */
export interface ActivityQuery {
  /** Included. */
  readonly from: number
  /** Excluded. */
  readonly until: number
  /** The length of the spans answered, counted from `from`; a whole multiple of the shortest. */
  readonly spanMs: number
}

export interface BreakerLogQuery {
  readonly after: LogPosition
  readonly limit: number
  readonly scope?: string
}

/** Operations that finished in this state before the instant. */
export interface FinishedBefore {
  readonly state: FinishedState
  readonly before: number
  /** Only those of this function. */
  readonly functionName?: string
}

/** What was kept long enough: such operations, and entries of the log and points of activity from before an instant. */
export interface Expired {
  readonly finished: readonly FinishedBefore[]
  readonly entriesBefore: number | null
}
