import type { JsonObject } from './json.ts'
import { type FinishedOperation, type Operation, roundDurationMs } from './operation.ts'
import type { OperationState } from './state.ts'

/** What happened to an operation; the names are stored for ever. `deleted` is told of those that a person deletes, not of retention. */
export const EVENT_TYPES = [
  'created',
  'attempt_started',
  'attempt_failed',
  'attempt_timed_out',
  'attempt_interrupted',
  'handed_over',
  'sleeping',
  'blocked',
  'unblocked',
  'succeeded',
  'expired',
  'paused',
  'resumed',
  'retried',
  'cancelled',
  'deleted',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** One entry of the event log before it has a position: the values at this moment, not later ones. */
export interface OperationEvent {
  readonly operationId: string
  readonly functionName: string
  readonly type: EventType
  readonly state: OperationState
  readonly attempt: number
  readonly maxAttempts: number
  readonly totalAttempts: number
  readonly error: string | null
  readonly nextAttemptAt: number | null
  /** Only on the last event of a round: milliseconds from the round's first attempt to its end. */
  readonly durationMs: number | null
  /** Who asked for it, when a person or a program did. */
  readonly actor: string | null
  readonly data: JsonObject | null
  readonly at: number
}

/** An entry of the log. Positions rise in commit order and are never reused. */
export interface StoredEvent extends OperationEvent {
  readonly position: number
}

export interface EventDetails {
  readonly actor?: string | null
  readonly data?: JsonObject | null
}

/** The event of a change that led to `operation`. */
export function eventOf(type: EventType, operation: Operation, details: EventDetails = {}): OperationEvent {
  return {
    operationId: operation.id,
    functionName: operation.functionName,
    type,
    state: operation.state,
    attempt: operation.attempt,
    maxAttempts: operation.maxAttempts,
    totalAttempts: operation.totalAttempts,
    error: operation.error === null ? null : operation.error.message,
    nextAttemptAt: operation.dueAt,
    durationMs: operation.finishedAt === null ? null : roundDurationMs(operation),
    actor: details.actor ?? null,
    data: details.data ?? null,
    at: operation.updatedAt,
  }
}

/** Whether it ends a round of its operation. */
export function endsRound(event: Pick<OperationEvent, 'durationMs'>): boolean {
  return event.durationMs !== null
}

/** Who deletes operations, when, and as a part of which bulk operation, if of any. */
export interface Deletion {
  readonly actor: string | null
  readonly at: number
  readonly bulk?: string
}

/** The event of an operation that a person deletes: its last values, and no end of a round once more. */
export function deletionEvent(operation: FinishedOperation, { actor, at, bulk }: Deletion): OperationEvent {
  const data = bulk === undefined ? null : { bulk }
  return { ...eventOf('deleted', operation, { actor, data }), durationMs: null, at: Math.max(at, operation.updatedAt) }
}
