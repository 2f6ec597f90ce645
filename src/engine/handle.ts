import {
  OperationCancelledError,
  type OperationEndedError,
  OperationExhaustedError,
  OperationFailedError,
} from '../operation/errors.ts'
import { endsRound } from '../operation/event.ts'
import type { Operation } from '../operation/operation.ts'
import type { OperationUpdate, WatchOptions } from './events/updates.ts'
import type { CancelOptions, ControlOptions, RetryOptions } from './options.ts'
import type { Recovery } from './recovery.ts'
import type { Ending } from './waiters.ts'

/** One operation in the hands of the program that started it, or that asked for it by id. */
export class Handle<O> {
  readonly id: string
  readonly #recovery: Recovery

  constructor(recovery: Recovery, id: string) {
    this.#recovery = recovery
    this.id = id
  }

  /**
   * The operation as it is now.
   *
   * @throws NotFoundError when it does not exist (any more)
   */
  operation(): Promise<Operation> {
    return this.#recovery.requireOperation(this.id)
  }

  /**
   * The function's result, as soon as there is one. Retries, restarts of the server and pauses are waited through.
   *
   * @throws OperationFailedError, OperationExhaustedError or OperationCancelledError when it ended without one;
   *   `cause` is the original error when it was thrown in this process
   */
  async result(): Promise<O> {
    return resultOf<O>(await this.#recovery.ending(this.id))
  }

  pause(options?: ControlOptions): Promise<Operation> {
    return this.#recovery.pause(this.id, options)
  }

  resume(options?: ControlOptions): Promise<Operation> {
    return this.#recovery.resume(this.id, options)
  }

  retry(options?: RetryOptions): Promise<{ operation: Operation; retryId: string }> {
    return this.#recovery.retry(this.id, options)
  }

  cancel(options?: CancelOptions): Promise<Operation> {
    return this.#recovery.cancel(this.id, options)
  }

  /** Its changes of state and its progress, from now on or after a cursor; ends with the operation's end of a round. */
  async *updates(options: Pick<WatchOptions, 'after' | 'signal'> = {}): AsyncGenerator<OperationUpdate, void> {
    for await (const update of this.#recovery.watch({ ...options, operationId: this.id })) {
      yield update
      if (update.kind === 'state' && (endsRound(update.event) || update.event.type === 'deleted')) return
    }
  }
}

/** The result of an operation that ended, or the error that it ended with, thrown. */
export function resultOf<O>(ending: Ending): O {
  if (ending.operation.state === 'success') return ending.operation.result as O
  throw endedError(ending)
}

function endedError({ operation, cause }: Ending): OperationEndedError {
  const { id, error } = operation
  const reason = error === null ? '' : `: ${error.message}`
  if (operation.state === 'cancelled') {
    return new OperationCancelledError('INVALID_TRANSITION', `Operation "${id}" was cancelled`, id, error, cause)
  }
  if (operation.state === 'failed')
    return new OperationFailedError('INTERNAL', `Operation "${id}" failed${reason}`, id, error, cause)
  const attempts = `after ${operation.totalAttempts} attempt${operation.totalAttempts === 1 ? '' : 's'}`
  return new OperationExhaustedError(
    `Operation "${id}" was given up ${attempts}${reason}`,
    id,
    operation.totalAttempts,
    error,
    cause,
  )
}
