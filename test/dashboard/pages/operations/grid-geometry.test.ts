import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowByKey, rowsIn, scrollTopFor } from '../../../../src/dashboard/pages/operations/grid-geometry.ts'

const windowAt = (scrollTop: number, count = 100) => ({ scrollTop, height: 100, rowHeight: 20, count })

test('the rows that are seen in part are in the page, and some beyond', () => {
  expect(rowsIn(windowAt(0))).toEqual({ from: 0, to: 5 })
  expect(rowsIn(windowAt(30))).toEqual({ from: 1, to: 7 })
  expect(rowsIn(windowAt(30), 3)).toEqual({ from: 0, to: 10 })
  expect(rowsIn(windowAt(1950), 3)).toEqual({ from: 94, to: 100 })
})

test('the range lies within the rows, however far somebody pulls', () => {
  const anything = fc.record({ scrollTop: fc.integer({ min: -500, max: 5000 }), count: fc.nat(200), beyond: fc.nat(9) })
  fc.assert(
    fc.property(anything, ({ scrollTop, count, beyond }) => {
      const { from, to } = rowsIn(windowAt(scrollTop, count), beyond)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThanOrEqual(count)
      expect(to - from).toBeLessThanOrEqual(6 + 2 * beyond)
    }),
  )
})

test('a row that is seen whole needs no scrolling; another is brought to the nearer edge', () => {
  expect(scrollTopFor(3, windowAt(20))).toBe(20)
  expect(scrollTopFor(0, windowAt(20))).toBe(0)
  expect(scrollTopFor(6, windowAt(20))).toBe(40)
})

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 9],
  ['PageUp', 5, 1],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['ArrowDown', 99, 99],
])('%s leads from row %i to row %i', (key, from, to) => {
  expect(rowByKey(key, from, windowAt(0))).toBe(to)
})

test('other keys lead nowhere', () => {
  expect([rowByKey('a', 5, windowAt(0)), rowByKey('toString', 5, windowAt(0))]).toEqual([null, null])
})
