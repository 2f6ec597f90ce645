import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countdownText, distanceText, durationText } from '../../../src/dashboard/text/durations.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.each([
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
  [-5, '0s'],
  [0, '0s'],
  [0.4, '0.4ms'],
  [250, '250ms'],
  [1500, '1.5s'],
  [45 * SECOND, '45s'],
  [HOUR + 2 * MINUTE + 3 * SECOND, '1h 2m 3s'],
  [DAY + 2 * HOUR + 3 * MINUTE, '1d 2h'],
  [400 * DAY, '400d'],
])('%d ms are written as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})

test('a countdown says 0 only when it is due, and its seconds never grow', () => {
  expect([0, -1, 1, 999, 1000, 1001].map(countdownText)).toEqual(['0s', '0s', '1s', '1s', '1s', '2s'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 * DAY }), (ms) => {
      expect(countdownText(ms)).not.toBe('0s')
      expect(countdownText(ms)).toBe(countdownText(Math.ceil(ms / SECOND) * SECOND))
    }),
  )
})

test.each([
  [0, 'just now'],
  [-4000, 'just now'],
  [4000, 'in a moment'],
  [-59_400, '59s ago'],
  [-59_600, '1m ago'],
  [5 * MINUTE, 'in 5m'],
  [-59.4 * MINUTE, '59m ago'],
  [-59.6 * MINUTE, '1h ago'],
  [2 * HOUR, 'in 2h'],
  [-23.8 * HOUR, '1d ago'],
  [-DAY * 3, '3d ago'],
])('%d ms from now is %s', (ms, text) => {
  expect(distanceText(ms)).toBe(text)
})

test('no distance is written as 60s, 60m or 24h', () => {
  fc.assert(
    fc.property(fc.double({ min: -40 * DAY, max: 40 * DAY, noNaN: true }), (ms) => {
      expect(distanceText(ms)).not.toMatch(/\b(?:60s|60m|24h|0\w+)\b/)
    }),
  )
})

test('a length that is none is not made up', () => {
  expect([durationText(Number.NaN), distanceText(Number.NaN)]).toEqual(['–', '–'])
})
