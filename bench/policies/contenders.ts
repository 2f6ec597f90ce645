import {
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleAll,
  type IPolicy,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import CircuitBreaker from 'opossum'
import pRetry from 'p-retry'
import { type RecoverableOptions, type Recovery, recoverable } from '../../src/index.ts'

export type Call = (value: number) => Promise<number>

/** A way to run a function with policies: `make` prepares it once, as its documents say. */
export interface Contender {
  readonly name: string
  readonly make: (fn: Call) => Call
}

const RETRIES = 3
const TIMEOUT_MS = 10_000
const OPEN_MS = 60_000
// Of every library: no wait between attempts, so that only the library itself is measured.
const OURS: RecoverableOptions<[number]> = { maxRetries: RETRIES, initialDelay: 0, jitter: 0 }
const OUR_BREAKER = { threshold: 5, timeout: OPEN_MS }

export const BARE: Contender = { name: 'bare async call', make: (fn) => fn }
export const HAND: Contender = { name: 'hand-written retry loop', make: handWritten }
export const OUR_RETRY: Contender = { name: 'ours: retry', make: (fn) => recoverable(fn, OURS) }
export const OUR_BREAKER_TOO: Contender = {
  name: 'ours: retry, breaker',
  make: (fn) => recoverable(fn, { ...OURS, circuitBreaker: OUR_BREAKER }),
}
export const OUR_ALL: Contender = {
  name: 'ours: retry, breaker, timeout',
  make: (fn) => recoverable(fn, { ...OURS, circuitBreaker: OUR_BREAKER, timeout: TIMEOUT_MS }),
}
export const COCKATIEL_RETRY: Contender = { name: 'cockatiel: retry', make: (fn) => through(cockatielRetry(), fn) }
export const COCKATIEL_BREAKER_TOO: Contender = {
  name: 'cockatiel: retry, breaker',
  make: (fn) => through(wrap(cockatielRetry(), cockatielBreaker()), fn),
}
export const COCKATIEL_ALL: Contender = {
  name: 'cockatiel: retry, breaker, timeout',
  make: (fn) => through(wrap(cockatielRetry(), cockatielBreaker(), timeout(TIMEOUT_MS, TimeoutStrategy.Aggressive)), fn),
}
export const OPOSSUM: Contender = { name: 'opossum: breaker, timeout', make: throughOpossum }
export const P_RETRY: Contender = {
  name: 'p-retry',
  make: (fn) => (value) => pRetry(() => fn(value), { retries: RETRIES, minTimeout: 0, maxTimeout: 0 }),
}

/** Durable from the first failure: a success writes nothing, but the call must know when it began. */
export function ourOnFailure(recovery: Recovery): Contender {
  const options = { ...OURS, recovery, name: 'call', persistence: 'on-failure' } as const
  return { name: 'ours: retry, durable on failure', make: (fn) => recoverable(fn, options) }
}

function handWritten(fn: Call): Call {
  return async (value) => {
    for (let retries = 0; ; retries++) {
      try {
        return await fn(value)
      } catch (error) {
        if (retries === RETRIES) throw error
      }
    }
  }
}

function cockatielRetry() {
  return retry(handleAll, { maxAttempts: RETRIES, backoff: new ConstantBackoff(0) })
}

function cockatielBreaker() {
  return circuitBreaker(handleAll, { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(5) })
}

function through(policy: IPolicy, fn: Call): Call {
  return (value) => policy.execute(() => fn(value))
}

function throughOpossum(fn: Call): Call {
  const breaker = new CircuitBreaker(fn, { timeout: TIMEOUT_MS, resetTimeout: OPEN_MS })
  return (value) => breaker.fire(value)
}
