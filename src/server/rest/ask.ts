import type { IncomingMessage } from 'node:http'
import { type DocumentNode, type ExecutionResult, type GraphQLError, parse, validate } from 'graphql'
import type { ErrorCode } from '../../operation/errors.ts'
import type { GraphqlApi } from '../graphql-api.ts'
import type { TypedDocumentString } from './gql/graphql.ts'
import { RefusedError, refusalOf } from './refusals.ts'
import type { AnyDocument } from './route.ts'

/**
 * Executes a document and answers its data.
 *
 * @throws RefusedError when GraphQL answers with an error
 */
export type Ask = <R, V>(document: TypedDocumentString<R, V>, variables: V) => Promise<R>

/**
 * Executes documents as requests to /graphql are, but in this process: through Yoga's plugins, with the same context,
 * limits and masking.
 *
 * @throws Error when one of the documents does not fit the schema
 */
export function createAsk(
  { yoga, formatError }: GraphqlApi,
  documents: readonly AnyDocument[],
): (request: IncomingMessage) => Ask {
  const { schema } = yoga.getEnveloped()
  const parsed = new Map(
    documents.map((document) => {
      const node = parse(document.toString())
      const [fault] = validate(schema, node)
      if (fault !== undefined) throw new Error(`A route asks what the schema cannot answer: ${fault.message}`, { cause: fault })
      return [document as object, node] as const
    }),
  )
  return (req) => {
    const { execute, contextFactory } = yoga.getEnveloped({ req })
    const run = async (document: DocumentNode, variableValues: unknown): Promise<ExecutionResult> =>
      execute({ schema, document, variableValues, contextValue: await contextFactory() })
    return async (document, variables) => {
      const node = parsed.get(document)
      if (node === undefined) throw new Error('A route asks by a document that it does not name')
      const { data, errors } = await run(node, variables).catch((error: unknown) => ({
        data: null,
        errors: [formatError(error)],
      }))
      if (errors?.[0] !== undefined) throw new RefusedError(refusalOf(toldBy(errors[0])))
      return data as never
    }
  }
}

function toldBy({ message, extensions }: GraphQLError) {
  const { code = 'INTERNAL', retryAfter } = extensions
  return { code: code as ErrorCode, message, ...(typeof retryAfter === 'number' && { retryAfter }) }
}
