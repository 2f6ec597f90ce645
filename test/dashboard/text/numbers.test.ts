import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesText, countOf, countText, percentText, shortCountText } from '../../../src/dashboard/text/numbers.ts'

test('counts are grouped, shortened, and agree with their noun', () => {
  expect(countText(1_234_567)).toBe('1,234,567')
  expect(shortCountText(12_345)).toBe('12.3K')
  expect([0, 1, 2000].map((count) => countOf(count, 'operation'))).toEqual(['0 operations', '1 operation', '2,000 operations'])
  expect(countOf(2, 'retry', 'retries')).toBe('2 retries')
})

test('parts are written with one digit', () => {
  expect([0, 0.45, 1].map(percentText)).toEqual(['0.0%', '45.0%', '100.0%'])
})

test.each([
  [-1, '0 B'],
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.00 KB'],
  [1536, '1.50 KB'],
  [3.91 * 1024 ** 3, '3.91 GB'],
  [5000 * 1024 ** 4, '5000.00 TB'],
])('%d bytes are written as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

test('a size has at most four digits before its point, as long as there is a unit for it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1024 ** 5 - 1, noNaN: true }), (bytes) => {
      expect(bytesText(bytes)).toMatch(/^\d{1,4}(?:\.\d\d)? (?:B|KB|MB|GB|TB)$/)
    }),
  )
})
