import type { StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { StoredEvent } from '../../operation/event.ts'
import type { Progress } from '../../operation/progress.ts'
import type { OperationState } from '../../operation/state.ts'

/** Which updates a subscriber wants; absent parts do not restrict. */
export interface WatchOptions {
  readonly operationId?: string
  readonly functionName?: string
  readonly states?: readonly OperationState[]
  /** Only what ended a round of an operation. */
  readonly ends?: boolean
  /** A cursor: what came after it is replayed from the log, then it goes on live, without a gap or a duplicate. */
  readonly after?: string
  /** Whether to be told of progress and of finished steps too. Default true. */
  readonly progress?: boolean
  /** Ends the iteration. */
  readonly signal?: AbortSignal
}

/** A change of state, from the log. */
export interface StateUpdate {
  readonly kind: 'state'
  readonly cursor: string
  /**
   * As it was written, but for one that waits for a circuit breaker: its `nextAttemptAt` is what is known when the first
   * subscriber reads it.
   */
  readonly event: StoredEvent
  /** The progress known when the first subscriber reads the update, if the operation still runs here. */
  readonly progress: Progress | null
}

/**
 * A running attempt has reported progress or finished a step: coalesced per operation, never replayed; `cursor` is the last one
 * passed.
 */
export interface ProgressUpdate {
  readonly kind: 'progress'
  readonly cursor: string
  readonly operationId: string
  readonly functionName: string
  readonly state: OperationState
  readonly attempt: number
  readonly maxAttempts: number
  readonly error: string | null
  /** The latest; null when none was reported. */
  readonly progress: Progress | null
  readonly at: number
}

export type OperationUpdate = StateUpdate | ProgressUpdate

/** Which changes of circuit breakers a subscriber wants. */
export interface BreakerWatchOptions {
  readonly scope?: string
  /** A cursor: what came after it is replayed from the log, then it goes on live, without a gap or a duplicate. */
  readonly after?: string
  /** Ends the iteration. */
  readonly signal?: AbortSignal
}

/** A change of a circuit breaker, from the log. */
export interface BreakerUpdate {
  readonly cursor: string
  readonly event: StoredBreakerEvent
}
