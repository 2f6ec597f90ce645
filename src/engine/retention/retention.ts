import type { Clock, Timer } from '../../operation/clock.ts'
import type { JsonObject } from '../../operation/json.ts'
import { FINISHED_STATES } from '../../operation/state.ts'
import type { Store } from '../../operation/store.ts'
import type { Context, Log } from '../context.ts'
import type { Registry } from '../registry.ts'
import { activeRows } from '../status.ts'
import { deletesAnything, periodOf, type RetentionPeriods } from './retention-periods.ts'
import { forgetOldSweeps, type PastItsTime, SWEEP_FUNCTION, sweep } from './sweep.ts'

const LOOK_MS = 60_000

// The next look starts a new sweep soon enough. None of the defaults for users' functions may hold it up.
const POLICY = {
  description: 'Deletes finished operations and events that were kept long enough. The server starts it itself.',
  maxRetries: 0,
  concurrency: 1,
  timeout: '1d',
  deadline: '7d',
  circuitBreaker: false,
  budget: false,
  internal: true,
} as const

/** Called after each look, the first one at the start, with how many operations were deleted. The signal says: stop. */
export type AfterSweep = (deleted: number, signal: AbortSignal) => Promise<void>

export interface RetentionParts {
  readonly store: Store
  readonly clock: Clock
  readonly registry: Registry
  readonly log: Log
  /** Starts an operation of the sweep's function. */
  readonly start: () => Promise<unknown>
}

/**
 * Looks once a minute, by index, whether anything was kept long enough, and if so starts an operation that deletes it: so
 * that people see what is deleted, can pause it, and a crash in the middle only delays it.
 */
export class Retention {
  readonly #parts: RetentionParts
  #periods: RetentionPeriods
  readonly #after: AfterSweep[] = []
  readonly #stopped = new AbortController()
  #timer: Timer | null = null
  #open = false
  #looking: Promise<void> = Promise.resolve()

  constructor(parts: RetentionParts, periods: RetentionPeriods) {
    this.#parts = parts
    this.#periods = periods
    this.#register()
  }

  /** From the next look on. */
  keepFor(periods: RetentionPeriods): void {
    this.#periods = periods
    this.#register()
  }

  /** Only where anything is ever deleted. */
  #register(): void {
    const { registry } = this.#parts
    if (!deletesAnything(this.#periods) || registry.find(SWEEP_FUNCTION) !== undefined) return
    registry.add(SWEEP_FUNCTION, (_input: unknown, context) => this.#sweep(context), POLICY)
  }

  start(): void {
    this.#open = true
    this.#looking = this.#look()
      .catch((error) =>
        this.#parts.log.warn({ err: error }, 'Old operations could not be deleted; it is tried again in a minute'),
      )
      .finally(() => {
        if (this.#open) this.#timer = this.#parts.clock.timer(LOOK_MS, () => this.start())
      })
  }

  async stop(): Promise<void> {
    this.#open = false
    this.#stopped.abort()
    this.#timer?.cancel()
    await this.#looking
  }

  afterSweep(listener: AfterSweep): void {
    this.#after.push(listener)
  }

  async #look(): Promise<void> {
    const { store, start } = this.#parts
    const old = this.#pastItsTime()
    const isAnything = (old.finished.length > 0 || old.entriesBefore !== null) && (await store.holdsExpired(old))
    if (!isAnything) return this.#tell(0, this.#stopped.signal)
    // Never two: one that waits, runs, or was paused by a person is the one.
    if (!(await this.#isUnderWay()) && this.#open) await start()
  }

  async #isUnderWay(): Promise<boolean> {
    const counters = await this.#parts.store.counters()
    return counters.some((one) => one.functionName === SWEEP_FUNCTION && activeRows(one) > 0)
  }

  #pastItsTime(): PastItsTime {
    const now = this.#parts.clock.now()
    const { eventsMs } = this.#periods
    const finished = FINISHED_STATES.flatMap((state) => {
      const period = periodOf(this.#periods, state)
      return period === null ? [] : [{ state, before: now - period }]
    })
    return { finished, entriesBefore: eventsMs === null ? null : now - eventsMs }
  }

  async #sweep(context: Context): Promise<JsonObject> {
    const { store, log } = this.#parts
    const swept = await sweep(store, this.#pastItsTime(), context)
    await forgetOldSweeps(store)
    await this.#tell(swept.operations, context.signal).catch((error) => {
      log.warn({ err: error }, 'What belongs to deleted operations could not be cleaned up')
    })
    context.signal.throwIfAborted()
    return { ...swept }
  }

  async #tell(deleted: number, signal: AbortSignal): Promise<void> {
    for (const listener of this.#after) {
      if (!signal.aborted) await listener(deleted, signal)
    }
  }
}
