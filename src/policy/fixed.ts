import { type DelayOptions, type Delays, jittered, resolveDelays } from './delays.ts'
import type { Strategy } from './strategy.ts'

/**
 * The same wait each time: `initial`.
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example fixed({ initial: '5s', jitter: 'none' }) // 5 s, 5 s, 5 s
 */
export function fixed(options: Omit<DelayOptions, 'factor'> = {}): Strategy {
  return fixedOf(resolveDelays(options))
}

export function fixedOf(delays: Delays): Strategy {
  const delay: Strategy['delay'] = ({ random }) => jittered(delays.initialMs, delays, random)
  return Object.freeze({ name: 'fixed', maxMs: delays.maxMs, delay })
}
