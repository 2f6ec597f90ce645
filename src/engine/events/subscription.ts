import { encodeCursor, type LogPosition } from '../../operation/cursor.ts'
import type { ProcessHold } from '../system.ts'

/** Events that one subscriber may have waiting. Beyond that it reads the log, which holds them anyway. */
export const QUEUE_SIZE = 1000
const PAGE = 500

/** What a subscriber is told of beside the log, such as progress: dropped under pressure, never replayed. */
export interface Aside<E, U> {
  /** What the event says is newer than what waits here about the same thing. */
  superseded(event: E): void
  take(cursor: string): U | null
  clear(): void
}

/** An event on its way to subscribers. All who are told of it at once are given the same update, so that work on it can be shared. */
export interface Told<E, U> {
  readonly event: E
  update(): U
}

export interface SubscriptionParts<E, U> {
  /** The place after the last committed event. */
  readonly head: () => LogPosition
  readonly readLog: (after: LogPosition, limit: number) => Promise<readonly E[]>
  readonly wants: (event: E) => boolean
  readonly tell: (event: E) => Told<E, U>
  readonly aside: Aside<E, U> | null
  /** Where to begin; null: with what comes from now on. */
  readonly after: LogPosition | null
  readonly signal: AbortSignal | undefined
  readonly hold: ProcessHold
  readonly onClose: () => void
}

const DONE = { done: true, value: undefined } as const

/**
 * One subscriber to one kind of event. It reads the log until it has caught up, then takes what is published; when it
 * falls behind it drops its queue and reads the log again from the last event it passed. So no event is lost or doubled,
 * and its memory is bounded.
 */
export class Subscription<E extends { readonly position: number }, U> implements AsyncIterableIterator<U> {
  readonly #parts: SubscriptionParts<E, U>
  /** What was published and not yet taken; follows the log without a gap while `#live`. */
  #queue: Told<E, U>[] = []
  /** What was read from the log and not yet taken. */
  #page: Told<E, U>[] = []
  /** The last place that this subscriber passed: delivered, or not meant for it. */
  #passed: LogPosition
  /** Whether everything after the page arrives in the queue; otherwise the log must be read (again). */
  #live: boolean
  /** Whether a page of the log is on its way: what it holds comes before what is published meanwhile. */
  #reading = false
  #closed = false
  #notify: () => void = () => undefined
  #turn: Promise<unknown> = Promise.resolve()
  /** How many wait for their turn. */
  #pulls = 0
  readonly #onAbort = () => this.close()

  constructor(parts: SubscriptionParts<E, U>) {
    this.#parts = parts
    this.#live = parts.after === null
    this.#passed = parts.after ?? parts.head()
    const { signal } = parts
    if (signal?.aborted) this.#closed = true
    signal?.addEventListener('abort', this.#onAbort, { once: true })
  }

  /** Whether it has caught up with the log. */
  get live(): boolean {
    return this.#live
  }

  offer(events: readonly Told<E, U>[]): void {
    for (const told of events) this.#offerOne(told)
    if (this.#queue.length > 0) this.#notify()
  }

  /** An event of another kind was committed there: nothing to tell, but its place is passed. */
  passOver(position: number): void {
    // Only when nothing waits before it, nor is on its way from the log. Passed at once, or the subscriber of rare events
    // would fall out of the log.
    if (this.#live && !this.#reading && this.#queue.length + this.#page.length === 0) this.#pass(position)
  }

  /** Something waits aside. */
  notify(): void {
    this.#notify()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#queue = []
    this.#page = []
    this.#parts.aside?.clear()
    this.#parts.signal?.removeEventListener('abort', this.#onAbort)
    this.#parts.onClose()
    this.#notify()
  }

  next(): Promise<IteratorResult<U, undefined>> {
    // Mostly nobody waits, and a thousand subscribers feel each turn of a promise.
    if (this.#pulls === 0) {
      const update = this.#closed ? null : this.#take()
      if (update !== null) return Promise.resolve({ done: false, value: update })
    }
    const pull = () => this.#pull()
    const result = this.#pulls++ === 0 ? pull() : this.#turn.then(pull, pull)
    this.#turn = result
    return result
  }

  async return(): Promise<IteratorResult<U, undefined>> {
    this.close()
    return DONE
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #offerOne(told: Told<E, U>): void {
    if (!this.#live) return
    const { event } = told
    // What it says is newer than what waits aside, also for one who did not ask for it.
    this.#parts.aside?.superseded(event)
    if (!this.#parts.wants(event)) {
      this.passOver(event.position)
      return
    }
    if (this.#queue.length < QUEUE_SIZE) this.#queue.push(told)
    else this.#fallBehind()
  }

  #fallBehind(): void {
    this.#live = false
    this.#queue = []
    // What ends it may now be read from the log, where nobody compares the two.
    this.#parts.aside?.clear()
  }

  async #pull(): Promise<IteratorResult<U, undefined>> {
    try {
      while (!this.#closed) {
        const update = this.#take()
        if (update !== null) return { done: false, value: update }
        if (this.#live) await this.#somethingNew()
        else await this.#readLog()
      }
      return DONE
    } finally {
      this.#pulls--
    }
  }

  /** Somebody awaits the next update, so the process must not end for want of anything else to do. */
  async #somethingNew(): Promise<void> {
    this.#parts.hold.take()
    await new Promise<void>((resolve) => {
      this.#notify = resolve
    })
    this.#parts.hold.give()
  }

  async #readLog(): Promise<void> {
    const { head, readLog, tell } = this.#parts
    // From here on, what is published is queued: so nothing is lost between the end of the page and the queue.
    this.#live = true
    this.#reading = true
    const { position } = head()
    try {
      const page = await readLog(this.#passed, PAGE)
      if (this.#closed) return
      this.#page = page.map(tell)
      if (page.length === PAGE) this.#fallBehind()
      else if (page.length === 0) this.#pass(position)
    } catch (error) {
      this.close()
      throw error
    } finally {
      this.#reading = false
    }
  }

  #take(): U | null {
    for (let told = this.#first(); told !== undefined; told = this.#first()) {
      const { event } = told
      // The page may already hold what was published while it was read.
      if (event.position <= this.#passed.position) continue
      this.#pass(event.position)
      if (this.#parts.wants(event)) return told.update()
    }
    return this.#live ? (this.#parts.aside?.take(encodeCursor(this.#passed)) ?? null) : null
  }

  #first(): Told<E, U> | undefined {
    return this.#page.length > 0 ? this.#page.shift() : this.#queue.shift()
  }

  #pass(position: number): void {
    if (position > this.#passed.position) this.#passed = { epoch: this.#passed.epoch, position }
  }
}
