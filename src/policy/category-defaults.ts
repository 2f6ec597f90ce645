import type { DelayOptions } from './delays.ts'
import { exponential } from './exponential.ts'
import { fixed } from './fixed.ts'
import { linear } from './linear.ts'
import type { Strategy } from './strategy.ts'

/** How errors of one kind are retried, unless the function says otherwise. */
export interface CategoryDefaults {
  /** The most retries of a round whose last failure is of this kind; the policy's `maxRetries` bounds it further. */
  readonly maxRetries: number
  /** Null: the policy's exponential waits. */
  readonly strategy: Strategy | null
}

/**
 * The defaults by an error's subcategory. The numbers are those of the product that came before this one, after its
 * adjustments (critical errors: retries halved; those that always recover: doubled, at most 10, never lowered).
 * Exponential waits are spread by ±10 %; linear and fixed ones are exact.
 *
 * What has no row (`unknown` above all) has the policy's waits and its `maxRetries` alone: nobody knows more about it.
 * Errors that are not worth a retry need no row: their classification ends the operation.
 */
export const CATEGORY_DEFAULTS: ReadonlyMap<string, CategoryDefaults> = new Map([
  ['network_timeout', { maxRetries: 5, strategy: growing('1s', '60s') }],
  ['network_connection', { maxRetries: 4, strategy: growing('2s', '30s') }],
  // A name that does not resolve: often for good, and libraries do not agree. Few attempts: 5 s, 10 s, 15 s.
  ['network_dns', { maxRetries: 3, strategy: linear({ initial: '5s', max: '15s', jitter: 'none' }) }],
  // Critical: 2 retries, halved. Trying again adds to what is short.
  ['resource_memory', { maxRetries: 1, strategy: growing('5s', '30s', 3) }],
  ['resource_quota', { maxRetries: 10, strategy: growing('60s', '1h') }],
  // Always recovers: 6 retries, doubled, at most 10.
  ['service_unavailable', { maxRetries: 10, strategy: growing('5s', '300s') }],
  // Always recovers: 20 retries, which the limit of 10 does not lower.
  ['service_rate_limit', { maxRetries: 20, strategy: fixed({ initial: '60s', jitter: 'none' }) }],
  ['service_maintenance', { maxRetries: 6, strategy: null }],
])

function growing(initial: string, max: string, factor = 2): Strategy {
  const options: DelayOptions = { initial, max, factor, jitter: 'proportional' }
  return exponential(options)
}
