import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { Backoff } from './backoff.ts'
import { type BreakerPolicy, type CircuitBreakerOptions, DEFAULT_BREAKER, resolveBreaker } from './breaker-settings.ts'
import { between, inRange, positiveDuration } from './checks.ts'

/** The options of a function that shape its policy; absent ones take the defaults. */
export interface PolicyOptions {
  /** Retries after the first attempt, 0 to 1000. */
  readonly maxRetries?: number
  /** The wait after the first failure. */
  readonly initialDelay?: Duration
  /** By what each further wait grows, 1 to 100. */
  readonly backoffFactor?: number
  /** No wait is longer (a server's Retry-After may exceed it by up to 5 s over the computed wait). */
  readonly maxDelay?: Duration
  /** How much of each wait is random, 0 to 1: 0.1 means ±10 %. */
  readonly jitter?: number
  /** The longest an attempt may take, at least 1 ms; absent: no limit. */
  readonly timeout?: Duration
  /** The longest a round may take, at least 1 ms, counted from max(creation, runAt); absent: no limit. */
  readonly deadline?: Duration
  /** How many attempts of this function run at once on one server, 1 to 10,000; absent: only the engine's limit. */
  readonly concurrency?: number
  /** The death of the process that ends a round: the third, by default. 1 to 1000. */
  readonly maxInterruptions?: number
  /** When attempts are refused because too many failed; false: never. Default: 5 failures in a row, for 5 minutes. */
  readonly circuitBreaker?: CircuitBreakerOptions | false
}

/** A function's policy, checked and complete. Immutable. */
export interface Policy {
  readonly maxAttempts: number
  readonly backoff: Backoff
  readonly timeoutMs: number | null
  readonly deadlineMs: number | null
  readonly concurrency: number | null
  readonly maxInterruptions: number
  /** Null: no breaker. */
  readonly breaker: BreakerPolicy | null
}

/** The library's defaults: 3 retries after 1 s, 2 s, 4 s, each ±10 %, at most 60 s. */
export const LIBRARY_DEFAULTS: Policy = {
  maxAttempts: 4,
  backoff: { initialMs: 1000, factor: 2, maxMs: 60_000, jitter: 0.1 },
  timeoutMs: null,
  deadlineMs: null,
  concurrency: null,
  maxInterruptions: 3,
  breaker: DEFAULT_BREAKER,
}

export const MAX_ATTEMPTS = 1001

/**
 * The policy that `options` describe over `defaults`.
 *
 * @throws InvalidInputError naming the first option that is out of its range
 */
export function resolvePolicy(options: PolicyOptions, defaults: Policy): Policy {
  const backoff = resolveBackoff(options, defaults.backoff)
  return {
    maxAttempts: inRange(options.maxRetries, 'maxRetries', 0, MAX_ATTEMPTS - 1, defaults.maxAttempts - 1) + 1,
    backoff,
    timeoutMs: positiveDuration(options.timeout, 'timeout', defaults.timeoutMs),
    deadlineMs: positiveDuration(options.deadline, 'deadline', defaults.deadlineMs),
    concurrency:
      options.concurrency === undefined ? defaults.concurrency : inRange(options.concurrency, 'concurrency', 1, 10_000, 1),
    maxInterruptions: inRange(options.maxInterruptions, 'maxInterruptions', 1, 1000, defaults.maxInterruptions),
    breaker: resolveBreaker(options.circuitBreaker, defaults.breaker),
  }
}

function resolveBackoff(options: PolicyOptions, defaults: Backoff): Backoff {
  const initialMs = options.initialDelay === undefined ? defaults.initialMs : parseDuration(options.initialDelay, 'initialDelay')
  const stated = options.maxDelay === undefined ? null : parseDuration(options.maxDelay, 'maxDelay')
  if (stated !== null && stated < initialMs) {
    throw new InvalidInputError(`maxDelay (${stated} ms) is below initialDelay (${initialMs} ms)`, { field: 'maxDelay' })
  }
  return {
    initialMs,
    factor: between(options.backoffFactor, 'backoffFactor', 1, 100, defaults.factor),
    maxMs: stated ?? Math.max(initialMs, defaults.maxMs),
    jitter: between(options.jitter, 'jitter', 0, 1, defaults.jitter),
  }
}

export { inRange }
