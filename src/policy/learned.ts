import type { Random } from '../operation/clock.ts'
import { bounded, type DelayOptions, type Delays, resolveDelays } from './delays.ts'
import { exponentialOf } from './exponential.ts'
import type { Strategy } from './strategy.ts'

/** So many outage durations are kept for a function and category: enough for quantiles, few enough to follow a change. */
export const MAX_SAMPLES = 50
const MIN_SAMPLES = 5
const LOWEST_QUANTILE = 0.3
const HIGHEST_QUANTILE = 0.7

/**
 * Waits for as long as outages of this function and category have lasted before. The next attempt goes at a random
 * quantile, U(0.3, 0.7), of the earlier durations that are longer than the time already elapsed. When this outage has
 * outlasted them all it waits `U(0, 1) · elapsed`; with fewer than 5 samples it is exponential with full jitter.
 *
 * Our own. It wins where outages resemble each other (failovers, restarts), and loses for a while once they have suddenly
 * become much shorter: it waits for the old ones until the new ones are in the majority. `npm run bench -- outage` shows both.
 *
 * @throws InvalidInputError naming the option that is out of its range
 * @example learned({ initial: '1s', max: '5m' })
 */
export function learned(options: Omit<DelayOptions, 'jitter'> = {}): Strategy {
  return learnedOf(resolveDelays(options))
}

export function learnedOf(delays: Delays): Strategy {
  const { maxMs } = delays
  const unlearned = exponentialOf({ ...delays, jitter: 'full' })
  const delay: Strategy['delay'] = (input) => {
    const { samples, elapsedMs, random } = input
    if (samples.length < MIN_SAMPLES) return unlearned.delay(input)
    const longer = samples.filter((ms) => ms > elapsedMs).sort((a, b) => a - b)
    if (longer.length > 0) return bounded(randomQuantile(longer, random) - elapsedMs, maxMs)
    // A share of nothing would be no wait at all.
    return elapsedMs > 0 ? bounded(elapsedMs * random(), maxMs) : unlearned.delay(input)
  }
  return Object.freeze({ name: 'learned', maxMs, delay })
}

/** The value at a random quantile of a rising list, between its neighbours in proportion. */
function randomQuantile(rising: readonly number[], random: Random): number {
  const quantile = LOWEST_QUANTILE + (HIGHEST_QUANTILE - LOWEST_QUANTILE) * random()
  const place = quantile * (rising.length - 1)
  const below = rising[Math.floor(place)] as number
  const above = rising[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * How long an outage lasted, in milliseconds since its first failure: a random point between the last failure and the
 * success. The time of the success itself would be too long by the wait before it, the next wait would be longer
 * because of it, and so on: the estimates would ratchet upwards.
 */
export function outageSample(lastFailureMs: number, successMs: number, random: Random): number {
  const from = Math.max(0, lastFailureMs)
  return Math.round(from + Math.max(0, successMs - from) * random())
}

/** The samples with one more, the oldest gone once there are more than 50. */
export function withSample(samples: readonly number[], ms: number): readonly number[] {
  return [...samples, ms].slice(-MAX_SAMPLES)
}
