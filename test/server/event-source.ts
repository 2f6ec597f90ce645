type Next = IteratorResult<string, undefined>

const DONE = { done: true, value: undefined } as const

/** A source of events that a test controls: pushed by hand, or made up as they are asked for. */
export class EventSource implements AsyncIterableIterator<string> {
  /** How many events were asked for and given. */
  taken = 0
  /** Makes the next event when none was pushed; null ends the source. */
  #make: (() => string | null) | null = null
  readonly #queue: (string | Error)[] = []
  readonly #closed = Promise.withResolvers<void>()
  #waiting: PromiseWithResolvers<Next> | null = null
  #ended = false

  /** Resolves when the subscriber has gone. */
  get closed(): Promise<void> {
    return this.#closed.promise
  }

  push(event: string | Error): void {
    this.#queue.push(event)
    this.#answer()
  }

  /** Lets `make` answer one who already waits. */
  produce(make: () => string | null): void {
    this.#make = make
    this.#answer()
  }

  async next(): Promise<Next> {
    if (this.#ended) return DONE
    const event = this.#queue.shift() ?? this.#make?.()
    if (event === null) return this.return()
    if (event instanceof Error) throw event
    if (event === undefined) {
      this.#waiting = Promise.withResolvers<Next>()
      return this.#waiting.promise
    }
    this.taken++
    return { done: false, value: event }
  }

  async return(): Promise<Next> {
    this.#ended = true
    this.#closed.resolve()
    return DONE
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #answer(): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null) this.next().then(waiting.resolve, waiting.reject)
  }
}
