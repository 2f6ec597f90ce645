import { buildSchema as buildFromText, type GraphQLObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { buildSchema } from '../../../schema/index.ts'
import { CircuitOpenError, OverloadedError, StoreUnavailableError } from '../../../src/operation/errors.ts'
import { createGraphqlApi, type GraphqlOptions } from '../../../src/server/graphql-api.ts'
import { createRest } from '../../../src/server/rest/rest-api.ts'
import { openAccess } from '../open-access.ts'
import { startTestServer } from '../test-server.ts'
import { startRest } from './rest-server.ts'

/** The product's schema, in which one query fails as the test likes. */
function schemaThatFails(error: unknown) {
  const schema = buildSchema()
  const query = schema.getQueryType() as GraphQLObjectType
  Object.assign(query.getFields().recoveryStatus ?? {}, {
    resolve: () => {
      throw error
    },
  })
  return schema
}

test('a fault of the server is told without a detail of it, and logged', async () => {
  const secret = new Error('connect postgres://admin:hunter2@10.0.0.5/recovery failed at /srv/app/store.ts:12')
  const { get, errors } = await startRest({}, schemaThatFails(secret))
  const { status, body } = await get('/api/recovery/status')
  expect([status, body]).toEqual([
    500,
    { success: false, error: "Internal server error; the server's log has the details", type: 'INTERNAL' },
  ])
  expect(errors).toEqual([{ err: secret }])
})

test.each([
  ['a store out of reach', new StoreUnavailableError('The store cannot be read now'), '1'],
  ['too much at once', new OverloadedError('Too many runs at once'), '1'],
  ['an open circuit breaker', new CircuitOpenError('api.example.com', 12_300), '13'],
  ['a circuit breaker that is open until it is reset', new CircuitOpenError('api.example.com', null), null],
])('%s is a 503 that says when to come back', async (_, error, seconds) => {
  const { get, errors } = await startRest({}, schemaThatFails(error))
  const { status, headers, body } = await get('/api/recovery/status')
  expect([status, body.error, body.type, headers.get('retry-after')]).toEqual([503, error.message, error.code, seconds])
  expect(errors).toEqual([])
})

test('a schema that cannot answer a route stops the start', () => {
  const schema = buildFromText('type Query { hello: String }')
  const ignore = () => undefined
  const options: GraphqlOptions = {
    schema,
    createContext: () => ({}),
    formatError: (error) => error as never,
    checkLimits: () => null,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  }
  const api = createGraphqlApi(options, openAccess())
  expect(() => createRest(api, '1.2.3')).toThrow('The server itself asks what the schema cannot answer: Cannot query field')
})

test('a server that is not ready says so, and one without REST has nothing there', async () => {
  const { url, open } = await startTestServer({ open: false })
  const early = await fetch(`${url}/api/recovery/status`)
  expect([early.status, early.headers.get('retry-after'), await early.json()]).toEqual([
    503,
    '1',
    { success: false, error: expect.stringContaining('try again soon'), type: 'STORE_UNAVAILABLE' },
  ])
  open()
  expect((await fetch(`${url}/api/recovery/status`)).status).toBe(404)
})
