import type { Clock, Random } from '../operation/clock.ts'
import { Backoff } from './backoff.ts'
import { ClientError, errorOf, type GraphqlError } from './client-error.ts'
import { type Connection, isUnauthorized } from './connection.ts'

/** How a subscription is followed. */
export interface SubscribeOptions {
  /** Ends it; the loop then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Called in place of an error when events were missed, because the server no longer keeps those after the last
   * cursor. Read again what you show, and answer the `eventCursor` of what you read: the events after it come next.
   * Without an answer it goes on from the moment of the call.
   */
  readonly onGap?: ((error: ClientError) => unknown) | undefined
  /** How many events may wait for a slow reader before the server is asked to hold them. Default 1000. */
  readonly maxQueue?: number | undefined
}

interface StreamOptions extends SubscribeOptions {
  readonly connection: Connection
  readonly endpoint: string
  readonly query: string
  readonly variables: object
  readonly after: string | null
  readonly clock: Clock
  readonly random: Random
  /** Those that are open: it adds itself, and takes itself out. */
  readonly open: Set<{ return(): unknown }>
}

interface Waiter<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void
  readonly reject: (error: unknown) => void
}

interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphqlError[]
}

const MAX_QUEUE = 1000
const NOW = 'query EventCursor { recoveryStatus { eventCursor } }'
const NO_CURSOR = 'A subscription must select `cursor`, so that it can go on from there when the connection is lost'
const NOTHING = () => undefined

/**
 * The events of one subscription, each once and in order, through lost connections and restarts of the server.
 *
 * It remembers the cursor of the last event that arrived, and subscribes again after it. When nobody said where to
 * begin, it asks for the place in the log first: without it the events of an early loss would be gone. It begins with
 * the first `next()`. A reader that falls behind is unsubscribed until it has read what waits for it; the log of the
 * server holds the rest.
 */
export class EventStream<T> implements AsyncIterableIterator<T, undefined> {
  readonly #options: StreamOptions
  readonly #backoff: Backoff
  readonly #queue: T[] = []
  readonly #waiters: Waiter<T>[] = []
  readonly #onAbort = () => {
    this.#queue.length = 0
    this.#end({ error: this.#options.signal?.reason })
  }
  #cursor: string | null
  /** What to do once the reader has read all that arrived, while nothing is under way. */
  #once: (() => void) | null = () => this.#listen()
  /** Ends what is under way: a subscription, or a wait. */
  #stop: () => void = NOTHING
  #ended: { error?: unknown } | null = null

  constructor(options: StreamOptions) {
    this.#options = options
    this.#backoff = new Backoff(options.random)
    this.#cursor = options.after
    options.open.add(this)
    if (options.signal?.aborted) this.#onAbort()
    else options.signal?.addEventListener('abort', this.#onAbort)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#queue.length > 0) return Promise.resolve({ done: false, value: this.#queue.shift() as T })
    if (this.#ended !== null) return this.#answerEnd(this.#ended)
    const answer = new Promise<IteratorResult<T, undefined>>((resolve, reject) => this.#waiters.push({ resolve, reject }))
    const act = this.#once
    this.#once = null
    act?.()
    return answer
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#queue.length = 0
    this.#end({})
    return Promise.resolve({ done: true, value: undefined })
  }

  /** An error is thrown once; after it the iteration is over. */
  #answerEnd(end: { error?: unknown }): Promise<IteratorResult<T, undefined>> {
    this.#ended = {}
    return 'error' in end ? Promise.reject(end.error) : Promise.resolve({ done: true, value: undefined })
  }

  #end(end: { error?: unknown }): void {
    if (this.#ended !== null) return
    this.#ended = end
    this.#once = null
    this.#stop()
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    this.#options.open.delete(this)
    for (const { resolve, reject } of this.#waiters.splice(0)) this.#answerEnd(this.#ended).then(resolve, reject)
  }

  /** At once when the reader waits for more, else when it comes for it. */
  #whenRead(act: () => void): void {
    if (this.#waiters.length > 0) act()
    else this.#once = act
  }

  #listen(): void {
    if (this.#cursor === null) this.#askForNow((now) => this.#listenAfter(now))
    else this.#listenAfter(this.#cursor)
  }

  #listenAfter(cursor: string): void {
    this.#cursor = cursor
    const { query, variables } = this.#options
    // Written anew for each connection: by then the last cursor is another one.
    const current = { ...variables, toJSON: () => ({ ...variables, after: this.#cursor }) }
    this.#subscribe({ query, variables: current }, (data) => this.#onEvent(data))
  }

  #askForNow(use: (cursor: string) => unknown): void {
    this.#subscribe({ query: NOW }, ({ recoveryStatus }) => {
      this.#stop()
      use((recoveryStatus as { eventCursor: string }).eventCursor)
    })
  }

  #subscribe(
    payload: { query: string; variables?: Record<string, unknown> },
    use: (data: Record<string, unknown>) => void,
  ): void {
    let current = true
    const ifCurrent =
      <A extends readonly unknown[]>(act: (...args: A) => void) =>
      (...args: A) => {
        if (current) act(...args)
      }
    try {
      const end = this.#options.connection.subscribe(payload, {
        next: ifCurrent(({ data, errors }: Result) => {
          if (errors?.[0] !== undefined) this.#onErrors(errors)
          else if (data) use(data)
        }),
        error: ifCurrent((error: unknown) => this.#onFailure(error)),
        // These subscriptions have no end: the server is stopping, and its successor goes on.
        complete: ifCurrent(() => this.#again()),
      })
      this.#stop = () => {
        current = false
        end()
      }
    } catch (error) {
      this.#end({ error })
    }
  }

  #onEvent(data: Readonly<Record<string, unknown>>): void {
    const event = Object.values(data)[0] as T & { readonly cursor?: unknown }
    if (typeof event?.cursor === 'string') this.#deliver(event, event.cursor)
    else this.#end({ error: new ClientError(NO_CURSOR, { code: 'INVALID_INPUT' }) })
  }

  #deliver(event: T, cursor: string): void {
    this.#cursor = cursor
    this.#backoff.reset()
    const waiter = this.#waiters.shift()
    if (waiter === undefined) this.#queue.push(event)
    else waiter.resolve({ done: false, value: event })
    if (this.#queue.length < (this.#options.maxQueue ?? MAX_QUEUE)) return
    this.#stop()
    this.#once = () => this.#listen()
  }

  #onErrors(errors: readonly GraphqlError[]): void {
    const error = errorOf(errors)
    this.#stop()
    const isGap = error.code === 'CURSOR_EXPIRED' && this.#options.onGap !== undefined
    // The server is there, but its store is away: as a lost connection, it comes back.
    if (error.code === 'STORE_UNAVAILABLE') this.#again()
    else if (isGap) this.#whenRead(() => this.#bridge(error))
    else this.#end({ error })
  }

  /** The place in the log is asked for before the gap is told of: what is read because of it is never older. */
  #bridge(error: ClientError): void {
    this.#askForNow(async (now) => {
      try {
        const after = await this.#options.onGap?.(error)
        if (this.#ended === null) this.#listenAfter(typeof after === 'string' ? after : now)
      } catch (thrown) {
        this.#end({ error: thrown })
      }
    })
  }

  /** GraphQL errors of this subscription, or what ended the connection for good. */
  #onFailure(failure: unknown): void {
    const { connection } = this.#options
    if (Array.isArray(failure)) this.#onErrors(failure)
    else if (isUnauthorized(failure) && connection.mayHaveExpired) this.#again()
    else this.#end({ error: connection.failureOf(failure) })
  }

  #again(): void {
    this.#stop()
    const timer = this.#options.clock.timer(this.#backoff.nextMs(), () => this.#listen())
    this.#stop = () => timer.cancel()
  }
}
