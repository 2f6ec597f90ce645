import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { DEFAULT_DELAYS, noLonger } from './delays.ts'
import { refuseUnknown } from './known-options.ts'
import type { DelayInput, Strategy } from './strategy.ts'

const MAX_NAME = 100

/**
 * Waits of your own: `min(fn(input), max)` milliseconds. When `fn` throws, or answers what is no wait (NaN, a negative
 * number, Infinity, a promise), the policy's exponential waits step in.
 *
 * @param name 1 to 100 characters; stored with each attempt
 * @param options `max`: the longest wait, default 60 s
 * @throws InvalidInputError naming the option that is out of its range
 * @example custom('by the minute', ({ failures }) => failures * 60_000, { max: '1h' })
 */
export function custom(name: string, fn: (input: DelayInput) => number, options: { readonly max?: Duration } = {}): Strategy {
  if (typeof name !== 'string' || name.length === 0 || name.length > MAX_NAME) {
    throw new InvalidInputError(`A strategy's name has 1 to ${MAX_NAME} characters`, { field: 'name' })
  }
  if (typeof fn !== 'function') throw new InvalidInputError(`The strategy "${name}" needs a function`, { field: 'fn' })
  refuseUnknown(options, ['max'])
  const maxMs = options.max === undefined ? DEFAULT_DELAYS.maxMs : parseDuration(options.max, 'max')
  const delay: Strategy['delay'] = (input) => noLonger(fn(input), maxMs)
  return Object.freeze({ name, maxMs, delay })
}
