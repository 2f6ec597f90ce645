import type { ExecutionResult } from 'graphql'

type Results = AsyncIterableIterator<ExecutionResult>
type Next = IteratorResult<ExecutionResult, undefined>

const DONE = { done: true, value: undefined } as const

/**
 * The running subscriptions, over whichever transport.
 *
 * Each is wrapped so that it ends when its client is gone or the server stops, even while it waits for an event, and
 * so that a source that fails says so in a last result with `errors` instead of breaking the connection.
 */
export class ResultStreams {
  readonly #format: (error: unknown) => Error
  readonly #open = new Set<() => void>()
  readonly #byContext = new WeakMap<object, Results>()
  #requests = 0

  constructor(format: (error: unknown) => Error) {
    this.#format = format
  }

  get size(): number {
    return this.#open.size
  }

  /** Those of them that answer requests, as server-sent events. */
  get requests(): number {
    return this.#requests
  }

  /**
   * @param context the context that it was subscribed with
   * @param signal aborted when the client is gone
   */
  wrap(source: AsyncIterable<ExecutionResult>, context: object, signal?: AbortSignal): Results {
    const stream = new ResultStream(source, this.#format, () => {
      this.#open.delete(stream.end)
      signal?.removeEventListener('abort', stream.end)
      if (signal !== undefined) this.#requests -= 1
    })
    if (signal !== undefined) this.#requests += 1
    this.#open.add(stream.end)
    signal?.addEventListener('abort', stream.end)
    if (signal?.aborted) stream.end()
    this.#byContext.set(context, stream)
    return stream
  }

  /**
   * What was subscribed with this context, without the layers that Yoga lays around it to mask errors: they are masked
   * already, once for all who share them, and a thousand clients feel each layer.
   */
  of(context: object): Results | null {
    return this.#byContext.get(context) ?? null
  }

  /** Completes all of them. */
  endAll(): void {
    for (const end of [...this.#open]) end()
  }
}

class ResultStream implements Results {
  readonly #source: AsyncIterator<ExecutionResult>
  readonly #format: (error: unknown) => Error
  readonly #onEnd: () => void
  #ended = false
  #complete: (() => void) | null = null

  constructor(source: AsyncIterable<ExecutionResult>, format: (error: unknown) => Error, onEnd: () => void) {
    this.#source = source[Symbol.asyncIterator]()
    this.#format = format
    this.#onEnd = onEnd
  }

  readonly end = (): void => {
    if (this.#ended) return
    this.#ended = true
    this.#onEnd()
    // Whether a source can end while it is asked for its next value is up to it; nobody waits for that here.
    this.#source.return?.().catch(() => undefined)
    this.#complete?.()
  }

  next(): Promise<Next> {
    if (this.#ended) return Promise.resolve(DONE)
    return new Promise((resolve) => {
      this.#complete = () => resolve(DONE)
      this.#source.next().then(
        (result) => resolve(result.done === true ? this.#finished() : result),
        (error: unknown) => resolve(this.#failed(error)),
      )
    })
  }

  return(): Promise<Next> {
    this.end()
    return Promise.resolve(DONE)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #finished(): Next {
    this.end()
    return DONE
  }

  #failed(error: unknown): Next {
    if (this.#ended) return DONE
    // Otherwise the end would complete the very call that the failure answers.
    this.#complete = null
    this.end()
    return { done: false, value: { errors: [this.#format(error) as never] } }
  }
}
