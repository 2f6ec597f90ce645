import type { IncomingMessage } from 'node:http'
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, parse, validate } from 'graphql'
import type { Caller } from '../operation/caller.ts'
import type { GraphqlApi } from './graphql-api.ts'

/** A document as the generator makes them: a text that knows the types of its data and of its variables. */
export interface TypedDocument<R, V> extends DocumentTypeDecoration<R, V> {
  toString(): string
}

export type Results<R> = AsyncIterableIterator<ExecutionResult<R>>

/** On whose behalf a document is asked. */
export interface Asker {
  readonly caller: Caller
  readonly request?: IncomingMessage
}

/** The server itself: it reads what it tells to all. */
const SERVER: Asker = { caller: { name: null, role: 'viewer' } }

/**
 * Executes the server's own documents as requests to /graphql are, but in this process: through Yoga's plugins, with the
 * same context and masking. The limits on what clients may ask for are not for them: their callers bound them.
 */
export interface OwnGraphql {
  /** @throws GraphQLError when GraphQL answers with an error */
  ask<R, V>(document: TypedDocument<R, V>, variables: V, asker?: Asker): Promise<R>
  /**
   * A subscription; its last result may hold errors. `return()` ends it at once, and so does a server that stops.
   *
   * @throws GraphQLError when it could not begin
   */
  follow<R, V>(document: TypedDocument<R, V>, variables: V): Promise<Results<R>>
}

/** @throws Error when one of the documents does not fit the schema */
export function createOwnGraphql({ yoga, formatError, own }: GraphqlApi, documents: readonly object[]): OwnGraphql {
  const { schema } = yoga.getEnveloped()
  const parsed = new Map(documents.map((document) => [document, fitting(parse(document.toString()))]))

  function fitting(document: DocumentNode): DocumentNode {
    const [fault] = validate(schema, document)
    if (fault === undefined) {
      own.add(document)
      return document
    }
    throw new Error(`The server itself asks what the schema cannot answer: ${fault.message}`, { cause: fault })
  }

  async function run<A>(
    executor: 'execute' | 'subscribe',
    document: object,
    variables: unknown,
    { caller, request }: Asker,
  ): Promise<A> {
    const node = parsed.get(document)
    if (node === undefined) throw new Error('The server itself asks by a document that it did not name at its start')
    try {
      const { contextFactory, [executor]: perform } = yoga.getEnveloped({ caller, ...(request && { req: request }) })
      const variableValues = variables as ExecutionArgs['variableValues']
      return await perform({ schema, document: node, variableValues, contextValue: await contextFactory() })
    } catch (error) {
      throw formatError(error)
    }
  }

  return {
    async ask(document, variables, asker = SERVER) {
      return dataOf(await run('execute', document, variables, asker))
    },
    async follow<R, V>(document: TypedDocument<R, V>, variables: V) {
      const results = await run<Results<R> | ExecutionResult<never>>('subscribe', document, variables, SERVER)
      return Symbol.asyncIterator in results ? results : dataOf(results)
    },
  }
}

/** @throws GraphQLError the first of the errors */
export function dataOf<R>({ data, errors }: ExecutionResult<R>): R {
  if (errors?.[0] !== undefined) throw errors[0]
  return data as R
}
