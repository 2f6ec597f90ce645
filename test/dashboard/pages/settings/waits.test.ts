import { expect, test } from 'vitest'
import { waitsOf, waitsSummary, waitTexts } from '../../../../src/dashboard/pages/settings/waits.ts'

const BACKOFF = { maxRetries: 5, initialDelay: 2000, backoffFactor: 2, maxDelay: 300_000 }

test('waits grow by the factor and end at the longest', () => {
  expect(waitsOf(BACKOFF)).toEqual([2000, 4000, 8000, 16_000, 32_000])
  expect(waitsOf({ ...BACKOFF, maxDelay: 5000 })).toEqual([2000, 4000, 5000, 5000, 5000])
  expect(waitsOf({ ...BACKOFF, maxRetries: 1000, backoffFactor: 100 }).at(-1)).toBe(300_000)
})

test('a few waits are all told, of many the first and the last', () => {
  expect(waitTexts(waitsOf(BACKOFF))).toEqual(['2s', '4s', '8s', '16s', '32s'])
  expect(waitTexts(waitsOf({ ...BACKOFF, maxRetries: 12 }))).toEqual(['2s', '4s', '8s', '16s', '32s', '1m 4s', '…', '5m'])
  expect(waitTexts([1234.5678, 12_345.6])).toEqual(['1.2s', '12.3s'])
})

test('what the waits come to is told in words', () => {
  expect(waitsSummary(waitsOf(BACKOFF))).toBe('5 retries within 1m 2s of waiting.')
  expect(waitsSummary(waitsOf({ ...BACKOFF, maxRetries: 1 }))).toBe('1 retry within 2s of waiting.')
  expect(waitsSummary([])).toBe('An operation that fails is not tried again.')
})
