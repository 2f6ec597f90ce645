import type { Clock, Timer } from '../../operation/clock.ts'
import type { Store } from '../../operation/store.ts'
import type { Log } from '../context.ts'
import type { Wrapped } from './wrapped.ts'

const FLUSH_MS = 5000

/**
 * Counts the calls that succeeded without being written: to be able to see them costs one small write every five
 * seconds, not one a call. A crash loses the counts of the last seconds.
 */
export class LightCounts {
  readonly #store: Store
  readonly #clock: Clock
  readonly #log: Log
  readonly #uncounted = new Set<Wrapped>()
  #timer: Timer | null = null

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  /** The function has something to count. */
  add(wrapped: Wrapped): void {
    this.#uncounted.add(wrapped)
    this.#timer ??= this.#clock.timer(FLUSH_MS, () => {
      this.#timer = null
      this.#flush().catch(this.#tell)
    })
  }

  /** Resolves once everything counted so far is written; what cannot be written now is kept for later. Never rejects. */
  upToDate(): Promise<void> {
    return this.#flush().catch(this.#tell)
  }

  async #flush(): Promise<void> {
    const counted = [...this.#uncounted].map((wrapped) => ({ wrapped, calls: wrapped.lightSuccesses }))
    this.#uncounted.clear()
    for (const { wrapped } of counted) wrapped.lightSuccesses = 0
    if (counted.length === 0) return
    try {
      await this.#store.countCalls(counted.map(({ wrapped, calls }) => ({ functionName: wrapped.name, calls })))
    } catch (error) {
      for (const { wrapped, calls } of counted) {
        wrapped.lightSuccesses += calls
        this.add(wrapped)
      }
      throw error
    }
  }

  readonly #tell = (err: unknown): void => this.#log.warn({ err }, 'Successful calls could not be counted now')

  async stop(): Promise<void> {
    await this.upToDate()
    this.#timer?.cancel()
  }
}
