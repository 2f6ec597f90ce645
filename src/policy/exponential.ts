import { type DelayOptions, type Delays, jittered, resolveDelays } from './delays.ts'
import type { Strategy } from './strategy.ts'

/**
 * Waits that grow by a factor: `min(initial · factor^n, max)`, n = 0 for the first.
 * Source: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example exponential({ initial: '1s', max: '10s', jitter: 'none' }) // 1 s, 2 s, 4 s, 8 s, 10 s
 */
export function exponential(options: DelayOptions = {}): Strategy {
  return exponentialOf(resolveDelays(options))
}

export function exponentialOf(delays: Delays): Strategy {
  const delay: Strategy['delay'] = ({ failures, random }) => {
    // factor^n overflows to Infinity long before n is large, and 0 · Infinity is not a number.
    const growth = Math.min(delays.factor ** Math.max(0, failures - 1), Number.MAX_VALUE)
    return jittered(delays.initialMs * growth, delays, random)
  }
  return Object.freeze({ name: 'exponential', maxMs: delays.maxMs, delay })
}
