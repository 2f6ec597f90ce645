import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffDelay } from '../../src/policy/backoff.ts'
import { delayBeforeRetry } from '../../src/policy/retry.ts'
import { seededRandom } from '../support/seeded-random.ts'

const PLAIN = { initialMs: 1000, factor: 2, maxMs: 10_000, jitter: 0 }
const middle = () => 0.5

test('waits double from the first one up to the longest', () => {
  expect([0, 1, 2, 3, 4, 5].map((n) => backoffDelay(PLAIN, n, middle))).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('jitter spreads a wait by its share to both sides, and never beyond the longest', () => {
  const jittered = { ...PLAIN, jitter: 0.1 }

  expect(backoffDelay(jittered, 0, () => 0)).toBe(900)
  expect(backoffDelay(jittered, 0, () => 0.999_999)).toBe(1100)
  expect(backoffDelay(jittered, 9, () => 0.999_999)).toBe(10_000)
})

test('every wait lies between zero and the longest, however many failures', () => {
  const backoffs = fc.record({
    initialMs: fc.integer({ min: 0, max: 1e9 }),
    factor: fc.double({ min: 1, max: 100, noNaN: true }),
    maxMs: fc.integer({ min: 0, max: 1e9 }),
    jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(backoffs, fc.integer({ min: -1, max: 10_000 }), fc.integer(), (backoff, n, seed) => {
      const delay = backoffDelay(backoff, n, seededRandom(seed))
      expect(Number.isSafeInteger(delay)).toBe(true)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThanOrEqual(backoff.maxMs)
    }),
  )
})

test('without jitter no wait is shorter than the one before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.nat(100),
      (initialMs, factor, n) => {
        const backoff = { initialMs, factor, maxMs: 1e7, jitter: 0 }
        expect(backoffDelay(backoff, n + 1, middle)).toBeGreaterThanOrEqual(backoffDelay(backoff, n, middle))
      },
    ),
  )
})

test.each([
  ['shorter than the computed wait: the computed one stays', 500, 1000, 'exponential'],
  ['longer: it wins', 8000, 8000, 'retry-after'],
  ['up to the longest wait', 10_000, 10_000, 'retry-after'],
  ['beyond it: the longest wait', 3_600_000, 10_000, 'retry-after'],
])('a Retry-After %s', (_case, asked, delayMs, strategy) => {
  expect(delayBeforeRetry(PLAIN, 1, asked, middle)).toEqual({ delayMs, strategy })
})

test('a Retry-After may lengthen the longest wait by five seconds', () => {
  expect(delayBeforeRetry(PLAIN, 9, 60_000, middle)).toEqual({ delayMs: 15_000, strategy: 'retry-after' })
})

test('the first failure waits the first wait', () => {
  expect(delayBeforeRetry(PLAIN, 1, null, middle)).toEqual({ delayMs: 1000, strategy: 'exponential' })
})
