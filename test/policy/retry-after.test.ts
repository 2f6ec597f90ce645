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

test.each([
  [{ 'RateLimit-Reset': '30' }, 30_000],
  [{ 'RateLimit-Remaining': '0', 'RateLimit-Reset': '30' }, 30_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW / 1000 + 45}` }, 45_000],
  [{ 'x-ratelimit-reset': `${NOW + 5000}` }, 5000],
  [{ 'x-ratelimit-reset': `${NOW - 5000}` }, 0],
  [{ 'X-Rate-Limit-Reset': `${NOW / 1000 - 10}` }, 0],
  [{ 'x-ratelimit-reset': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
  [{ 'x-ratelimit-reset': 12 }, 12_000],
  [{ 'retry-after-ms': '750' }, 750],
  [{ 'retry-after': ['9', '10'] }, 9000],
  [{ 'retry-after': 'soon', 'ratelimit-reset': '3' }, 3000],
  [{ 'retry-after': '1', 'ratelimit-reset': '3' }, 1000],
])('the headers %o say when to come back', (headers, expected) => {
  expect(retryAfterMs({ headers }, NOW)).toBe(expected)
})

test('a reset of a limit that is not reached says nothing, nor does a pushback that means never', () => {
  expect(retryAfterMs({ headers: { 'x-ratelimit-remaining': '17', 'x-ratelimit-reset': '30' } }, NOW)).toBeNull()
  expect(retryAfterMs({ metadata: new Map([['grpc-retry-pushback-ms', '-1']]) }, NOW)).toBeNull()
})
