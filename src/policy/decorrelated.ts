import { bounded, type DelayOptions, type Delays, resolveDelays } from './delays.ts'
import type { Strategy } from './strategy.ts'

const GROWTH = 3

/**
 * Each wait is random between `initial` and three times the wait before it: `min(max, U(initial, 3 · previous))`.
 * It is spread by itself and takes no jitter. Source: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture
 * Blog, 2015 ("decorrelated jitter").
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example decorrelated({ initial: '1s', max: '30s' })
 */
export function decorrelated(options: Pick<DelayOptions, 'initial' | 'max'> = {}): Strategy {
  return decorrelatedOf(resolveDelays(options))
}

export function decorrelatedOf({ initialMs, maxMs }: Delays): Strategy {
  const delay: Strategy['delay'] = ({ previousMs, random }) => {
    const upTo = Math.max(initialMs, GROWTH * (previousMs ?? initialMs))
    return bounded(initialMs + (upTo - initialMs) * random(), maxMs)
  }
  return Object.freeze({ name: 'decorrelated', maxMs, delay })
}
