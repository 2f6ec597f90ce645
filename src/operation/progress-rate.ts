import type { Progress } from './progress.ts'

/** What a rate is derived from. */
export type Counted = Pick<Progress, 'fraction' | 'current' | 'unit' | 'stage'>

// Of what a rate is made, 86 % is of the last ten seconds: steady to read, yet it follows a change within a few seconds.
const MEMORY_MS = 5000
// A rate over less than that says more about how reports happen to fall than about the work.
const SHORTEST_MS = 1000
// Silence: neither a report for so long, nor for so many times the usual spacing.
const QUIET_MS = 30_000
const QUIET_SPACINGS = 3

/**
 * How fast the work of one attempt goes, from its reports: units a second, lately.
 *
 * An exponentially weighted mean over time, for reports at any spacing: between two reports the speed is what was done
 * between them, and what lies `t` back weighs `exp(-t / memory)`. That is the moving average `EMA_next` of A. Eckner,
 * "Algorithms for Unevenly Spaced Time Series", freed from the bias of its beginning as D. Kingma and J. Ba do in "Adam: A
 * Method for Stochastic Optimization": divided by the weight of all that was observed. So a constant speed is told
 * exactly, from the first rate on, and a burst of reports weighs what its time weighs.
 *
 * The first report is where it begins, not work that was done: a resumed download has its bytes already. It begins anew when
 * the amount or the clock goes back, and with another unit or stage.
 */
export class ProgressRate {
  #unit: string | null = null
  #stage: string | null = null
  #isCount = false
  /** Where the work was at the last report that counts; null before one. */
  #amount: number | null = null
  #at = 0
  #observedMs = 0
  #perSecond = 0
  #heardAt: number | null = null
  #spacingMs = 0

  /**
   * The rate with one more report: in its `unit`, or in wholes when it tells only a `fraction`. Null while reports span less
   * than a second, and for one without an amount.
   *
   * @param now in milliseconds
   */
  observe(report: Counted, now: number): number | null {
    this.#hear(now)
    const amount = amountOf(report)
    if (amount === null) return null
    if (this.#amount === null || amount < this.#amount || now < this.#at || this.#isOther(report)) {
      this.#begin(report, amount, now)
    } else if (now > this.#at) {
      this.#add(amount - this.#amount, now - this.#at)
      this.#amount = amount
      this.#at = now
    }
    // More than a number can hold: nothing sensible can be said of it.
    if (!Number.isFinite(this.#perSecond)) this.#begin(report, amount, now)
    return this.#observedMs < SHORTEST_MS ? null : this.#perSecond
  }

  /** Begins anew with the next report: what lies before it was not done just now. */
  restart(): void {
    this.#amount = null
  }

  /** Whether reports have stopped: then the last rate says nothing about now. */
  isQuiet(now: number): boolean {
    return this.#heardAt !== null && now - this.#heardAt > Math.max(QUIET_MS, QUIET_SPACINGS * this.#spacingMs)
  }

  #begin({ current, unit, stage }: Counted, amount: number, now: number): void {
    this.#isCount = current !== null
    this.#unit = unit
    this.#stage = stage
    this.#amount = amount
    this.#at = now
    this.#observedMs = 0
    this.#perSecond = 0
  }

  #isOther({ current, unit, stage }: Counted): boolean {
    return unit !== this.#unit || stage !== this.#stage || (current !== null) !== this.#isCount
  }

  #add(done: number, elapsedMs: number): void {
    this.#observedMs += elapsedMs
    const share = weightOf(elapsedMs) / weightOf(this.#observedMs)
    this.#perSecond += share * ((done / elapsedMs) * 1000 - this.#perSecond)
  }

  /** Weighted by time as well: a thousand reports at once after a long pause leave the pause what it is. */
  #hear(now: number): void {
    const elapsedMs = Math.max(0, now - (this.#heardAt ?? now))
    this.#spacingMs += weightOf(elapsedMs) * (elapsedMs - this.#spacingMs)
    this.#heardAt = now
  }
}

/** The weight of the last `ms` among all time. */
function weightOf(ms: number): number {
  return -Math.expm1(-ms / MEMORY_MS)
}

/** A part of what is counted in a unit says nothing about the unit. */
function amountOf({ current, fraction, unit }: Counted): number | null {
  return current ?? (unit === null ? fraction : null)
}
