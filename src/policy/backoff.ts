import type { Random } from '../operation/clock.ts'

/** Exponential backoff with proportional jitter. */
export interface Backoff {
  /** The wait after the first failure, in milliseconds. */
  readonly initialMs: number
  /** By what each further wait grows, from 1. */
  readonly factor: number
  /** No wait is longer, jitter included. */
  readonly maxMs: number
  /** From 0 to 1: 0.1 spreads each wait by ±10 %. */
  readonly jitter: number
}

/**
 * The wait before the next attempt: `min(initial · factor^n, max)`, spread by the jitter and capped again.
 * Jitter keeps callers that failed together from coming back together
 * (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
 *
 * @param n failures so far in this round minus one: 0 for the first wait
 */
export function backoffDelay(backoff: Backoff, n: number, random: Random): number {
  // factor^n overflows to Infinity long before n is large, and 0 · Infinity is not a number.
  const growth = Math.min(backoff.factor ** Math.max(0, n), Number.MAX_VALUE)
  const plain = Math.min(backoff.initialMs * growth, backoff.maxMs)
  const spread = plain * (1 + backoff.jitter * (2 * random() - 1))
  return Math.round(Math.min(Math.max(0, spread), backoff.maxMs))
}
