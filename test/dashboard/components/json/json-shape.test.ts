import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOpenAtFirst,
  jsonText,
  kindOf,
  PORTION,
  portionsOf,
  sizeOf,
  sizeText,
  valueAt,
} from '../../../../src/dashboard/components/json/json-shape.ts'

describe('the portions of a long list', () => {
  it('are its entries while they are few', () => {
    expect(portionsOf(0, 3)).toEqual([0, 1, 2].map((index) => ({ kind: 'entry', index })))
    expect(portionsOf(0, 0)).toEqual([])
  })

  it('are ranges of a hundred when there are 10,000 of them', () => {
    const portions = portionsOf(0, 10_000)
    expect(portions).toHaveLength(100)
    expect(portions[99]).toEqual({ kind: 'range', from: 9900, to: 10_000 })
  })

  it('are never more than a hundred, and hold each entry once, in order', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(30_000_000), (from, count) => {
        const portions = portionsOf(from, from + count)
        expect(portions.length).toBeLessThanOrEqual(PORTION)
        let next = from
        for (const portion of portions) {
          const [start, end] = portion.kind === 'entry' ? [portion.index, portion.index + 1] : [portion.from, portion.to]
          expect(start).toBe(next)
          expect(end).toBeGreaterThan(start)
          expect(end - start).toBeLessThan(Math.max(2, count))
          next = end
        }
        expect(next).toBe(from + count)
      }),
    )
  })
})

describe('a JSON value', () => {
  it('is told by its kind', () => {
    const values = [null, [], {}, 'a', 1, false, undefined]
    expect(values.map(kindOf)).toEqual(['null', 'list', 'object', 'text', 'number', 'true or false', 'absent'])
  })

  it('tells how much it holds', () => {
    expect([[1], { a: 1, b: 2 }, [], new Array(12_345).fill(0)].map(sizeText)).toEqual([
      ...['1 item', '2 fields', '0 items', '12,345 items'],
    ])
  })

  it('counts an own field with the name of a built-in one', () => {
    expect(sizeOf(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toBe(2)
  })

  it('opens its first levels, but for long ones below the first', () => {
    const long = new Array(50).fill(0)
    expect(isOpenAtFirst(long, 0, 2)).toBe(true)
    expect(isOpenAtFirst(long, 1, 2)).toBe(false)
    expect(isOpenAtFirst([1], 1, 2)).toBe(true)
    expect(isOpenAtFirst([1], 2, 2)).toBe(false)
  })

  it('is found at its path, and nothing where it ends', () => {
    const value = { a: [{ b: null }] }
    expect([[], ['a', '0', 'b'], ['a', '0', 'b', 'c'], ['toString']].map((path) => valueAt(value, path))).toEqual([
      ...[value, null, undefined, undefined],
    ])
  })

  it('is copied as JSON with lines', () => {
    expect(jsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}')
    expect(jsonText(undefined)).toBe('')
  })
})
