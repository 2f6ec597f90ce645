import type { Clock } from '../../operation/clock.ts'
import { TokenBucket } from './token-bucket.ts'

/** How many a second, and how many at once after a silence. A rate of 0 sets no limit. */
export interface Rate {
  readonly rate: number
  readonly burst: number
}

/** Keys that are remembered at once. */
export const MAX_KEYS = 10_000

/** One rate for each key, such as an address. What is remembered is bounded: those that are at rest are forgotten first. */
export class KeyedLimit {
  readonly #rate: Rate
  readonly #clock: Pick<Clock, 'now'>
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(rate: Rate, clock: Pick<Clock, 'now'>) {
    this.#rate = rate
    this.#clock = clock
  }

  /** Counts one. Answers 0, or for how many milliseconds to wait; then it was not counted. */
  take(key: string): number {
    if (this.#rate.rate === 0) return 0
    return this.#bucket(key).take(this.#clock.now())
  }

  #bucket(key: string): TokenBucket {
    const known = this.#buckets.get(key)
    if (known !== undefined) return known
    if (this.#buckets.size >= MAX_KEYS) this.#forget()
    const bucket = new TokenBucket(this.#rate.rate, this.#rate.burst, this.#clock.now())
    this.#buckets.set(key, bucket)
    return bucket
  }

  /** Those at rest lose nothing by it. When nobody rests, the oldest key begins anew: that many are not one person's. */
  #forget(): void {
    const now = this.#clock.now()
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key)
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined && this.#buckets.size >= MAX_KEYS) this.#buckets.delete(oldest)
  }
}
