import { expect, test } from 'vitest'
import { isPartOnly, msLeft, perSpan } from '../../src/client/pace.ts'

test('the time left is what is missing at the rate, of what is counted or else of the whole', () => {
  expect(msLeft({ current: 30, total: 120, rate: 0.5 })).toBe(180_000)
  expect(msLeft({ fraction: 0.25, rate: 0.01 })).toBe(75_000)
  expect(msLeft({ fraction: 0.25, current: 30, total: 120, rate: 0.5 })).toBe(180_000)
})

test.each([
  ['without a rate', { current: 1, total: 2 }],
  ['at no rate', { current: 1, total: 2, rate: 0 }],
  ['at next to no rate', { current: 0, total: 8_640_000, rate: 1 }],
  ['without a total', { current: 1, rate: 1 }],
  ['of a part of what is counted in a unit', { fraction: 0.5, rate: 1, unit: 'rows' }],
  ['when all is done', { current: 2, total: 2, rate: 1 }],
  ['when more than all is done', { current: 3, total: 2, rate: 1 }],
  ['of figures that are none', { current: Number.NaN, total: 2, rate: 1 }],
  ['at a rate that is none', { current: 1, total: 2, rate: Number.POSITIVE_INFINITY }],
])('no time is left to tell %s', (_, pace) => {
  expect(msLeft(pace)).toBeNull()
})

test('a rate is told by the shortest span in which one is done', () => {
  expect([340, 1].map(perSpan)).toEqual([
    { count: 340, span: 's' },
    { count: 1, span: 's' },
  ])
  expect(perSpan(0.5)).toEqual({ count: 30, span: 'min' })
  expect(perSpan(1 / 3600)).toEqual({ count: 1, span: 'h' })
  expect([0, 1e-9].map(perSpan)).toEqual([null, null])
})

test('only of what is not counted the rate is of the whole', () => {
  expect(isPartOnly({ fraction: 0.5 })).toBe(true)
  expect(isPartOnly({ fraction: 0.5, unit: '' })).toBe(true)
  expect([{ fraction: 0.5, current: 0 }, { fraction: 0.5, unit: 'rows' }, {}].map(isPartOnly)).toEqual([false, false, false])
})
