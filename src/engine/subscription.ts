import { encodeCursor, type LogPosition } from '../operation/cursor.ts'
import type { StoredEvent } from '../operation/event.ts'
import type { Operation } from '../operation/operation.ts'
import type { Progress } from '../operation/progress.ts'
import type { Store } from '../operation/store.ts'
import { holdProcess } from './system.ts'
import type { OperationUpdate, WatchOptions } from './updates.ts'

/** Events that one subscriber may have waiting. Beyond that it reads the log, which holds them anyway. */
export const QUEUE_SIZE = 1000
const PAGE = 500

interface SubscriptionParts {
  readonly store: Store
  readonly options: WatchOptions
  readonly after: LogPosition | null
  readonly progressOf: (operationId: string) => Progress | null
  readonly onClose: () => void
}

interface PendingProgress {
  readonly operation: Operation
  readonly progress: Progress
  readonly at: number
}

const DONE = { done: true, value: undefined } as const

/**
 * One subscriber. It reads the log until it has caught up, then takes what is published; when it falls behind it
 * drops its queue and reads the log again from the last event it passed. So no change of state is lost or doubled,
 * and its memory is bounded. Progress is kept apart, one entry an operation, and is dropped under pressure.
 */
export class Subscription implements AsyncIterableIterator<OperationUpdate> {
  readonly #parts: SubscriptionParts
  /** What was published and not yet taken; follows the log without a gap while `#live`. */
  #queue: StoredEvent[] = []
  /** What was read from the log and not yet taken. */
  #page: StoredEvent[] = []
  readonly #progress = new Map<string, PendingProgress>()
  /** The last place that this subscriber passed: delivered, or not meant for it. */
  #passed: LogPosition
  /** Whether everything after the page arrives in the queue; otherwise the log must be read (again). */
  #live: boolean
  /** Whether a page of the log is on its way: what it holds comes before what is published meanwhile. */
  #reading = false
  #closed = false
  #notify: () => void = () => undefined
  #turn: Promise<unknown> = Promise.resolve()
  readonly #onAbort = () => this.close()

  constructor(parts: SubscriptionParts) {
    this.#parts = parts
    this.#live = parts.after === null
    this.#passed = parts.after ?? parts.store.head()
    const { signal } = parts.options
    if (signal?.aborted) this.#closed = true
    signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  offer(events: readonly StoredEvent[]): void {
    for (const event of events) this.#offerOne(event)
    if (this.#queue.length > 0) this.#notify()
  }

  offerProgress(operation: Operation, progress: Progress, at: number): void {
    if (this.#parts.options.progress === false || !this.#live) return
    if (!this.#wants({ operationId: operation.id, functionName: operation.functionName, state: operation.state })) return
    if (this.#progress.size >= QUEUE_SIZE && !this.#progress.has(operation.id)) return
    this.#progress.set(operation.id, { operation, progress, at })
    this.#notify()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#queue = []
    this.#page = []
    this.#progress.clear()
    this.#parts.options.signal?.removeEventListener('abort', this.#onAbort)
    this.#parts.onClose()
    this.#notify()
  }

  next(): Promise<IteratorResult<OperationUpdate, undefined>> {
    const result = this.#turn.then(() => this.#pull())
    this.#turn = result.catch(() => undefined)
    return result
  }

  async return(): Promise<IteratorResult<OperationUpdate, undefined>> {
    this.close()
    return DONE
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #offerOne(event: StoredEvent): void {
    if (!this.#live) return
    // What it says is newer than the progress that waits, also for one who did not ask for it.
    this.#progress.delete(event.operationId)
    if (!this.#wants(event)) {
      // Nothing waits before it, nor is on its way from the log, so it is passed at once: the subscriber of rare events
      // must not fall out of the log.
      if (!this.#reading && this.#queue.length + this.#page.length === 0) this.#pass(event.position)
      return
    }
    if (this.#queue.length < QUEUE_SIZE) this.#queue.push(event)
    else this.#fallBehind()
  }

  #fallBehind(): void {
    this.#live = false
    this.#queue = []
    // What ends it may now be read from the log, where nobody compares the two.
    this.#progress.clear()
  }

  async #pull(): Promise<IteratorResult<OperationUpdate, undefined>> {
    while (!this.#closed) {
      const update = this.#take()
      if (update !== null) return { done: false, value: update }
      if (this.#live) await this.#somethingNew()
      else await this.#readLog()
    }
    return DONE
  }

  /** Somebody awaits the next update, so the process must not end for want of anything else to do. */
  async #somethingNew(): Promise<void> {
    const release = holdProcess()
    await new Promise<void>((resolve) => {
      this.#notify = resolve
    })
    release()
  }

  async #readLog(): Promise<void> {
    const { store, options } = this.#parts
    const { operationId } = options
    // From here on, what is published is queued: so nothing is lost between the end of the page and the queue.
    this.#live = true
    this.#reading = true
    const head = store.head()
    try {
      const page = await store.readLog({
        after: this.#passed,
        limit: PAGE,
        ...(operationId === undefined ? {} : { operationId }),
      })
      if (this.#closed) return
      this.#page = [...page]
      if (page.length === PAGE) this.#fallBehind()
      else if (page.length === 0) this.#pass(head.position)
    } catch (error) {
      this.close()
      throw error
    } finally {
      this.#reading = false
    }
  }

  #take(): OperationUpdate | null {
    for (const waiting of [this.#page, this.#queue]) {
      for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
        // The page may already hold what was published while it was read.
        if (event.position <= this.#passed.position) continue
        this.#pass(event.position)
        if (this.#wants(event)) return this.#stateUpdate(event)
      }
    }
    return this.#live ? this.#takeProgress() : null
  }

  #stateUpdate(event: StoredEvent): OperationUpdate {
    return { kind: 'state', cursor: this.#cursor(), event, progress: this.#parts.progressOf(event.operationId) }
  }

  #takeProgress(): OperationUpdate | null {
    const [first] = this.#progress.values()
    if (first === undefined) return null
    const { operation, progress, at } = first
    this.#progress.delete(operation.id)
    const { id: operationId, functionName, state, attempt, maxAttempts } = operation
    const error = operation.error?.message ?? null
    return {
      kind: 'progress',
      cursor: this.#cursor(),
      operationId,
      functionName,
      state,
      attempt,
      maxAttempts,
      error,
      progress,
      at,
    }
  }

  #cursor(): string {
    return encodeCursor(this.#passed)
  }

  #pass(position: number): void {
    if (position > this.#passed.position) this.#passed = { epoch: this.#passed.epoch, position }
  }

  #wants({ operationId, functionName, state }: Pick<StoredEvent, 'operationId' | 'functionName' | 'state'>): boolean {
    const wanted = this.#parts.options
    return (
      (wanted.operationId === undefined || wanted.operationId === operationId) &&
      (wanted.functionName === undefined || wanted.functionName === functionName) &&
      (wanted.states === undefined || wanted.states.includes(state))
    )
  }
}
