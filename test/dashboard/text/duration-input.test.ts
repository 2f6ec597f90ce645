import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDuration, writeDuration } from '../../../src/dashboard/text/duration-input.ts'

test.each([
  ['2s', 2000],
  [' 2 s ', 2000],
  ['2.5 s', 2500],
  ['250ms', 250],
  ['5 min', 300_000],
  ['5m', 300_000],
  ['1 h 30 min', 5_400_000],
  ['1h30m', 5_400_000],
  ['30 Days', 2_592_000_000],
  ['1.005 s', 1005],
  ['0', 0],
])('%j is %d ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms)
})

test.each(['', '  ', '5', '-2 s', '2 weeks', 's', '2 s and more', '1 h 30', '2,5 s', '1e3 s', 'constructor', '1 constructor'])(
  '%j is no length of time',
  (text) => {
    expect(readDuration(text)).toBeNull()
  },
)

test.each([
  [0, '0s'],
  [250, '250ms'],
  [1500, '1.5s'],
  [60_000, '1m'],
  [90_000, '1m 30s'],
  [86_400_000, '1d'],
  [5_400_000, '1h 30m'],
  [2_592_000_000, '30d'],
])('%d ms are written as %j', (ms, text) => {
  expect(writeDuration(ms)).toBe(text)
})

test('what is written reads as the same length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3650 * 86_400_000 }), (ms) => {
      expect(readDuration(writeDuration(ms))).toBe(ms)
    }),
  )
})
