import { type Duration, parseDuration } from '../operation/duration.ts'
import { DELAY_OPTIONS, type DelayOptions, type Delays, jittered, resolveDelays } from './delays.ts'
import { refuseUnknown } from './known-options.ts'
import type { Strategy } from './strategy.ts'

export interface LinearOptions extends Omit<DelayOptions, 'factor'> {
  /** What each further wait is longer by. Default: `initial`. */
  readonly increment?: Duration
}

const OPTIONS = [...DELAY_OPTIONS, 'increment']

/**
 * Waits that grow by the same amount: `min(initial + increment · n, max)`, n = 0 for the first.
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example linear({ initial: '5s', max: '15s', jitter: 'none' }) // 5 s, 10 s, 15 s, 15 s
 */
export function linear(options: LinearOptions = {}): Strategy {
  refuseUnknown(options, OPTIONS)
  const { increment, ...rest } = options
  const delays = resolveDelays(rest)
  return linearOf(delays, increment === undefined ? delays.initialMs : parseDuration(increment, 'increment'))
}

export function linearOf(delays: Delays, incrementMs = delays.initialMs): Strategy {
  const delay: Strategy['delay'] = ({ failures, random }) =>
    jittered(delays.initialMs + incrementMs * Math.max(0, failures - 1), delays, random)
  return Object.freeze({ name: 'linear', maxMs: delays.maxMs, delay })
}
