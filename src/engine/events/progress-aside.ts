import type { StoredEvent } from '../../operation/event.ts'
import type { Operation } from '../../operation/operation.ts'
import type { Progress } from '../../operation/progress.ts'
import { type Aside, QUEUE_SIZE } from './subscription.ts'
import type { OperationUpdate, ProgressUpdate } from './updates.ts'

/** Progress on its way to subscribers: those who passed the same place are given the same update. */
export class ProgressReport {
  readonly operation: Operation
  readonly #progress: Progress | null
  readonly #at: number
  #last: ProgressUpdate | null = null

  constructor(operation: Operation, progress: Progress | null, at: number) {
    this.operation = operation
    this.#progress = progress
    this.#at = at
  }

  updateAt(cursor: string): ProgressUpdate {
    if (this.#last?.cursor !== cursor) this.#last = this.#make(cursor)
    return this.#last
  }

  #make(cursor: string): ProgressUpdate {
    const { id: operationId, functionName, state, attempt, maxAttempts } = this.operation
    const error = this.operation.error?.message ?? null
    const [progress, at] = [this.#progress, this.#at]
    return { kind: 'progress', cursor, operationId, functionName, state, attempt, maxAttempts, error, progress, at }
  }
}

/** The progress that one subscriber has not been told of: the latest of each operation. */
export class ProgressAside implements Aside<StoredEvent, OperationUpdate> {
  readonly #waiting = new Map<string, ProgressReport>()

  /** Whether there was room for it. */
  offer(report: ProgressReport): boolean {
    const { id } = report.operation
    if (this.#waiting.size >= QUEUE_SIZE && !this.#waiting.has(id)) return false
    this.#waiting.set(id, report)
    return true
  }

  superseded(event: StoredEvent): void {
    this.#waiting.delete(event.operationId)
  }

  take(cursor: string): OperationUpdate | null {
    for (const [id, report] of this.#waiting) {
      this.#waiting.delete(id)
      return report.updateAt(cursor)
    }
    return null
  }

  clear(): void {
    this.#waiting.clear()
  }
}
