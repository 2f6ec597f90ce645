import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { CursorExpiredError, RecoveryError } from '../../src/operation/errors.ts'
import type { FormatError } from '../../src/server/graphql-errors.ts'
import { EventSource } from './event-source.ts'

/** A schema of the test's own: the server serves any. */
export interface TestApi {
  readonly schema: GraphQLSchema
  /** The sources of the subscriptions, in the order they were opened. */
  readonly sources: EventSource[]
  /** How often the mutation ran. */
  readonly changes: () => number
  /** What the query `slow` waits for. */
  readonly slow: { asked: boolean; readonly resolve: (text: string) => void }
}

export function createTestApi(): TestApi {
  const sources: EventSource[] = []
  const { promise, resolve } = Promise.withResolvers<string>()
  const slow = { asked: false, resolve }
  let changes = 0
  const text = (run: () => unknown) => ({ type: GraphQLString, resolve: run })
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      hello: text(() => 'world'),
      echo: { type: GraphQLString, args: { text: { type: GraphQLString } }, resolve: (_, args) => args.text },
      need: { type: GraphQLString, args: { id: { type: new GraphQLNonNull(GraphQLInt) } }, resolve: () => 'given' },
      secret: text(() => {
        throw new Error('the password is hunter2')
      }),
      expired: text(() => {
        throw new CursorExpiredError()
      }),
      slow: text(() => {
        slow.asked = true
        return promise
      }),
    },
  })
  const mutation = new GraphQLObjectType({ name: 'Mutation', fields: { change: text(() => `changed ${++changes}`) } })
  const subscription = new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      events: {
        type: GraphQLString,
        subscribe: () => {
          const source = new EventSource()
          sources.push(source)
          return source
        },
        resolve: (value: unknown) => value,
      },
    },
  })
  return { schema: new GraphQLSchema({ query, mutation, subscription }), sources, changes: () => changes, slow }
}

/** As the product's: our errors with their code, GraphQL's own as INVALID_INPUT, anything else masked. */
export const formatTestError: FormatError = (error) => {
  const thrown = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (thrown instanceof RecoveryError) return new GraphQLError(thrown.message, { extensions: { code: thrown.code } })
  if (thrown instanceof GraphQLError)
    return new GraphQLError(thrown.message, { extensions: { code: 'INVALID_INPUT', ...thrown.extensions } })
  return new GraphQLError('Internal server error', { extensions: { code: 'INTERNAL' } })
}
