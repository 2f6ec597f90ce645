import { expect, test } from 'vitest'
import { metadataText, parseMetadata } from '../../../src/dashboard/text/metadata-filter.ts'

test.each([
  ['team:blue', 'team', 'blue'],
  ['team = blue sky', 'team', 'blue sky'],
  ['url:http://x/?a=b', 'url', 'http://x/?a=b'],
  ['tries:3', 'tries', 3],
  ['tries:"3"', 'tries', '3'],
  ['on:true', 'on', true],
  ['"a:b":c', 'a:b', 'c'],
  ['empty:', 'empty', ''],
  [' a b\t: c ', 'a b', 'c'],
  ['"a\\"b" = 1', 'a"b', 1],
  ['__proto__:1', '__proto__', 1],
])('%s is read', (text, key, value) => {
  expect(parseMetadata(text)).toEqual({ key, value })
})

test.each(['', 'team', ':blue', '"team'])('%j is no pair', (text) => {
  expect(parseMetadata(text)).toBeNull()
})

test.each([
  ['team', 'blue', 'team:blue'],
  ['tries', '3', 'tries:"3"'],
  ['a:b', ' x', '"a:b":" x"'],
  ['', null, '"":null'],
])('%j is written so that it is read again', (key, value, text) => {
  expect(metadataText(key, value)).toBe(text)
  expect(parseMetadata(text)).toEqual({ key, value })
})

test('a text that goes on without a pair is read in no time', () => {
  const blanks = ' '.repeat(1_000_000)
  expect([`a${blanks}`, `${blanks}a`, `"${blanks}`, `"a"${blanks}`, '"\\'.repeat(300_000)].map(parseMetadata)).toEqual(
    Array(5).fill(null),
  )
})
