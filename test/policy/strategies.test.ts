import fc from 'fast-check'
import { expect, test } from 'vitest'
import { custom } from '../../src/policy/custom.ts'
import { decorrelated } from '../../src/policy/decorrelated.ts'
import { exponential } from '../../src/policy/exponential.ts'
import { fibonacci } from '../../src/policy/fibonacci.ts'
import { fixed } from '../../src/policy/fixed.ts'
import { learned } from '../../src/policy/learned.ts'
import { linear } from '../../src/policy/linear.ts'
import { anyInput, input, waits } from './inputs.ts'

const EXACT = { jitter: 'none' } as const

test('exponential waits grow by their factor from the first one up to the longest', () => {
  expect(waits(exponential({ initial: '1s', max: '10s', ...EXACT }), 6)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
  expect(waits(exponential({ initial: '1s', factor: 3, ...EXACT }), 4)).toEqual([1000, 3000, 9000, 27_000])
})

test('linear waits grow by the same amount, which is the first wait unless another is given', () => {
  expect(waits(linear({ initial: '1s', increment: '2s', max: '10s', ...EXACT }), 6)).toEqual([
    1000, 3000, 5000, 7000, 9000, 10_000,
  ])
  expect(waits(linear({ initial: '5s', max: '15s', ...EXACT }), 4)).toEqual([5000, 10_000, 15_000, 15_000])
})

test('fixed waits are all the same', () => {
  expect(waits(fixed({ initial: '5s', ...EXACT }), 10)).toEqual(Array(10).fill(5000))
})

test('Fibonacci waits are each the sum of the two before it', () => {
  expect(waits(fibonacci({ initial: '1s', max: '20s', ...EXACT }), 8)).toEqual([
    1000, 1000, 2000, 3000, 5000, 8000, 13_000, 20_000,
  ])
})

test('a decorrelated wait lies between the first one and three times the wait before it', () => {
  const strategy = decorrelated({ initial: '1s', max: '20s' })

  expect(strategy.delay(input({ previousMs: null, random: () => 0 }))).toBe(1000)
  expect(strategy.delay(input({ previousMs: null, random: () => 0.5 }))).toBe(2000)
  expect(strategy.delay(input({ previousMs: 4000, random: () => 0 }))).toBe(1000)
  expect(strategy.delay(input({ previousMs: 4000, random: () => 0.5 }))).toBe(6500)
  expect(strategy.delay(input({ previousMs: 19_000, random: () => 0.9 }))).toBe(20_000)
  expect(strategy.delay(input({ previousMs: 0, random: () => 0.9 }))).toBe(1000)
})

test('a custom strategy is given what is known and is cut down to its longest wait', () => {
  const strategy = custom('by the count', ({ failures }) => (failures - 1) * 100, { max: '50ms' })

  expect(waits(strategy, 3)).toEqual([0, 50, 50])
  expect(strategy).toMatchObject({ name: 'by the count', maxMs: 50 })
  expect(custom('usual', () => 1).maxMs).toBe(60_000)
})

test('without options strategies begin with 1 s and never wait longer than a minute', () => {
  for (const make of [fixed, linear, exponential, fibonacci]) expect(make().delay(input({ random: () => 0.5 }))).toBe(1000)
  for (const make of [fixed, linear, exponential, fibonacci, decorrelated, learned]) expect(make().maxMs).toBe(60_000)
})

test('strategies are frozen: nobody who shares one can change it', () => {
  for (const strategy of [fixed(), linear(), exponential(), fibonacci(), decorrelated(), learned(), custom('own', () => 1)]) {
    expect(Object.isFrozen(strategy)).toBe(true)
  }
})

const anyDelays = fc
  .record({
    initial: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
    over: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })),
    factor: fc.double({ min: 1, max: 100, noNaN: true }),
    jitter: fc.oneof(
      fc.constantFrom('none', 'full', 'equal', 'proportional'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ) as fc.Arbitrary<'none' | number>,
  })
  .map(({ initial, over, factor, jitter }) => ({ initial, max: initial + over, factor, jitter }))

test.each([
  ['fixed', fixed],
  ['linear', linear],
  ['exponential', exponential],
  ['fibonacci', fibonacci],
  ['decorrelated', decorrelated],
  ['learned', learned],
])('every %s wait is a whole number between zero and the longest, whatever the situation', (_name, make) => {
  fc.assert(
    fc.property(anyDelays, anyInput, (options, situation) => {
      const strategy = make(options)
      const delay = strategy.delay(situation)
      expect(Number.isSafeInteger(delay)).toBe(true)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThanOrEqual(strategy.maxMs)
    }),
    { numRuns: 300 },
  )
})

test('without jitter no wait of a growing strategy is shorter than the one before', () => {
  fc.assert(
    fc.property(anyDelays, fc.integer({ min: 1, max: 100 }), (options, failures) => {
      for (const make of [linear, exponential, fibonacci]) {
        const strategy = make({ ...options, ...EXACT })
        const [first, second] = [strategy.delay(input({ failures })), strategy.delay(input({ failures: failures + 1 }))]
        expect(second).toBeGreaterThanOrEqual(first)
      }
    }),
  )
})

test.each([
  [() => exponential({ initial: -1 }), 'initial'],
  [() => exponential({ initial: Number.NaN }), 'initial'],
  [() => exponential({ initial: 'soon' }), 'initial'],
  [() => exponential({ factor: 0.5 }), 'factor'],
  [() => exponential({ factor: Number.POSITIVE_INFINITY }), 'factor'],
  [() => linear({ increment: 'more' }), 'increment'],
  [() => fixed({ initial: '10s', max: '9s' }), 'max'],
  [() => fibonacci({ jitter: 'some' as never }), 'jitter'],
  [() => decorrelated({ max: Number.POSITIVE_INFINITY }), 'max'],
  [() => learned({ max: '1ms' }), 'max'],
  [() => custom('', () => 1), 'name'],
  [() => custom('own', null as never), 'fn'],
  [() => custom('own', () => 1, { max: -1 }), 'max'],
])('%o is refused and the option named', (make, field) => {
  expect(make).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})
