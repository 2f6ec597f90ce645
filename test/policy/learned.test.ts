import { expect, test } from 'vitest'
import { learned, MAX_SAMPLES, outageSample, withSample } from '../../src/policy/learned.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { input } from './inputs.ts'

const strategy = learned({ initial: '1s', max: '1m' })
const SAMPLES = [5000, 1000, 3000, 2000, 4000]

test('with fewer than five samples it waits exponentially with full jitter', () => {
  const samples = SAMPLES.slice(0, 4)
  expect(strategy.delay(input({ samples, failures: 3, random: () => 0.25 }))).toBe(1000)
})

test('it waits for a quantile between 0.3 and 0.7 of how long earlier outages lasted', () => {
  expect(strategy.delay(input({ samples: SAMPLES, random: () => 0 }))).toBe(2200)
  expect(strategy.delay(input({ samples: SAMPLES, random: () => 0.5 }))).toBe(3000)
  expect(strategy.delay(input({ samples: SAMPLES, random: () => 1 }))).toBe(3800)
})

test('it looks only at outages that were longer than this one already is, and waits for the rest of them', () => {
  expect(strategy.delay(input({ samples: SAMPLES, elapsedMs: 3000, random: () => 0.5 }))).toBe(1500)
  expect(strategy.delay(input({ samples: SAMPLES, elapsedMs: 4500, random: () => 0.5 }))).toBe(500)
})

test('in an outage longer than all before, it waits a random share of the time elapsed', () => {
  expect(strategy.delay(input({ samples: SAMPLES, elapsedMs: 8000, random: () => 0.25 }))).toBe(2000)
})

test('outages without a length teach no wait without a length', () => {
  expect(strategy.delay(input({ samples: [0, 0, 0, 0, 0], elapsedMs: 0, random: () => 0.5 }))).toBe(500)
})

test('a sample lies between the last failure and the success', () => {
  expect(outageSample(2000, 6000, () => 0)).toBe(2000)
  expect(outageSample(2000, 6000, () => 0.5)).toBe(4000)
  expect(outageSample(-50, 100, () => 0)).toBe(0)
  expect(outageSample(300, 100, () => 0.5)).toBe(300)
})

test('the latest fifty samples are kept', () => {
  let samples: readonly number[] = []
  for (let ms = 1; ms <= MAX_SAMPLES + 10; ms++) samples = withSample(samples, ms)
  expect(samples).toHaveLength(50)
  expect([samples[0], samples.at(-1)]).toEqual([11, 60])
})

/** The mean of the samples after 500 outages of exactly five seconds, each ended by what the strategy decided. */
function meanEstimate(seed: number): number {
  const random = seededRandom(seed)
  let samples: readonly number[] = []
  for (let outage = 0; outage < 500; outage++) {
    let [elapsedMs, lastFailureMs, failures] = [0, 0, 0]
    while (elapsedMs < 5000) {
      lastFailureMs = elapsedMs
      failures++
      elapsedMs += Math.max(1, strategy.delay(input({ failures, elapsedMs, samples, random })))
    }
    samples = withSample(samples, outageSample(lastFailureMs, elapsedMs, random))
  }
  return samples.reduce((sum, ms) => sum + ms, 0) / samples.length
}

test('the estimates stay around the truth for hundreds of outages: they do not ratchet', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(meanEstimate(seed)).toBeGreaterThan(4000)
    expect(meanEstimate(seed)).toBeLessThan(6000)
  }
})
