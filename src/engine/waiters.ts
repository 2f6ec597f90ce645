import { NotFoundError } from '../operation/errors.ts'
import type { FinishedOperation, Operation } from '../operation/operation.ts'
import type { Store } from '../operation/store.ts'
import { holdProcess } from './system.ts'

/** What a waiter is told: the finished row, and the original error when it was thrown in this process. */
export interface Ending {
  readonly operation: FinishedOperation
  readonly cause: unknown
}

type Resolve = (ending: Ending) => void

/** Callers that wait for operations to end. While there are any, the process stays alive: else an `await` of a result could end it. */
export class Waiters {
  readonly #waiting = new Map<string, Set<Resolve>>()
  readonly #causes = new Map<string, unknown>()
  #release: (() => void) | null = null

  /** Calls `resolve` at the operation's next end; answers the way to stop waiting. */
  add(operationId: string, resolve: Resolve): () => void {
    let waiting = this.#waiting.get(operationId)
    if (waiting === undefined) {
      waiting = new Set()
      this.#waiting.set(operationId, waiting)
    }
    waiting.add(resolve)
    this.#release ??= holdProcess()
    return () => {
      if (waiting.delete(resolve) && waiting.size === 0 && this.#waiting.get(operationId) === waiting) this.#drop(operationId)
    }
  }

  /** Waits for the operation's next end, until `stop`. */
  wait(operationId: string): { readonly ended: Promise<Ending>; readonly stop: () => void } {
    const { promise, resolve } = Promise.withResolvers<Ending>()
    return { ended: promise, stop: this.add(operationId, resolve) }
  }

  /** Keeps the thrown value for whoever waits: the store keeps only its description. */
  noteCause(operationId: string, cause: unknown): void {
    if (this.#waiting.has(operationId)) this.#causes.set(operationId, cause)
  }

  follow(operation: Operation): void {
    if (isEnding(operation)) this.#ended(operation)
  }

  #ended(operation: FinishedOperation): void {
    const waiting = this.#waiting.get(operation.id)
    if (waiting === undefined) return
    const cause = operation.state === 'success' ? undefined : this.#causes.get(operation.id)
    this.#drop(operation.id)
    for (const resolve of waiting) resolve({ operation, cause })
  }

  #drop(operationId: string): void {
    this.#waiting.delete(operationId)
    this.#causes.delete(operationId)
    if (this.#waiting.size === 0) this.letGo()
  }

  /** The engine has stopped: nobody's wait keeps the process alive any more. */
  letGo(): void {
    this.#release?.()
    this.#release = null
  }
}

/**
 * Resolves when the operation has ended.
 *
 * @throws NotFoundError
 */
export async function endingOf(id: string, waiters: Waiters, store: Store): Promise<Ending> {
  const waiting = waiters.wait(id)
  try {
    // It may have ended before anybody waited.
    const operation = await store.operation(id)
    if (operation === null) throw new NotFoundError(id)
    return isEnding(operation) ? { operation, cause: undefined } : await waiting.ended
  } finally {
    waiting.stop()
  }
}

export function isEnding(operation: Operation): operation is FinishedOperation {
  return operation.finishedAt !== null
}
