import type { Attempt } from './attempt.ts'
import type { OperationEvent } from './event.ts'
import type { Operation } from './operation.ts'
import type { Step } from './step.ts'

/**
 * When an operation is next to be run, as a part of its commit. The local dispatcher arms its timers from it,
 * a cluster's dispatcher moves its jobs in the same transaction.
 *
 * `enqueue`: due for the first time, or again after a rest or a circuit breaker's refusal. `move`: it waits, but for another instant.
 * `retry`: its attempt ended and it waits again. `finish`: its attempt ended and so did the operation.
 * `withdraw`: it is not due any more, whether it waited or ran; one that a circuit breaker refused waits, but is not due. `none`: nothing changes.
 */
export type DispatchIntent =
  | { readonly kind: 'enqueue' | 'move' | 'retry'; readonly at: number }
  | { readonly kind: 'finish' | 'withdraw' | 'none' }

/**
 * What must still be true for the change to be written.
 * `absent`: no operation has this id, nor (for this function) this idempotency key.
 * `version`: nobody changed it since it was read. `token`: the attempt still holds its lease.
 */
export type Guard =
  | { readonly kind: 'absent' }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'token'; readonly token: string }

/** An attempt row to insert, or the end (or sleep, or waking) of one that is there. */
export type AttemptWrite =
  | { readonly kind: 'begin'; readonly attempt: Attempt }
  | {
      readonly kind: 'update'
      readonly id: string
      readonly outcome: Attempt['outcome']
      readonly finishedAt: number | null
      readonly error: Attempt['error']
    }

/**
 * Which parts of the operation's row a change writes. A running attempt stores its progress and its checkpoint
 * beside a person's commands, so a part that a change does not own is left as it is in the store.
 */
export interface RowParts {
  /** Everything but progress and checkpoint; moves the version by one. */
  readonly state: boolean
  readonly progress: boolean
  readonly checkpoint: boolean
  /** Only a retry changes it. What steps have stored belongs to the input before: they are deleted with it. */
  readonly input: boolean
}

/** One atomic change of one operation: everything in it is written, or nothing. */
export interface Change {
  readonly operation: Operation
  readonly guard: Guard
  /** The row before, for the counters; null when the operation is new. */
  readonly before: Operation | null
  readonly writes: RowParts
  readonly attempt: AttemptWrite | null
  readonly steps: readonly Step[]
  readonly event: OperationEvent | null
  readonly dispatch: DispatchIntent
}
