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

/** Called after each sweep, the first one at the start, with how many operations it deleted. The signal says: the engine stops. */
export type AfterSweep = (deleted: number, signal: AbortSignal) => Promise<void>

/** Deletes what is older than its period: once a minute, in small batches, so that nobody waits for it. */
export class Retention {
  readonly #store: Store
  readonly #clock: Clock
  #periods: RetentionPeriods
  readonly #log: Log
  readonly #after: AfterSweep[] = []
  readonly #stopped = new AbortController()
  #timer: Timer | null = null
  #open = false
  #sweeping: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, periods: RetentionPeriods, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#periods = periods
    this.#log = log
  }

  /** From the next sweep on. */
  keepFor(periods: RetentionPeriods): void {
    this.#periods = periods
  }

  start(): void {
    this.#open = true
    this.#sweeping = this.sweep()
      .then((deleted) => this.#tellSwept(deleted))
      .catch((error) => this.#log.warn({ err: error }, 'Old operations could not be deleted; it is tried again in a minute'))
      .finally(() => {
        if (this.#open) this.#timer = this.#clock.timer(SWEEP_MS, () => this.start())
      })
  }

  async stop(): Promise<void> {
    this.#open = false
    this.#stopped.abort()
    this.#timer?.cancel()
    await this.#sweeping
  }

  afterSweep(listener: AfterSweep): void {
    this.#after.push(listener)
  }

  async #tellSwept(deleted: number): Promise<void> {
    for (const listener of this.#after) {
      if (this.#open) await listener(deleted, this.#stopped.signal)
    }
  }

  /** Deletes all that is too old now; answers how many operations that were. */
  async sweep(): Promise<number> {
    const { operationsMs, eventsMs } = this.#periods
    const deleteOperations = (limit: number) => this.#store.deleteFinished(this.#clock.now() - (operationsMs ?? 0), limit)
    const deleted = operationsMs === null ? 0 : await this.#inBatches(deleteOperations)
    if (eventsMs !== null) await this.#inBatches((limit) => this.#store.trimLog(this.#clock.now() - eventsMs, limit))
    return deleted
  }

  async #inBatches(deleteSome: (limit: number) => Promise<number>): Promise<number> {
    let sum = 0
    let deleted = BATCH
    while (this.#open && deleted === BATCH) {
      deleted = await deleteSome(BATCH)
      sum += deleted
    }
    return sum
  }
}
