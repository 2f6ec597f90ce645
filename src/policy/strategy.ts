import type { Random } from '../operation/clock.ts'
import type { OperationError } from '../operation/operation-error.ts'

/** What kind of error it was that an attempt failed with. */
export type FailureKind = Pick<
  OperationError,
  'category' | 'subcategory' | 'severity' | 'recoverability' | 'retryable' | 'retryAfterMs'
>

/** What a strategy decides from. */
export interface DelayInput {
  /** Failures charged in this round, the last one included: from 1. */
  readonly failures: number
  /** The wait before the attempt that failed, in milliseconds; null when there was none. */
  readonly previousMs: number | null
  /** Milliseconds since the round's first failure: 0 at that failure. */
  readonly elapsedMs: number
  /** Why the attempt failed. */
  readonly error: FailureKind
  /** How long earlier outages of this function and category lasted, in milliseconds, the latest last; at most 50. */
  readonly samples: readonly number[]
  readonly random: Random
}

/** How long to wait before the next attempt. An immutable value: it keeps nothing between two calls. */
export interface Strategy {
  /** For people: shown with each attempt and stored with it. */
  readonly name: string
  /** The longest wait it answers, in milliseconds; a Retry-After may exceed it by up to 5 s over the computed wait. */
  readonly maxMs: number
  /** Milliseconds, from 0 to `maxMs`. */
  delay(input: DelayInput): number
}
