import type { OperationError } from './operation-error.ts'

/** How an attempt ended. Only FAILED and TIMED_OUT stay charged (and SUCCESS, which ends the round). */
export const ATTEMPT_OUTCOMES = [
  'running',
  'sleeping',
  'success',
  'failed',
  'timed_out',
  'interrupted',
  'handed_over',
  'paused',
  'cancelled',
] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

/** One execution of an operation's function. */
export interface Attempt {
  readonly id: string
  readonly operationId: string
  /** Counts the attempts of an operation; never reused. */
  readonly sequence: number
  readonly round: number
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly outcome: AttemptOutcome
  readonly error: OperationError | null
  /** The wait decided before it. */
  readonly delayBeforeMs: number | null
  readonly strategy: string | null
  /** The id of the server that ran it. */
  readonly server: string
}
