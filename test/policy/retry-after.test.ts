import { expect, test } from 'vitest'
import { parseRetryAfter, retryAfterMs } from '../../src/policy/retry-after.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0)

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
])('the header %o is understood', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected)
})

test.each(['', '-5', '1.5', 'soon', '9999999999'])('the header %o is ignored', (value) => {
  expect(parseRetryAfter(value, NOW)).toBeNull()
})

test('it is found on the error, in its headers and in those of its response', () => {
  expect(retryAfterMs({ retryAfterMs: 250 }, NOW)).toBe(250)
  expect(retryAfterMs({ headers: { 'Retry-After': '2' } }, NOW)).toBe(2000)
  expect(retryAfterMs({ headers: new Headers({ 'retry-after': '3' }) }, NOW)).toBe(3000)
  expect(retryAfterMs({ response: { headers: new Headers({ 'retry-after': '4' }) } }, NOW)).toBe(4000)
})

test.each([null, 'text', {}, { headers: null }, { headers: {} }, { retryAfterMs: -1 }, { retryAfterMs: Number.NaN }])(
  '%o asks for nothing',
  (error) => {
    expect(retryAfterMs(error, NOW)).toBeNull()
  },
)
