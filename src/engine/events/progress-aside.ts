import type { StoredEvent } from '../../operation/event.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Progress } from '../../operation/progress.ts'
import { type Aside, QUEUE_SIZE } from './subscription.ts'
import type { OperationUpdate } from './updates.ts'

interface PendingProgress {
  readonly operation: Operation
  readonly progress: Progress
  readonly at: number
}

/** The progress that one subscriber has not been told of: the latest of each operation. */
export class ProgressAside implements Aside<StoredEvent, OperationUpdate> {
  readonly #waiting = new Map<string, PendingProgress>()

  /** Whether there was room for it. */
  offer(operation: Operation, progress: Progress, at: number): boolean {
    if (this.#waiting.size >= QUEUE_SIZE && !this.#waiting.has(operation.id)) return false
    this.#waiting.set(operation.id, { operation, progress, at })
    return true
  }

  superseded(event: StoredEvent): void {
    this.#waiting.delete(event.operationId)
  }

  take(cursor: string): OperationUpdate | null {
    const [first] = this.#waiting.values()
    if (first === undefined) return null
    const { operation, progress, at } = first
    this.#waiting.delete(operation.id)
    const { id: operationId, functionName, state, attempt, maxAttempts } = operation
    const error = operation.error?.message ?? null
    return { kind: 'progress', cursor, operationId, functionName, state, attempt, maxAttempts, error, progress, at }
  }

  clear(): void {
    this.#waiting.clear()
  }
}
