import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetOf, parseJson, placeOf } from '../../../../src/dashboard/components/json-editor/json-syntax.ts'

function faultOf(text: string) {
  const parsed = parseJson(text)
  if (!('fault' in parsed)) throw new Error(`This is JSON: ${text}`)
  return parsed.fault
}

describe('a text that is JSON', () => {
  it('has its value', () => {
    expect(parseJson(' {"a": [1, null]} ')).toEqual({ value: { a: [1, null] } })
    expect(parseJson('null')).toEqual({ value: null })
  })
})

describe('a text that is no JSON', () => {
  it.each([
    ['{"a": 1 "b": 2}', 1, 9, 'Expected a comma (,) or }, not ".'],
    ['{"a": 1,\n}', 2, 1, 'Expected a name in double quotes after the comma, not }.'],
    ['[1, 2,]', 1, 7, 'Expected a value: remove the comma before it.'],
    ['{"a" 1}', 1, 6, 'Expected a colon (:) after the name, not 1.'],
    ['{a: 1}', 1, 2, 'Expected a name in double quotes, or }, not a.'],
    ['{\n  "a": [1,\n  2', 3, 4, 'Expected ] to close the [ of line 2.'],
    ['{"a":', 1, 6, 'Expected a value, but the text ends.'],
    ['{"a": "b\n"}', 1, 9, 'A text must end on its line: expected a double quote ("), or write \\n.'],
    ['["abc', 1, 2, 'This text is not closed: expected a double quote (").'],
    ['["a\tb"]', 1, 4, 'A text cannot hold a control character: write a tab as \\t.'],
    ['["\\x"]', 1, 3, 'Expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits.'],
    ["{'a': 1}", 1, 2, "Expected a name in double quotes, or }, not '."],
    ["['a']", 1, 2, `Write texts in double quotes ("), not single ones (').`],
    ['[hello]', 1, 2, 'Expected a value: write texts in double quotes, such as "hello".'],
    ['[True]', 1, 2, 'Expected true, false or null, in small letters.'],
    ['[01]', 1, 2, '01 is not a number in JSON: write it as 12, -0.5 or 1e6.'],
    ['[.5]', 1, 2, '.5 is not a number in JSON: write it as 12, -0.5 or 1e6.'],
    ['{} {}', 1, 4, 'Expected nothing more after the value, not {.'],
    ['[1}', 1, 3, 'Expected a comma (,) or ], not }.'],
    ['{"a": }', 1, 7, 'Expected a value, not }.'],
    ['[😀]', 1, 2, 'Expected a value, not 😀.'],
  ])('says where and what is expected: %j', (text, line, column, message) => {
    expect(faultOf(text)).toMatchObject({ line, column, message })
  })

  it('is found however deep it is', () => {
    expect(faultOf('['.repeat(100_000))).toMatchObject({ column: 100_001, message: 'Expected a value, but the text ends.' })
  })

  it('is told at a place within it, whatever was changed in a text that was JSON', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', '"', ',', ':', '{', '}', '[', ']', '\\', '0', '-', 't', "'", '\n', '😀'),
    )
    fc.assert(
      fc.property(fc.json(), change, (json, [where, length, put]) => {
        const at = where % (json.length + 1)
        const text = json.slice(0, at) + put + json.slice(at + length)
        const parsed = parseJson(text)
        if (!('fault' in parsed)) return
        expect(parsed.fault.message).not.toBe('This is not valid JSON.')
        expect(parsed.fault.offset).toBeLessThanOrEqual(text.length)
        expect(parsed.fault).toMatchObject(placeOf(text, parsed.fault.offset))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the place of a value', () => {
  const text = '{\n  "a": {"b c": [10, {"d": 20}]},\n  "e": 30\n}'

  it.each([
    [[], '{\n'],
    [['a'], '{"b c"'],
    [['a', 'b c', 0], '10'],
    [['a', 'b c', 1, 'd'], '20'],
    [['e'], '30'],
  ])('is where it begins: %j', (path, begin) => {
    expect(text.slice(offsetOf(text, path)).startsWith(begin)).toBe(true)
  })

  it('is that of what should hold it, when it is missing', () => {
    expect(offsetOf(text, ['a', 'x', 'y'])).toBe(offsetOf(text, ['a']))
  })

  it('is found for each value of any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { minKeys: 1 }), (value) => {
        const json = JSON.stringify(value, null, 2)
        for (const [name, inner] of Object.entries(value)) {
          expect(json.slice(offsetOf(json, [name])).startsWith(JSON.stringify(inner, null, 2).slice(0, 1))).toBe(true)
        }
      }),
    )
  })
})
