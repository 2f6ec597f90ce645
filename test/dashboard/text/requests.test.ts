import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { parse, parseValue, valueFromASTUntyped } from 'graphql'
import { expect, test } from 'vitest'
import { isRedacted, readRequest, startRequest } from '../../../src/dashboard/pages/operation/copied-requests.ts'
import { graphqlLiteral } from '../../../src/dashboard/text/graphql-literal.ts'
import { curlText, graphqlText } from '../../../src/dashboard/text/requests.ts'
import { shellWord } from '../../../src/dashboard/text/shell.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', size: 'medium' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', '\r', ';', '&', '#', ' ', '*', '~', '(', '{', '%', '-', 'é', '😀'),
  }),
)
// `printf` in place of curl tells what a real shell made of each argument.
const SHELL = 'curl() { for one in "$@"; do printf "%s\\0" "$one"; done; }\n'

function argumentsIn(command: string): string[] {
  const said = execFileSync('sh', { input: SHELL + command, encoding: 'utf8' })
  return said.split('\0').slice(0, -1)
}

test('a real shell reads hostile words as they were', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
      const words = texts.map((text) => text.toWellFormed().replaceAll('\0', ''))
      expect(argumentsIn(`curl ${words.map(shellWord).join(' ')}\n`)).toEqual(words)
    }),
    { numRuns: 40 },
  )
})

test('a real shell hands curl the request whole, whatever the operation holds', () => {
  fc.assert(
    fc.property(hostile, fc.jsonValue(), (text, input) => {
      const operation = { functionName: text, input: [text, input], metadata: { [text]: text }, priority: 1, maxAttempts: 3 }
      const request = startRequest(operation)
      const words = argumentsIn(curlText(request, 'http://127.0.0.1:4000/graphql', true))
      expect(words.slice(0, 6)).toEqual([
        '-sS',
        'http://127.0.0.1:4000/graphql',
        '-H',
        'content-type: application/json',
        '-H',
        'authorization: Bearer YOUR_TOKEN',
      ])
      const { query, variables } = JSON.parse(words[7] ?? '')
      expect(parse(query).kind).toBe('Document')
      expect(JSON.stringify(variables)).toBe(JSON.stringify({ input: request.args[0]?.value }))
    }),
    { numRuns: 40 },
  )
})

test('without a sign-in no token is asked for', () => {
  expect(curlText(readRequest('op_1'), 'http://localhost/graphql', false)).not.toContain('authorization')
})

test('a value stands in a document as it is, or does not stand there at all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const literal = graphqlLiteral(value)
      if (literal === null) return
      const document = parse(`{ field(value: ${literal}) }`)
      const [field] =
        document.definitions[0]?.kind === 'OperationDefinition' ? document.definitions[0].selectionSet.selections : []
      const node = field?.kind === 'Field' ? field.arguments?.[0]?.value : undefined
      expect(JSON.parse(JSON.stringify(node && valueFromASTUntyped(node)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a document whose values GraphQL cannot write has them as variables in a comment', () => {
  const operation = { functionName: 'f', input: { 'not a name': 1 }, metadata: {}, priority: 0, maxAttempts: 3 }
  const text = graphqlText(startRequest(operation))
  expect(text).toContain('startOperation(input: $input)')
  expect(parse(text).definitions).toHaveLength(1)
  const comment = text.split('# Variables:\n')[1]?.replaceAll(/^# /gm, '')
  expect(JSON.parse(comment ?? '')).toEqual({ input: { functionName: 'f', input: { 'not a name': 1 }, maxAttempts: 3 } })
})

test('ordinary values stand in the document itself', () => {
  const operation = { functionName: 'f', input: { a: [1, 'x'] }, metadata: { team: 'blue' }, priority: 2, maxAttempts: 3 }
  expect(graphqlText(startRequest(operation))).toContain(
    'startOperation(input: { functionName: "f", input: { a: [1, "x"] }, metadata: { team: "blue" }, priority: 2, maxAttempts: 3 })',
  )
})

test('a secret that the server took out is found wherever it was', () => {
  expect(isRedacted({ a: [{ b: 'Bearer [redacted]' }] })).toBe(true)
  expect(isRedacted({ a: [{ b: 'redacted' }], c: null, d: 1 })).toBe(false)
})

test('what is copied hides nothing: no direction is turned, no terminal obeys, nothing is without room', () => {
  const input = 'a\u202eb\u2066c\u009b31md\u007fe\u200bf\ufeffg\u{e0041}h\u2028i\u001b[2J'
  const hidden = startRequest({ functionName: 'f', input, metadata: {}, priority: 0, maxAttempts: 3 })
  const keyed = startRequest({ functionName: 'f', input: { [input]: input }, metadata: {}, priority: 0, maxAttempts: 3 })
  for (const request of [hidden, keyed]) {
    for (const text of [graphqlText(request), curlText(request, 'http://localhost/graphql', false)]) {
      expect(text).toMatch(/^[\n\x20-\x7e]*$/)
    }
  }
  const [, , , , , body = ''] = argumentsIn(curlText(keyed, 'http://localhost/graphql', false))
  expect(JSON.parse(body).variables.input.input).toEqual({ [input]: input })
  expect(valueFromASTUntyped(parseValue(graphqlLiteral(input) ?? ''))).toBe(input)
})
