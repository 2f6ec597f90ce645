import type { Clock, Timer } from '../../operation/clock.ts'
import type { RunningAttempt } from '../attempt/running-attempt.ts'

const LOOK_MS = 1000

/** Watches over the rates that are told: one whose attempt has fallen silent says nothing about now. */
export class QuietRates {
  readonly #clock: Clock
  readonly #onQuiet: (attempt: RunningAttempt) => void
  readonly #told = new Set<RunningAttempt>()
  #timer: Timer | null = null

  /** @param onQuiet is told of each attempt that has not reported for too long, once for its last report */
  constructor(clock: Clock, onQuiet: (attempt: RunningAttempt) => void) {
    this.#clock = clock
    this.#onQuiet = onQuiet
  }

  /** The attempt has told of a rate. */
  watch(attempt: RunningAttempt): void {
    this.#told.add(attempt)
    this.#timer ??= this.#clock.timer(LOOK_MS, () => this.#look())
  }

  forget(attempt: RunningAttempt): void {
    this.#told.delete(attempt)
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = null
  }

  #look(): void {
    const now = this.#clock.now()
    for (const attempt of this.#told) {
      if (attempt.rate?.isQuiet(now) !== true) continue
      this.#told.delete(attempt)
      this.#onQuiet(attempt)
    }
    this.#timer = this.#told.size === 0 ? null : this.#clock.timer(LOOK_MS, () => this.#look())
  }
}
