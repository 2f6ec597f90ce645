import type { Random } from '../operation/clock.ts'
import { InvalidInputError } from '../operation/errors.ts'

/**
 * How a wait is spread, so that callers that failed together do not come back together: `none`; `full` (anything from
 * 0 to the wait); `equal` (from half of it to all of it); `proportional` (±10 %); or a number from 0 to 1, proportional
 * by that much.
 */
export type Jitter = 'none' | 'full' | 'equal' | 'proportional' | number

const NAMES: readonly unknown[] = ['none', 'full', 'equal', 'proportional']
const PROPORTION = 0.1

/**
 * A wait of `ms`, spread. Not capped: `proportional` may lengthen it.
 * The kinds and their names are those of M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015;
 * `proportional` is what most job queues do.
 */
export function spread(ms: number, jitter: Jitter, random: Random): number {
  switch (jitter) {
    case 'none':
      return ms
    case 'full':
      return ms * random()
    case 'equal':
      return ms / 2 + (ms / 2) * random()
    case 'proportional':
      return proportional(ms, PROPORTION, random)
    default:
      return proportional(ms, jitter, random)
  }
}

function proportional(ms: number, by: number, random: Random): number {
  return ms * (1 + by * (2 * random() - 1))
}

/** @throws InvalidInputError naming the option */
export function checkJitter(value: Jitter | undefined, name: string, fallback: Jitter): Jitter {
  if (value === undefined) return fallback
  if (NAMES.includes(value) || (typeof value === 'number' && value >= 0 && value <= 1)) return value
  throw new InvalidInputError(`${name} is ${String(value)}; use ${NAMES.join(', ')} or a number from 0 to 1`, { field: name })
}
