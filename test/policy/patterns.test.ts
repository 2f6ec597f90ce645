import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { classify } from '../../src/policy/classifier.ts'
import { type ErrorPattern, patterns } from '../../src/policy/patterns.ts'

const CONTEXT = { functionName: '', attempt: 1 }

function answers(match: ErrorPattern['match'], thrown: unknown): boolean {
  return patterns([{ match, category: 'service' }])(thrown, CONTEXT) !== null
}

test('the first pattern that fits answers, in front of the tables', () => {
  const classifier = patterns([
    { match: /card declined/i, category: 'validation', remedy: 'Use another card.' },
    { match: 'ECONNRESET', retryable: false },
  ])
  const judged = (thrown: unknown) => classify(thrown, 0, [classifier]).error

  expect(judged(new Error('Card declined by the bank'))).toMatchObject({ category: 'validation', remedy: 'Use another card.' })
  expect(judged(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toMatchObject({ category: 'network', retryable: false })
  expect(judged(Object.assign(new Error('x'), { code: 'EPIPE' }))).toMatchObject({ category: 'network', retryable: true })
})

test('a pattern looks at messages, codes, names and numbers, also of causes', () => {
  const error = Object.assign(new RangeError('Out of tokens today'), { code: 'E_LIMIT', status: 418 })

  expect(answers(/tokens/, error)).toBe(true)
  expect(answers('out of TOKENS', error)).toBe(true)
  expect(answers('E_LIMIT', error)).toBe(true)
  expect(answers('e_limit', error)).toBe(false)
  expect(answers('RangeError', error)).toBe(true)
  expect(answers(418, error)).toBe(true)
  expect(answers([500, 418], error)).toBe(true)
  expect(answers([500, /never/, 'nothing'], error)).toBe(false)
  expect(answers(418, new Error('outer', { cause: error }))).toBe(true)
  expect(answers(/text/, 'a text')).toBe(true)
})

test('a global or sticky expression finds what it is looking for every time', () => {
  const classifier = patterns([{ match: /again/gy, category: 'service' }])

  for (let time = 0; time < 3; time++) expect(classifier(new Error('again'), CONTEXT)).toEqual({ category: 'service' })
})

test.each<[unknown, string]>([
  ['nonsense', 'patterns takes a list of patterns'],
  [[{ match: /a/ }], 'pattern 1 says nothing about the errors it matches; give it a category'],
  [[{ match: {}, category: 'service' }], 'pattern 1 has a match that is no regular expression, text or number'],
  [[{ match: '', category: 'service' }], 'pattern 1 has a match that is no regular expression, text or number'],
  [[{ category: 'service' }], 'pattern 1 has a match that is no regular expression, text or number'],
  [[{ match: 'a', recoverability: 2 }], 'pattern 1 has a recoverability that is not a number from 0 to 1'],
  [[null], 'pattern 1 says nothing about the errors it matches; give it a category'],
  [['a'], 'pattern 1 has a; it must be an object, or null for no opinion'],
])('patterns(%o) is refused when it is made', (rows, message) => {
  expect(() => patterns(rows as never)).toThrow(new InvalidInputError(message, { field: 'classifier' }))
})
