import { expect, test } from 'vitest'
import { typedDuration, typedWhole } from '../../../src/dashboard/text/typed-values.ts'

const LENGTHS = { min: 100, max: 300_000 }
const COUNTS = { min: 1, max: 10_000 }

test('a length of time is typed with its unit, and lies in its range', () => {
  expect(typedDuration('1.5 s', LENGTHS)).toEqual({ value: 1500, fault: null })
  expect(typedDuration('5 min', LENGTHS)).toEqual({ value: 300_000, fault: null })
  for (const text of ['6 min', '50 ms', '0']) {
    expect(typedDuration(text, LENGTHS)).toEqual({ value: null, fault: 'It must be from 100ms to 5m.' })
  }
  expect(typedDuration('10', LENGTHS).fault).toMatch(/with its unit/)
})

test('a whole number lies in its range', () => {
  expect(typedWhole(' 10 ', COUNTS)).toEqual({ value: 10, fault: null })
  expect(typedWhole('-5', { min: -100, max: 100 })).toEqual({ value: -5, fault: null })
  for (const text of ['0', '10001', '1.5', 'ten', '', '1e3', '9'.repeat(400)]) {
    expect(typedWhole(text, COUNTS)).toEqual({ value: null, fault: 'Enter a whole number from 1 to 10,000.' })
  }
})
