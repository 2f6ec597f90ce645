import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { post, startTestServer } from './test-server.ts'

async function firstError(url: string, body: unknown) {
  const { errors } = (await (await post(url, body)).json()) as {
    errors: readonly { readonly message: string; readonly extensions: object }[]
  }
  return errors[0]
}

test('an internal error is hidden from the client and told to the log, once', async () => {
  const { url, lines } = await startTestServer()
  const error = await firstError(url, { query: '{ secret }' })
  expect(error).toMatchObject({ message: 'Internal server error', extensions: { code: 'INTERNAL' } })
  expect(JSON.stringify(error)).not.toContain('hunter2')
  expect(lines.filter(({ level }) => level === 'error')).toEqual([
    {
      level: 'error',
      message: 'A request failed',
      fields: { err: expect.objectContaining({ message: 'the password is hunter2' }) },
    },
  ])
})

test("this product's errors keep their code and message, and are no matter for the log", async () => {
  const { url, lines } = await startTestServer()
  expect(await firstError(url, { query: '{ expired }' })).toMatchObject({ extensions: { code: 'CURSOR_EXPIRED' } })
  expect(lines).toEqual([])
})

test.each([
  ['a syntax error', { query: '{ hello' }, 'Syntax Error: Expected Name, found <EOF>.'],
  ['an unknown field', { query: '{ nothing }' }, 'Cannot query field "nothing" on type "Query".'],
  ['a missing variable', { query: 'query ($id: Int!) { need(id: $id) }' }, 'Variable "$id"'],
  ['an unknown operation', { query: 'query A { hello }', operationName: 'B' }, 'Could not determine what operation to execute.'],
  ['no query', {}, 'Must provide query string.'],
  ['an unknown parameter', { query: '{ hello }', colour: 'red' }, 'Unexpected parameter "colour" in the request body.'],
])('%s is INVALID_INPUT', async (_, body, message) => {
  const { url, lines } = await startTestServer()
  const error = await firstError(url, body)
  expect(error?.message).toContain(message)
  expect(error?.extensions).toEqual({ code: 'INVALID_INPUT' })
  expect(lines).toEqual([])
})

test('a query of too many tokens is refused, and the message names the limit', async () => {
  const { url } = await startTestServer()
  const refused = {
    message:
      'This request is too long: it has more than 5000 tokens, which is the limit; ask for fewer fields, or by several requests',
    extensions: { code: 'INVALID_INPUT', limit: 'tokens', max: 5000 },
  }
  const query = `{ ${'hello '.repeat(4999)} }`
  expect(await firstError(url, { query })).toEqual(refused)
  expect(await firstError(url, { query })).toEqual(refused)
})

test('a query that repeats fields beyond what validation compares is refused, and the message names the limit', async () => {
  const { url } = await startTestServer()
  for (const _ of [1, 2]) {
    expect(await firstError(url, { query: `{ ${'hello '.repeat(2000)} }` })).toMatchObject({
      message: expect.stringContaining('This request repeats fields so often'),
      extensions: { code: 'INVALID_INPUT', limit: 'repeated fields' },
    })
  }
})

test('variables nested 100,000 deep are answered, not crashed on', async () => {
  const { url } = await startTestServer()
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const error = await firstError(url, `{"query":"query ($text: String) { echo(text: $text) }","variables":{"text":${deep}}}`)
  expect(error?.extensions).toMatchObject({ code: expect.any(String) })
  expect(await (await post(url, { query: '{ hello }' })).json()).toEqual({ data: { hello: 'world' } })
})

test('limits are asked before each execution, with the variables of the request', async () => {
  const asked: unknown[] = []
  const { url } = await startTestServer({
    checkLimits: ({ variableValues }) => {
      asked.push(variableValues)
      return asked.length < 3 ? null : new GraphQLError('too much', { extensions: { code: 'INVALID_INPUT', limit: 'cost' } })
    },
  })
  const ask = (id: number) => post(url, { query: 'query ($id: Int!) { need(id: $id) }', variables: { id } })
  expect((await ask(1)).status).toBe(200)
  expect((await ask(2)).status).toBe(200)
  const refused = await ask(3)
  expect(refused.status).toBe(400)
  expect(await refused.json()).toEqual({
    errors: [{ message: 'too much', extensions: { code: 'INVALID_INPUT', limit: 'cost' } }],
  })
  expect(asked).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
})
