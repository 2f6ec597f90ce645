import { expect, test } from 'vitest'
import {
  EMPTY_DRAFT,
  fieldOf,
  hasOptions,
  readDraft,
  type StartDraft,
  startValues,
  writeDraft,
} from '../../../../src/dashboard/pages/functions/start-draft.ts'
import { startRequest } from '../../../../src/dashboard/pages/functions/start-request.ts'
import { curlText, graphqlText } from '../../../../src/dashboard/text/requests.ts'

const draft = (parts: Partial<StartDraft>): StartDraft => ({ ...EMPTY_DRAFT, ...parts })
const check = (parts: Partial<StartDraft>, input: { value: unknown } | null = null) => startValues('f', draft(parts), input)

test('what was left empty is left out', () => {
  expect(check({})).toEqual({ values: { functionName: 'f' } })
  expect(check({ id: '  ', metadata: '\n' })).toEqual({ values: { functionName: 'f' } })
})

test('what was typed is sent as the server wants it', () => {
  const typed = {
    input: '{"a": 1}',
    id: ' mine ',
    idempotencyKey: 'key',
    priority: '-5',
    runAt: '2026-02-01T10:30',
    deadline: '1 h 30 min',
    maxAttempts: '3',
    metadata: '{ "customer": "42" }',
  }
  expect(check(typed, { value: { a: 1 } })).toEqual({
    values: {
      functionName: 'f',
      input: { a: 1 },
      id: 'mine',
      idempotencyKey: 'key',
      priority: -5,
      runAt: new Date(2026, 1, 1, 10, 30).toISOString(),
      deadline: 5_400_000,
      maxAttempts: 3,
      metadata: { customer: '42' },
    },
  })
})

test.each([
  ['id', 'x'.repeat(256)],
  ['id', 'half \ud800'],
  ['idempotencyKey', 'x'.repeat(256)],
  ['priority', '101'],
  ['priority', '1.5'],
  ['priority', 'high'],
  ['runAt', 'tomorrow'],
  ['deadline', '5'],
  ['deadline', '0'],
  ['deadline', '4000 days'],
  ['maxAttempts', '0'],
  ['maxAttempts', '1002'],
  ['metadata', '{'],
  ['metadata', '[]'],
  ['metadata', 'null'],
  ['metadata', '1'],
] as const)('%s refuses %j', (field, text) => {
  expect(check({ [field]: text })).toEqual({ faults: { [field]: expect.stringMatching(/.+/) } })
})

test('an input that is not valid is not sent', () => {
  expect(check({ input: '{' })).toHaveProperty('faults.input')
  expect(check({ input: 'null' }, { value: null })).toEqual({ values: { functionName: 'f', input: null } })
})

test('a draft is kept as text and read again, whatever was kept there', () => {
  const kept = draft({ input: '{', priority: 'high' })
  expect(readDraft(writeDraft(kept))).toEqual(kept)
  expect(writeDraft(EMPTY_DRAFT)).toBe(null)
  for (const other of [null, '', '{', 'null', '[]', '"text"', '{"id": 5}']) expect(readDraft(other)).toEqual(EMPTY_DRAFT)
  expect([hasOptions(kept), hasOptions(draft({ input: '1' }))]).toEqual([true, false])
})

test('a refusal finds its field', () => {
  expect([fieldOf('input.url'), fieldOf('metadata'), fieldOf('input[0]'), fieldOf('functionName'), fieldOf(null)]).toEqual([
    'input',
    'metadata',
    'input',
    null,
    null,
  ])
})

test('a start is taken elsewhere as GraphQL and as curl', () => {
  const request = startRequest({ functionName: 'say "hi"', input: { a: [1] }, priority: 5 })
  expect(graphqlText(request)).toContain(
    'startOperation(input: { functionName: "say \\"hi\\"", input: { a: [1] }, priority: 5 })',
  )
  expect(curlText(request, 'http://localhost/graphql', true)).toContain('authorization: Bearer')
})
