import type { Random } from '../operation/clock.ts'
import type { Delay } from '../operation/command.ts'
import { type Backoff, backoffDelay } from './backoff.ts'

/** A server's Retry-After may lengthen a wait by this much even beyond the longest one. */
const RETRY_AFTER_SLACK_MS = 5000

/**
 * How long to wait before the next attempt. A Retry-After wins over the computed wait, within
 * [computed, max(computed + 5 s, the longest wait)]: it never makes us impatient, nor lets a server park us for ever.
 *
 * @param failures charged attempts of this round, from 1
 * @param retryAfterMs what the server asked for, or null
 */
export function delayBeforeRetry(backoff: Backoff, failures: number, retryAfterMs: number | null, random: Random): Delay {
  const computed = backoffDelay(backoff, failures - 1, random)
  if (retryAfterMs === null || retryAfterMs <= computed) return { delayMs: computed, strategy: 'exponential' }
  const longest = Math.max(computed + RETRY_AFTER_SLACK_MS, backoff.maxMs)
  return { delayMs: Math.min(retryAfterMs, longest), strategy: 'retry-after' }
}
