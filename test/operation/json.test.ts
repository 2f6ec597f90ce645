import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { copyJson, holdsPrototype, type Json, sameJson, toJson, toJsonObject } from '../../src/operation/json.ts'

// -0 is left out: JSON writes it as 0, which equals it in every comparison but Object.is.
const anything = fc
  .anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true })
  .filter((value) => value !== undefined && !containsNegativeZero(value))

function containsNegativeZero(value: unknown): boolean {
  if (Object.is(value, -0)) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(containsNegativeZero)
}

function survivesJson(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
  } catch {
    return false
  }
}

function accepts(value: unknown): boolean {
  try {
    return toJson(value, 'input') === value
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError)
    return false
  }
}

test('a value is accepted exactly when it survives being written and read as JSON', () => {
  const property = fc.property(anything, (value) => {
    expect(accepts(value)).toBe(survivesJson(value))
  })
  fc.assert(property, { seed: 1, numRuns: 3000 })
})

test('every JSON value is accepted as it is', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    expect(toJson(value, 'input')).toBe(value)
  })
  fc.assert(property, { seed: 1 })
})

test('nothing at all is null, and an object without a prototype is an object', () => {
  expect(toJson(undefined, 'result')).toBeNull()
  expect(accepts(Object.assign(Object.create(null), { a: 1 }))).toBe(true)
})

test.each([
  [
    'a property that would vanish',
    { a: { b: undefined } },
    'input.a.b is undefined, which JSON cannot hold; send only JSON values',
  ],
  ['a number JSON has no word for', [1, Number.NaN], 'input[1] is NaN'],
  ['a function', { now: () => 1 }, 'input.now is a function'],
  ['a bigint', 1n, 'input is a bigint'],
  ['a date', { at: new Date(0) }, 'input.at is a Date, not a plain object'],
  ['a hole in a list', new Array(1), 'input[0] is undefined'],
  ['an object of a class without a name', new (class {})(), 'input is a , not a plain object'],
  ['an object whose prototype names no class', Object.create(Object.create(null)), 'input is a class instance'],
])('%s is refused, and the message says where it is', (_name, value, message) => {
  expect(() => toJson(value, 'input')).toThrow(message)
})

test('an object that contains itself is refused, one that appears twice is not', () => {
  const circle: { inner: unknown } = { inner: null }
  circle.inner = [circle]
  expect(() => toJson(circle, 'input')).toThrow('input.inner[0] refers back to an object that contains it')
  const twice = { a: 1 }
  expect(accepts([twice, twice])).toBe(true)
})

test('200 levels of nesting are accepted, one more is refused', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
  expect(accepts(nested(200))).toBe(true)
  expect(() => toJson(nested(201), 'input')).toThrow('nested deeper than 200 levels')
})

test.each([[null], [[1]], ['text'], [undefined]])('%j is not an object', (value) => {
  expect(() => toJsonObject(value, 'metadata')).toThrow('metadata must be a JSON object')
})

test('an object is answered as it is', () => {
  const value = { team: 'blue' }
  expect(toJsonObject(value, 'metadata')).toBe(value)
})

test('a copy is equal and shares nothing with the original', () => {
  const value: { list: Json[] } = { list: [{ a: 1 }, null] }
  const copy = copyJson(value)
  value.list.push('later')
  expect(copy).toEqual({ list: [{ a: 1 }, null] })
  expect([copyJson(null), copyJson('text'), copyJson(7)]).toEqual([null, 'text', 7])
})

test('a value whose reading throws is refused, with what it threw', () => {
  const cause = new Error('no entry')
  const value = {
    get secret(): never {
      throw cause
    },
  }

  expect(() => toJson(value, 'input')).toThrow(expect.objectContaining({ field: 'input', cause }))
})

test.each<[Json, Json, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [null, {}, false],
  [[], {}, false],
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [[1, 2], [2, 1], false],
])('whether %j and %j say the same: %j', (a, b, same) => {
  expect(sameJson(a, b)).toBe(same)
})

test.each([
  ['null', false],
  ['"__proto__"', false],
  ['{"a":[{"b":"__proto__"}],"constructor":{"prototype":1}}', false],
  ['{"__proto__":null}', true],
  ['[1,{"a":[{"\\u005f_proto__":1}]}]', true],
  [`${'['.repeat(5000)}{"__proto__":1}${']'.repeat(5000)}`, true],
])('whether a value holds a key that names the prototype is found at any depth: %.60s', (text, holds) => {
  expect(holdsPrototype(JSON.parse(text))).toBe(holds)
})
