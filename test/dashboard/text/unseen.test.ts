import { expect, test } from 'vitest'
import { plainlyWritten } from '../../../src/dashboard/text/unseen.ts'

test('ids that differ only in what nobody sees look different', () => {
  const ids = ['op_1', 'op_1\u200b', 'op\u2060_1', '\u202eop_1', 'op_1\u{e0041}', 'op_1\ufe0f', 'op_1\u3164', 'op_1\u0085']
  const seen = ids.map(plainlyWritten)
  expect(seen.slice(0, 5)).toEqual(['op_1', 'op_1\\u200b', 'op\\u2060_1', '\\u202eop_1', 'op_1\\udb40\\udc41'])
  expect(new Set(seen).size).toBe(ids.length)
  expect(seen.every((text) => /^[\x20-\x7e]*$/.test(text))).toBe(true)
})

test('what can be seen stays as it is', () => {
  expect(plainlyWritten('é אב 😀 ä "<b>" \\')).toBe('é אב 😀 ä "<b>" \\')
})
