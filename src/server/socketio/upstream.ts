import type { Clock, Timer } from '../../operation/clock.ts'
import type { GraphqlOptions } from '../graphql-api.ts'
import { dataOf, type Results } from '../own-graphql.ts'

// After a failure of the store; there is nothing to gain from asking more often.
const RESTART_MS = 1000
// Sockets write when the loop turns. A burst of thousands must not pile up before they get to it.
const ITEMS_PER_TURN = 64

/** What is given to everything here. */
export interface Surroundings {
  readonly clock: Clock
  readonly log: GraphqlOptions['log']
}

export interface UpstreamParts<R, T> extends Surroundings {
  /** The newest place of the event log. */
  readonly head: () => Promise<string>
  readonly follow: (after: string) => Promise<Results<R>>
  readonly itemOf: (data: R) => T
  readonly deliver: (item: T) => void
  /** What happened up to now can no longer be told: from here on it goes on with what is new. */
  readonly onGap: () => void
}

/**
 * One subscription that goes on for as long as it is wanted. When it fails it is begun again after the last item, so
 * nothing is lost, doubled or out of order; only when the log no longer holds that place it goes on from the newest one.
 */
export class Upstream<R, T extends { readonly cursor: string }> {
  readonly #parts: UpstreamParts<R, T>
  readonly #begun = Promise.withResolvers<void>()
  #cursor: string | null = null
  #results: Results<R> | null = null
  #pause: { readonly timer: Timer; readonly end: () => void } | null = null
  #stopped = false

  constructor(parts: UpstreamParts<R, T>) {
    this.#parts = parts
    void this.#run()
  }

  /** Resolves when whatever happens from now on will be delivered, or when the first try has failed. */
  get begun(): Promise<void> {
    return this.#begun.promise
  }

  /** The place of the last item, or where it began; null before that. */
  get cursor(): string | null {
    return this.#cursor
  }

  stop(): void {
    this.#stopped = true
    this.#pause?.timer.cancel()
    this.#pause?.end()
    void this.#results?.return?.()
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#follow()
      } catch (error) {
        this.#failed(error)
      }
      this.#begun.resolve()
      if (!this.#stopped) await this.#wait()
    }
  }

  async #follow(): Promise<void> {
    const { head, follow, itemOf, deliver } = this.#parts
    this.#cursor ??= await head()
    this.#results = await follow(this.#cursor)
    // It may have been stopped while it began.
    if (this.#stopped) void this.#results.return?.()
    this.#begun.resolve()
    let items = 0
    for await (const result of this.#results) {
      const item = itemOf(dataOf(result))
      this.#cursor = item.cursor
      deliver(item)
      if (++items % ITEMS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #failed(error: unknown): void {
    const { code } = (error as { extensions?: { code?: unknown } }).extensions ?? {}
    this.#parts.log.warn({ err: error }, 'The source of the socket events failed and is begun again')
    if (code !== 'CURSOR_EXPIRED') return
    this.#cursor = null
    this.#parts.onGap()
  }

  #wait(): Promise<void> {
    return new Promise((end) => {
      this.#pause = { timer: this.#parts.clock.timer(RESTART_MS, end), end }
    })
  }
}
