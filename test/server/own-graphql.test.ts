import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { createGraphqlApi, type GraphqlOptions } from '../../src/server/graphql-api.ts'
import { createOwnGraphql, dataOf, type OwnGraphql, type TypedDocument } from '../../src/server/own-graphql.ts'
import { openAccess } from './open-access.ts'
import { createTestApi, formatTestError } from './test-schema.ts'

const ignore = () => undefined

/** A document as the generator makes them, but for the types. */
const document = (text: string) => new String(text) as unknown as TypedDocument<Record<string, unknown>, object>

const HELLO = document('{ hello }')
const ECHO = document('query ($text: String) { echo(text: $text) }')
const SECRET = document('{ secret }')
const EVENTS = document('subscription { events }')

function ownGraphql({ createContext = () => ({}), checkLimits = () => null }: Partial<GraphqlOptions> = {}) {
  const { schema, sources } = createTestApi()
  const options = {
    schema,
    createContext,
    formatError: formatTestError,
    checkLimits,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  }
  const api = createGraphqlApi(options, openAccess())
  const create = (...documents: readonly object[]): OwnGraphql => createOwnGraphql(api, documents)
  return { create, sources, graphql: create(HELLO, ECHO, SECRET, EVENTS) }
}

test('the data of a document is what its variables ask for', async () => {
  const { graphql } = ownGraphql()
  expect(await graphql.ask(HELLO, {})).toEqual({ hello: 'world' })
  expect(await graphql.ask(ECHO, { text: 'x' })).toEqual({ echo: 'x' })
})

test('an internal error is masked as it is at /graphql, also one of the context', async () => {
  await expect(ownGraphql().graphql.ask(SECRET, {})).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } })
  await expect(ownGraphql().graphql.ask(SECRET, {})).rejects.not.toThrow('hunter2')
  const createContext = () => {
    throw new Error('the password is hunter2')
  }
  await expect(ownGraphql({ createContext }).graphql.ask(HELLO, {})).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } })
})

test('a subscription goes on until it is returned from', async () => {
  const { graphql, sources } = ownGraphql()
  const results = await graphql.follow(EVENTS, {})
  sources[0]?.push('one')
  const { value } = await results.next()
  expect(dataOf(value)).toEqual({ events: 'one' })
  await results.return?.()
  expect(await results.next()).toMatchObject({ done: true })
})

test('a document that does not fit the schema stops the start, and one that was not named is a fault', async () => {
  const { create, graphql } = ownGraphql()
  expect(() => create(document('{ nothing }'))).toThrow('asks what the schema cannot answer: Cannot query field "nothing"')
  await expect(graphql.ask(document('{ hello }'), {})).rejects.toThrow('a document that it did not name')
})

test('limits made for clients are not for its own documents', async () => {
  const checkLimits = () => new GraphQLError('too much')
  expect(await ownGraphql({ checkLimits }).graphql.ask(HELLO, {})).toEqual({ hello: 'world' })
})
