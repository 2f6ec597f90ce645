import { expect, test } from 'vitest'
import { exponential } from '../../src/policy/exponential.ts'
import { type Jitter, spread } from '../../src/policy/jitter.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { input } from './inputs.ts'

test.each<[Jitter, number, number]>([
  ['none', 1000, 1000],
  ['full', 0, 1000],
  ['equal', 500, 1000],
  ['proportional', 900, 1100],
  [0.5, 500, 1500],
  [0, 1000, 1000],
])('%s jitter spreads a second from %d to %d ms', (jitter, least, most) => {
  expect(spread(1000, jitter, () => 0)).toBe(least)
  expect(spread(1000, jitter, () => 1)).toBeCloseTo(most)
})

test('jitter never lengthens a wait beyond the longest', () => {
  const strategy = exponential({ initial: '1s', max: '10s', jitter: 0.5 })
  expect(strategy.delay(input({ failures: 1, random: () => 0.999_999 }))).toBe(1500)
  expect(strategy.delay(input({ failures: 9, random: () => 0.999_999 }))).toBe(10_000)
})

test('jittered waits differ from each other', () => {
  const random = seededRandom(1)
  const strategy = exponential({ initial: '10s', factor: 1, jitter: 0.5 })
  const delays = Array.from({ length: 20 }, () => strategy.delay(input({ random })))
  expect(new Set(delays).size).toBeGreaterThan(15)
})
