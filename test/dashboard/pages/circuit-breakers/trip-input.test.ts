import { expect, test } from 'vitest'
import { tripDuration } from '../../../../src/dashboard/pages/circuit-breakers/trip-input.ts'

test('a trip lasts until a reset, for a usual time, or as long as was typed', () => {
  expect(tripDuration('reset', 'ignored')).toEqual({ value: null, fault: null })
  expect(tripDuration('5m', 'ignored')).toEqual({ value: 300_000, fault: null })
  expect(tripDuration('1h', '')).toEqual({ value: 3_600_000, fault: null })
  expect(tripDuration('other', ' 1 h 30 min ')).toEqual({ value: 5_400_000, fault: null })
})

test.each(['', 'soon', '5', '-1 s', '0', '4000 d'])('%j is no time for a trip', (typed) => {
  expect(tripDuration('other', typed)).toHaveProperty('fault', expect.any(String))
})
