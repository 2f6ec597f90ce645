import { describe, expect, it } from 'vitest'
import { checkText, checkWords } from '../../../../src/dashboard/components/json-editor/json-check.ts'

const anything = () => []

describe('the check of a text', () => {
  it('finds its value when all is well', () => {
    expect(checkText('[1]', anything)).toEqual({ kind: 'valid', value: [1] })
    expect(checkText('null', anything)).toEqual({ kind: 'valid', value: null })
  })

  it('tells nothing of an empty one', () => {
    expect(checkText(' \n', anything)).toEqual({ kind: 'empty' })
  })

  it('tells of the syntax before the schema is there', () => {
    expect(checkText('[', 'loading')).toMatchObject({ kind: 'wrong', problems: [{ line: 1, column: 2 }] })
    expect(checkText('[]', 'loading')).toEqual({ kind: 'checking' })
  })

  it('points to the place of what does not fit', () => {
    const check = checkText('{\n  "a": 5\n}', () => [{ path: ['a'], message: 'must be text' }])
    expect(check).toEqual({ kind: 'wrong', problems: [{ message: 'a must be text.', offset: 9, line: 2, column: 8 }], more: 0 })
  })

  it('tells of the first problems only, and how many more there are', () => {
    const faults = Array.from({ length: 50 }, (_, index) => ({ path: [index], message: 'must be text' }))
    const check = checkText('[]', () => faults)
    expect(check).toMatchObject({ kind: 'wrong', more: 30 })
    expect(checkWords(check, true)).toBe('50 problems:')
  })
})
