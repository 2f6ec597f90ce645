import type { Random } from '../operation/clock.ts'

const FIRST_MS = 500
const LONGEST_MS = 30_000
// Beyond it the longest wait is long reached, and the power would leave the range of numbers.
const MOST_DOUBLINGS = 16

/**
 * How long to wait before the next try: a random part of a time that doubles (full jitter), so that the clients of a
 * server that comes back do not arrive at once.
 */
export class Backoff {
  readonly #random: Random
  #tries = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** Milliseconds, from 0 to 30,000. */
  nextMs(): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.#tries, MOST_DOUBLINGS))
    this.#tries++
    return Math.floor(this.#random() * longest)
  }

  /** After a success the waits begin anew. */
  reset(): void {
    this.#tries = 0
  }
}
