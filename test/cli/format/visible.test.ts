import { expect, test } from 'vitest'
import { safeJson, visible } from '../../../src/cli/format/visible.ts'

const HOSTILE = [
  ['an escape sequence', '\u001b[2Jgone', '\\e[2Jgone'],
  ['a C1 control sequence', '\u009b31mred', '\\u{9b}31mred'],
  ['a line break', 'one\ntwo\r\nthree', 'one\\ntwo\\r\\nthree'],
  ['a line separator', 'one\u2028two', 'one\\u{2028}two'],
  ['a right-to-left override', 'txt.\u202eexe', 'txt.\\u{202e}exe'],
  ['an isolate', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
  ['a zero-width space', 'ad\u200bmin', 'ad\\u{200b}min'],
  ['a byte order mark', '\ufeffa', '\\u{feff}a'],
  ['a null', 'a\u0000b', 'a\\u{0}b'],
  ['half of a pair', 'a\ud800b', 'a\\u{d800}b'],
  ['invisible tags', 'a\u{e0041}b', 'a\\u{e0041}b'],
] as const

test.each(HOSTILE)('%s is shown and not obeyed', (_name, text, shown) => {
  expect(visible(text)).toBe(shown)
})

test('texts of all languages stay as they are', () => {
  const text = 'Grüße, 你好, שלום, 👋'
  expect(visible(text)).toBe(text)
})

test.each(HOSTILE)('JSON with %s reads back as it was, and holds nothing that a terminal obeys', (_name, text) => {
  const json = safeJson({ text })
  expect(JSON.parse(json)).toEqual({ text })
  expect(json).toMatch(/^[\x20-\x7e]*$/)
})
