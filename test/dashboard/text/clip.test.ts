import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipped } from '../../../src/dashboard/text/clip.ts'

test('a text that fits stays as it is', () => {
  expect(clipped('short', 5)).toBe('short')
})

test('of a longer text the first line is left, at most so long, with a sign that there is more', () => {
  expect(clipped('too long', 3)).toBe('too…')
  expect(clipped('first\nsecond', 20)).toBe('first…')
  expect(clipped('\n  first\u2028second', 20)).toBe('first…')
})

test('a character of two halves is left out as a whole', () => {
  expect(clipped('ab🙂c', 3)).toBe('ab…')
  expect(clipped('ab🙂c', 4)).toBe('ab🙂…')
  expect(clipped(' ab🙂c', 3)).toBe('ab…')
})

test('what is left is never longer than said, has one line, and is whole where the text was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (text, length) => {
      const left = clipped(text, length)
      expect(left.length).toBeLessThanOrEqual(length + 1)
      expect(left).not.toMatch(/[\r\n]/)
      expect(left.isWellFormed()).toBe(true)
    }),
  )
})
