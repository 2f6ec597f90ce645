import type { Clock, Timer } from '../operation/clock.ts'

// A timer counts its own time while the clock may jump ahead (the machine slept): look at the clock now and then.
const LONGEST_SLEEP_MS = 1000

/** Rings once at the earliest instant that it was set to, however many it was set to. */
export class Alarm {
  readonly #clock: Clock
  readonly #ring: () => void
  #at: number | null = null
  #timer: Timer | null = null

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock
    this.#ring = ring
  }

  /** Rings at `at`, unless it is already set to an earlier instant. */
  set(at: number): void {
    if (this.#at !== null && this.#at <= at) return
    this.#at = at
    this.#arm()
  }

  clear(): void {
    this.#at = null
    this.#timer?.cancel()
    this.#timer = null
  }

  #arm(): void {
    this.#timer?.cancel()
    if (this.#at === null) return
    const wait = Math.min(Math.max(0, this.#at - this.#clock.now()), LONGEST_SLEEP_MS)
    this.#timer = this.#clock.timer(wait, () => this.#look())
  }

  #look(): void {
    if (this.#at === null || this.#clock.now() < this.#at) {
      this.#arm()
      return
    }
    this.clear()
    this.#ring()
  }
}
