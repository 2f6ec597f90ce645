import type { Clock, Timer } from '../operation/clock.ts'
import type { Store } from '../operation/store.ts'
import type { Log } from './context.ts'

const SWEEP_MS = 60_000
const BATCH = 500

/** For how long finished operations and log entries are kept, in milliseconds; null keeps them for ever. */
export interface RetentionPeriods {
  readonly operationsMs: number | null
  readonly eventsMs: number | null
}

/** Deletes what is older than its period: once a minute, in small batches, so that nobody waits for it. */
export class Retention {
  readonly #store: Store
  readonly #clock: Clock
  readonly #periods: RetentionPeriods
  readonly #log: Log
  #timer: Timer | null = null
  #open = false
  #sweeping: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, periods: RetentionPeriods, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#periods = periods
    this.#log = log
  }

  start(): void {
    this.#open = true
    this.#sweeping = this.sweep()
      .catch((error) => this.#log.warn({ err: error }, 'Old operations could not be deleted; it is tried again in a minute'))
      .finally(() => {
        if (this.#open) this.#timer = this.#clock.timer(SWEEP_MS, () => this.start())
      })
  }

  async stop(): Promise<void> {
    this.#open = false
    this.#timer?.cancel()
    await this.#sweeping
  }

  /** Deletes all that is too old now. */
  async sweep(): Promise<void> {
    const { operationsMs, eventsMs } = this.#periods
    if (operationsMs !== null)
      await this.#inBatches((limit) => this.#store.deleteFinished(this.#clock.now() - operationsMs, limit))
    if (eventsMs === null) return
    await this.#inBatches((limit) => this.#store.trimLog(this.#clock.now() - eventsMs, limit))
    await this.#inBatches((limit) => this.#store.trimActivity(this.#clock.now() - eventsMs, limit))
  }

  async #inBatches(deleteSome: (limit: number) => Promise<number>): Promise<void> {
    let deleted = BATCH
    while (this.#open && deleted === BATCH) deleted = await deleteSome(BATCH)
  }
}
