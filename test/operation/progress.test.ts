import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { atRest, type Progress, toProgress } from '../../src/operation/progress.ts'

const NOTHING: Progress = { fraction: null, current: null, total: null, unit: null, stage: null, message: null }

test('what is not reported is null', () => {
  expect(toProgress({})).toEqual(NOTHING)
  expect(toProgress({ current: null, stage: null })).toEqual(NOTHING)
})

test.each([
  [{ current: 1, total: 4 }, 0.25],
  [{ current: 9, total: 4 }, 1],
  [{ current: 0, total: 0 }, null],
  [{ current: 3 }, null],
  [{ total: 3 }, null],
  [{ current: 1, total: 4, fraction: 0.9 }, 0.9],
  [{ fraction: 1 }, 1],
])('the fraction of %j is %j', (report, fraction) => {
  expect(toProgress(report).fraction).toBe(fraction)
})

test.each([
  [{ fraction: 1.01 }, 'progress.fraction is 1.01; it goes from 0 to 1'],
  [{ fraction: -0.1 }, 'progress.fraction is -0.1; it must be a number from 0 up'],
  [{ current: Number.NaN }, 'progress.current is NaN'],
  [{ total: Number.POSITIVE_INFINITY }, 'progress.total is Infinity'],
  [{ total: '5' }, 'progress.total is 5'],
])('%j is refused', (report, message) => {
  const read = () => toProgress(report as Partial<Progress>)
  expect(read).toThrow(InvalidInputError)
  expect(read).toThrow(message)
})

test('texts are kept up to 1000 characters, and what is no text is written as one', () => {
  const progress = toProgress({ unit: 'bytes', stage: 'x'.repeat(1001), message: 7 as unknown as string })
  expect(progress).toMatchObject({ unit: 'bytes', stage: 'x'.repeat(1000), message: '7' })
})

test('a rate is kept when it is told, and must be an amount', () => {
  expect(toProgress({ rate: 12.5, unit: 'bytes' })).toEqual({ ...NOTHING, unit: 'bytes', rate: 12.5 })
  expect(toProgress({})).not.toHaveProperty('rate')
  expect(() => toProgress({ rate: -1 })).toThrow('progress.rate is -1')
})

test('at rest nothing is left of a rate, and all of the rest', () => {
  const still = toProgress({ current: 3, unit: 'rows' })
  expect(atRest({ ...still, rate: 5 })).toStrictEqual(still)
  expect(atRest(still)).toBe(still)
  expect(atRest(null)).toBeNull()
})
