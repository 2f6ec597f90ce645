import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, readAgainAfter, withEarlier, withLater } from '../../../src/dashboard/state/rows.ts'

type Item = { readonly n: number; readonly open: boolean }
const row = (n: number, open = false): Row<Item> => ({ cursor: String(n), node: { n, open } })
const numbers = (rows: readonly Row<Item>[]) => rows.map(({ node }) => node.n)

test('what is read once more takes the place of what was shown', () => {
  expect(withLater([row(1), row(2, true)], [row(2), row(3)])).toEqual([row(1), row(2), row(3)])
  expect(withEarlier([row(3), row(4)], [row(2), row(3, true)])).toEqual([row(2), row(3), row(4)])
})

test('it is read on after the last row that cannot change any more', () => {
  const isOpen = ({ open }: Item) => open
  expect(readAgainAfter([row(1), row(2)], isOpen)).toBe('2')
  expect(readAgainAfter([row(1), row(2), row(3, true)], isOpen)).toBe('2')
  expect(readAgainAfter([row(1, true), row(2)], isOpen)).toBeNull()
  expect(readAgainAfter([], isOpen)).toBeNull()
})

test('however pages overlap, each row is shown once and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 9 })), (start, sizes) => {
      let rows: readonly Row<Item>[] = [row(start)]
      let last = start
      for (const size of sizes) {
        // Begins within what is shown, and reads beyond it.
        const from = Math.max(start, last - (size % 3))
        rows = withLater(
          rows,
          Array.from({ length: size + (last - from) + 1 }, (_, index) => row(from + index)),
        )
        last += size
      }
      rows = withEarlier(
        rows,
        Array.from({ length: start }, (_, index) => row(index)),
      )
      expect(numbers(rows)).toEqual(Array.from({ length: last + 1 }, (_, index) => index))
    }),
  )
})
