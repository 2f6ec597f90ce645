import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../operation/errors.ts'
import type { Asker, OwnGraphql, TypedDocument } from '../own-graphql.ts'
import { RefusedError, refusalOf } from './refusals.ts'

/**
 * Executes a document and answers its data.
 *
 * @throws RefusedError when GraphQL answers with an error
 */
export type Ask = <R, V>(document: TypedDocument<R, V>, variables: V) => Promise<R>

/** Asks GraphQL for one request. */
export function askFor(graphql: OwnGraphql, asker: Asker): Ask {
  return async (document, variables) => {
    try {
      return await graphql.ask(document, variables, asker)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      throw new RefusedError(refusalOf(toldBy(error)), { cause: error })
    }
  }
}

function toldBy({ message, extensions }: GraphQLError) {
  const { code = 'INTERNAL', field, retryAfter } = extensions
  return {
    code: code as ErrorCode,
    message,
    ...(typeof field === 'string' && { field }),
    ...(typeof retryAfter === 'number' && { retryAfter }),
  }
}
