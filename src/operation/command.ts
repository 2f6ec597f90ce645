import type { Json } from './json.ts'
import type { OperationError } from './operation-error.ts'
import type { Progress } from './progress.ts'
import type { Step } from './step.ts'

/** The wait before the next attempt, and the strategy that chose it. */
export interface Delay {
  readonly delayMs: number
  readonly strategy: string
}

/**
 * What keeps an operation from another attempt although its error could be retried: its number of attempts, the number of
 * its error's category, the retry budget of its scope, or its deadline. Stored for ever, in the data of the event.
 */
export const RETRY_LIMITS = ['max_retries', 'category', 'budget', 'deadline'] as const
export type RetryLimit = (typeof RETRY_LIMITS)[number]

/** A circuit breaker that refuses attempts. */
export interface OpenCircuit {
  readonly scope: string
  /** How long until it may permit one; null: nobody knows when a person resets it. */
  readonly retryAfterMs: number | null
}

/** The progress that a running attempt has reached; absent when the command knows of none. */
interface WithProgress {
  readonly progress?: Progress | null
}

interface ByAttempt extends WithProgress {
  /** The fencing token of the attempt that speaks. */
  readonly token: string
}

interface ByPerson extends WithProgress {
  readonly actor: string | null
  /** The id of the bulk operation that this is a part of. */
  readonly bulk?: string
}

/** Everything that can be asked of an operation that exists. */
export type Command =
  | { readonly type: 'begin'; readonly attemptId: string; readonly token: string; readonly server: string }
  | (ByAttempt & { readonly type: 'checkpoint'; readonly steps: readonly Step[]; readonly checkpoint?: Json })
  | (ByAttempt & { readonly type: 'sleep'; readonly until: number })
  | (ByAttempt & {
      readonly type: 'complete'
      readonly result: Json
      /** The last failure, when a fallback answered in its place. */
      readonly insteadOf?: { readonly error: OperationError; readonly timedOut: boolean }
    })
  | (ByAttempt & {
      readonly type: 'fail'
      readonly error: OperationError
      readonly timedOut: boolean
      /** What the policy decided; null when no retry is left to it (a budget, a category's limit). */
      readonly retry: Delay | null
      /** Why the operation ends when no attempt follows, if that is more than the error itself. */
      readonly ending?: OperationError
      /** Which limit it is that no attempt follows, when the error could be retried. */
      readonly limit?: RetryLimit
    })
  | (ByAttempt & { readonly type: 'lost'; readonly retry: Delay; readonly maxInterruptions: number })
  | (ByAttempt & { readonly type: 'hand_over' })
  | {
      readonly type: 'blocked'
      readonly scope: string
      /** When the breaker may close. */
      readonly until: number
      readonly whenOpen: 'wait' | 'fail'
      readonly error: OperationError
    }
  /** Its circuit breaker permits it, or will at `at`. */
  | { readonly type: 'unblock'; readonly at: number }
  | (WithProgress & { readonly type: 'expire' })
  | (ByPerson & { readonly type: 'pause' })
  | (ByPerson & { readonly type: 'resume' })
  | (ByPerson & {
      readonly type: 'retry'
      readonly force: boolean
      /** Attempts of the new round; null leaves the operation's own number. */
      readonly maxAttempts: number | null
      /** Another input for the new round, which then begins anew: without the checkpoint and the steps of the input before. */
      readonly input?: Json
      /** The id for the attempt it leads to, unless the operation has promised one already. */
      readonly attemptId: string
      /** Set while the operation's circuit breaker is open. */
      readonly circuit: OpenCircuit | null
    })
  | (ByPerson & { readonly type: 'cancel'; readonly reason: string | null })

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
