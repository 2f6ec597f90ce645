import { decodeCursor, encodeCursor, type LogPosition } from '../operation/cursor.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { Progress } from '../operation/progress.ts'
import type { Store } from '../operation/store.ts'
import type { RunningAttempt } from './running-attempt.ts'
import { Subscription } from './subscription.ts'
import type { OperationUpdate, WatchOptions } from './updates.ts'

/** Fans the committed events of the store out to subscribers, and the progress of what runs here. */
export class EventBus {
  readonly #store: Store
  readonly #progressOf: (operationId: string) => Progress | null
  readonly #subscriptions = new Set<Subscription>()
  readonly #stopListening: () => void

  constructor(store: Store, progressOf: (operationId: string) => Progress | null) {
    this.#store = store
    this.#progressOf = progressOf
    this.#stopListening = store.onEvents((events) => this.#publish(events))
  }

  get subscribers(): number {
    return this.#subscriptions.size
  }

  cursor(): string {
    return encodeCursor(this.#store.head())
  }

  cursorAt(position: number): string {
    return encodeCursor({ epoch: this.#store.head().epoch, position })
  }

  /** Begins at the call: whatever is committed from now on is delivered. */
  watch(options: WatchOptions): AsyncIterableIterator<OperationUpdate> {
    const after: LogPosition | null = options.after === undefined ? null : decodeCursor(options.after)
    const subscription = new Subscription({
      store: this.#store,
      options,
      after,
      progressOf: this.#progressOf,
      onClose: () => this.#subscriptions.delete(subscription),
    })
    this.#subscriptions.add(subscription)
    return subscription
  }

  publishProgress(attempt: RunningAttempt, progress: Progress, at: number): void {
    for (const subscription of this.#subscriptions) subscription.offerProgress(attempt.operation, progress, at)
  }

  /** Ends every subscription. */
  close(): void {
    this.#stopListening()
    for (const subscription of [...this.#subscriptions]) subscription.close()
  }

  #publish(events: readonly StoredEvent[]): void {
    for (const subscription of this.#subscriptions) subscription.offer(events)
  }
}
