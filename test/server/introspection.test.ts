import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { post, startTestServer } from './test-server.ts'
import { connect } from './ws-client.ts'

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[]
}

async function ask(url: string, query: string, variables = {}): Promise<Answer> {
  return (await (await post(url, { query, variables })).json()) as Answer
}

const message = (field: string) =>
  `Introspection is switched off on this server, so "${field}" cannot be asked for; use the schema that comes with it`

test.each([
  ['__schema', '{ __schema { types { name } } }'],
  ['__type', '{ hello ...F } fragment F on Query { ... { a: __type(name: "Query") { name } } }'],
])('switched off, %s is refused however it is asked for, again and again', async (field, query) => {
  const { url } = await startTestServer({ introspection: false })

  for (const _ of [1, 2]) {
    expect((await ask(url, query)).errors).toMatchObject([{ message: message(field), extensions: { code: 'FORBIDDEN' } }])
  }
})

test('switched off, it is refused over WebSocket too', async () => {
  const { url } = await startTestServer({ introspection: false })
  const client = await connect(url)
  await client.send({ id: 'q', type: 'subscribe', payload: { query: '{ __schema { description } }' } })

  expect(await client.next()).toMatchObject({
    type: 'error',
    payload: [{ message: message('__schema'), extensions: { code: 'FORBIDDEN' } }],
  })
})

test('switched off, everything else is answered, and other faults are refused as ever', async () => {
  const { url } = await startTestServer({ introspection: false })

  expect(await ask(url, '{ __typename hello }')).toEqual({ data: { __typename: 'Query', hello: 'world' } })
  expect((await ask(url, '{ ...F } fragment F on Query { ...F }')).errors).toHaveLength(1)
  expect((await ask(url, 'query ($id: Int!) { need(id: $id) }')).errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT' })
})

test('switched off, no name of the schema is suggested; switched on, it helps', async () => {
  const [off, on] = [await startTestServer({ introspection: false }), await startTestServer()]

  expect((await ask(off.url, '{ helo }')).errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query".')
  expect((await ask(on.url, '{ helo }')).errors?.[0]?.message).toContain('Did you mean "hello"')
  expect(await ask(on.url, '{ __schema { queryType { name } } }')).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  })
})

test('a limit on the length of queries can be set, and is named', async () => {
  const { url } = await startTestServer({ maxTokens: 10 })

  expect(await ask(url, '{ hello hello hello hello hello hello hello hello }')).toEqual({ data: { hello: 'world' } })
  expect((await ask(url, '{ hello hello hello hello hello hello hello hello hello }')).errors?.[0]?.extensions).toEqual({
    code: 'INVALID_INPUT',
    limit: 'tokens',
    max: 10,
  })
})

test('a refusal by the limits is the same whether or not introspection is on', async () => {
  const tooMuch = new GraphQLError('too much', { extensions: { code: 'INVALID_INPUT', limit: 'cost' } })
  const { url } = await startTestServer({ introspection: false, checkLimits: () => tooMuch })

  expect((await ask(url, '{ hello }')).errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT', limit: 'cost' })
})
