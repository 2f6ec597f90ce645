import type { Clock, Random, Timer } from '../operation/clock.ts'
import type { RunningOperation } from '../operation/operation.ts'
import type { ErrorCategory } from '../operation/operation-error.ts'
import type { StoreRecord } from '../operation/record.ts'
import type { Store } from '../operation/store.ts'
import { MAX_SAMPLES, outageSample } from '../policy/learned.ts'
import type { Log } from './context.ts'
import { outageStartedAt } from './outage.ts'
import { keyOf, type Outages, SampleBook } from './sample-book.ts'

const SAVE_MS = 1000

interface SampleParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/**
 * How long outages have lasted, by function and category: what the `learned` strategy waits by. In memory, with a copy
 * in the store that is written once a second at most. Losing some is no harm, so a store that cannot be written only
 * leaves a line in the log.
 */
export class Samples implements Outages {
  readonly #parts: SampleParts
  readonly #book = new SampleBook()
  readonly #unsaved = new Set<string>()
  #timer: Timer | null = null
  #saving: Promise<void> = Promise.resolve()

  constructor(parts: SampleParts) {
    this.#parts = parts
  }

  of(functionName: string, category: ErrorCategory): readonly number[] {
    return this.#book.of(functionName, category)
  }

  add(functionName: string, category: ErrorCategory, ms: number): void {
    this.#book.add(functionName, category, ms)
    this.#unsaved.add(keyOf(functionName, category))
    this.#timer ??= this.#parts.clock.timer(SAVE_MS, () => this.#save())
  }

  /** What an earlier process learned. */
  async load(): Promise<void> {
    try {
      for (const { key, value } of await this.#parts.store.records('samples')) {
        if (isSamples(value)) this.#book.set(key, value.slice(-MAX_SAMPLES))
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'What was learned about outages could not be read; it is learned anew')
    }
  }

  /**
   * A running attempt of an operation that had failed in this round succeeded: its outage is over. It ended between the
   * last failure and the start of this attempt, not at its end: an attempt may work for hours after the outage.
   *
   * @param startedAt when that attempt began
   */
  recovered(operation: RunningOperation, startedAt: number): void {
    const since = outageStartedAt(operation)
    const category = operation.error?.category
    // Without a wait just before it, nobody knows when the last failure was: it slept, or a person stopped it meanwhile.
    if (since === null || category === undefined || operation.delayMs === null) return
    const lastFailureMs = startedAt - operation.delayMs - since
    this.add(operation.functionName, category, outageSample(lastFailureMs, startedAt - since, this.#parts.random))
  }

  /** Writes what is not written yet, once. */
  async stop(): Promise<void> {
    this.#timer?.cancel()
    this.#save()
    await this.#saving
  }

  #save(): void {
    this.#timer = null
    if (this.#unsaved.size === 0) return
    const records = [...this.#unsaved].map((key): StoreRecord => ({ kind: 'samples', key, value: this.#book.at(key) }))
    this.#unsaved.clear()
    const { store, log } = this.#parts
    this.#saving = this.#saving
      .then(() => store.putRecords(records))
      .catch((error) => log.warn({ err: error }, 'What was learned about outages could not be stored'))
  }
}

function isSamples(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((ms) => typeof ms === 'number' && ms >= 0)
}
