import type { Duration } from '../operation/duration.ts'
import type { PolicyOptions } from '../policy/policy.ts'

/**
 * How a function is retried and bounded. Absent options take the engine's defaults
 * (`createRecovery({ defaults })`, by default 3 retries after 1 s, 2 s, 4 s).
 */
export interface FunctionOptions extends PolicyOptions {
  /** For people: what the function does. */
  readonly description?: string
}

/** What can be said when an operation is started. */
export interface StartOptions {
  /** Your own id, 1 to 255 characters. Starting the same id with the same input again answers the first operation. */
  readonly id?: string
  /** Unique per function while the operation exists; the same key with the same input answers the first operation. */
  readonly idempotencyKey?: string
  /** From -100 to 100, higher first. Default 0. */
  readonly priority?: number
  /** Yours to search by; not for secrets: what looks like one is redacted before it is stored. */
  readonly metadata?: Readonly<Record<string, unknown>>
  /** Not to be run before this instant. */
  readonly runAt?: Date
  /** The longest a round may take, counted from max(creation, runAt). Default: the function's. */
  readonly deadline?: Duration
  /** Attempts in all, 1 to 1001. Default: the function's maxRetries + 1. */
  readonly maxAttempts?: number
  /** Who asks, for the event log. */
  readonly actor?: string
}

/** Who asks, for the event log. */
export interface ControlOptions {
  readonly actor?: string
}

export interface CancelOptions extends ControlOptions {
  /** Why, for people: kept in the event log, without its secrets. At most 1,000 characters. */
  readonly reason?: string
}

export interface RetryOptions extends ControlOptions {
  /** Retry although the error is not expected to be mended by it, or although the operation was cancelled. */
  readonly force?: boolean
  /** Attempts of the new round, 1 to 1001. Refused for an operation that waits for its next attempt. */
  readonly maxAttempts?: number
}
