import { type DocumentNode, type ExecutionArgs, type ExecutionResult, parse, validate } from 'graphql'
import type { GraphqlApi } from '../graphql-api.ts'
import type { TypedDocumentString } from './gql/graphql.ts'

type Results<R> = AsyncIterableIterator<ExecutionResult<R>>

/** Executes documents as requests to /graphql are, but in this process: with the same limits and the same masking. */
export interface GraphqlSource {
  /** @throws GraphQLError when GraphQL answers with an error */
  ask<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R>
  /**
   * A subscription; its last result may hold errors. `return()` ends it at once, and so does a server that stops.
   *
   * @throws GraphQLError when it could not begin
   */
  follow<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<Results<R>>
}

/** @throws Error when one of the documents does not fit the schema */
export function createGraphqlSource({ yoga, formatError }: GraphqlApi, documents: readonly object[]): GraphqlSource {
  const { schema, execute, subscribe } = yoga.getEnveloped()
  const parsed = new Map(documents.map((document) => [document, fitting(parse(document.toString()))]))

  function fitting(document: DocumentNode): DocumentNode {
    const [fault] = validate(schema, document)
    if (fault !== undefined) throw new Error(`An event asks what the schema cannot answer: ${fault.message}`, { cause: fault })
    return document
  }

  async function run<A>(executor: (args: ExecutionArgs) => A, document: object, variables: unknown): Promise<Awaited<A>> {
    try {
      const contextValue = await yoga.getEnveloped().contextFactory()
      const node = parsed.get(document) as DocumentNode
      return await executor({
        schema,
        document: node,
        variableValues: variables as ExecutionArgs['variableValues'],
        contextValue,
      })
    } catch (error) {
      throw formatError(error)
    }
  }

  return {
    async ask(document, variables) {
      return dataOf(await run(execute, document, variables))
    },
    async follow(document, variables) {
      const results = await run(subscribe, document, variables)
      return Symbol.asyncIterator in results ? results : dataOf(results as ExecutionResult<never>)
    },
  }
}

/** @throws GraphQLError the first of the errors */
export function dataOf<R>({ data, errors }: ExecutionResult<R>): R {
  if (errors?.[0] !== undefined) throw errors[0]
  return data as R
}
