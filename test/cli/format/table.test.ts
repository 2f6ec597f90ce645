import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { painter, wantsColour } from '../../../src/cli/format/paint.ts'
import { pairs, table } from '../../../src/cli/format/table.ts'
import { shorten, widthOf } from '../../../src/cli/format/width.ts'

const PLAIN = { paint: painter(false), columns: undefined }

test('columns are as wide as their widest cell, and lines end with their text', () => {
  expect(
    table(
      ['ID', 'NAME'],
      [
        ['1', 'a'],
        ['22', ''],
      ],
      PLAIN,
    ),
  ).toEqual(['ID  NAME', '1   a', '22'])
})

test('where all is wider than the terminal, the last column gives way first', () => {
  const lines = table(['ID', 'ERROR'], [['op_123456789', 'a very long message indeed']], { ...PLAIN, columns: 30 })
  expect(lines).toEqual(['ID            ERROR', 'op_123456789  a very long mes…'])
  const narrow = table(['ID', 'NAME', 'ERROR'], [['op_123456789', 'a long name here', 'and a message']], {
    ...PLAIN,
    columns: 32,
  })
  expect(narrow.map(widthOf).every((width) => width <= 32)).toBe(true)
})

test('what is two columns wide on a terminal counts for two', () => {
  expect(widthOf('你好')).toBe(4)
  expect(widthOf('👍🏽')).toBe(2)
  expect(widthOf('e\u0301')).toBe(1)
  expect(shorten('你好吗', 4)).toBe('你…')
  expect(
    table(
      ['A', 'B'],
      [
        ['你', 'x'],
        ['ab', 'y'],
      ],
      PLAIN,
    ),
  ).toEqual(['A   B', '你  x', 'ab  y'])
})

test('hostile cells stay in their place', () => {
  const [, row] = table(['A', 'B'], [['x\n\u001b[31m', 'y']], PLAIN)
  expect(row).toBe('x\\n\\e[31m  y')
})

test('colours take no room', () => {
  const cell = { text: 'FAILED', colour: 'red' } as const
  const lines = table(['STATE', 'B'], [[cell, 'x']], { ...PLAIN, paint: painter(true) })
  expect(lines[1]).toBe('\u001b[31mFAILED\u001b[0m  x')
  expect(lines.map(stripVTControlCharacters)).toEqual(table(['STATE', 'B'], [[cell, 'x']], PLAIN))
})

test('names and values stand one below the other', () => {
  expect(
    pairs(
      [
        ['State', 'FAILED'],
        ['By', 'a\tb'],
      ],
      PLAIN,
    ),
  ).toEqual(['State  FAILED', 'By     a\\tb'])
})

test('colours are for terminals whose people want them', () => {
  expect(wantsColour(true, {})).toBe(true)
  expect(wantsColour(false, {})).toBe(false)
  expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false)
  expect(wantsColour(true, { NO_COLOR: '' })).toBe(true)
  expect(wantsColour(true, { TERM: 'dumb' })).toBe(false)
})
