// Sums of fractions of a millisecond are off by less than this.
const ROUNDING = 1e-4

/**
 * Lets `rate` a second through, and `burst` at once after a silence. Pure: it is told the time, in milliseconds, which
 * must not go backwards.
 *
 * It keeps one number: when everything that it let through would have come, had it come evenly spaced.
 */
export class TokenBucket {
  readonly #spacingMs: number
  readonly #aheadMs: number
  #paidUntil: number

  constructor(rate: number, burst: number, now: number) {
    this.#spacingMs = 1000 / rate
    this.#aheadMs = (burst - 1) * this.#spacingMs
    this.#paidUntil = now
  }

  /** Takes one. Answers 0, or for how many milliseconds to wait until there is one; then nothing was taken. */
  take(now: number): number {
    const paidUntil = Math.max(this.#paidUntil, now)
    const waitMs = paidUntil - now - this.#aheadMs - ROUNDING
    if (waitMs > 0) return Math.ceil(waitMs)
    this.#paidUntil = paidUntil + this.#spacingMs
    return 0
  }

  /** Whether it is as if it were new. */
  isFull(now: number): boolean {
    return this.#paidUntil <= now + ROUNDING
  }
}
