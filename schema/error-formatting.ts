import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { RateLimitedError } from '../src/operation/access-errors.ts'
import { CircuitOpenError, InvalidInputError, RecoveryError } from '../src/operation/errors.ts'
import { isErrorCode } from './error-code.ts'

const INTERNAL_MESSAGE = "Internal server error; the server's log has the details"

/**
 * What a client is told of an error that no result type names: our own errors with their code, GraphQL's own (syntax,
 * validation, arguments) as INVALID_INPUT, anything else as INTERNAL without a detail of it.
 */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && isErrorCode(error.extensions.code)) return told(error, error.message, error.extensions)
  const thrown = rootOf(error)
  if (thrown instanceof RecoveryError) return told(error, thrown.message, extensionsOf(thrown))
  if (thrown instanceof GraphQLError) {
    return told(error, (error as GraphQLError).message, { ...thrown.extensions, code: 'INVALID_INPUT' })
  }
  return told(error, INTERNAL_MESSAGE, { code: 'INTERNAL' })
}

/** What was thrown: graphql-js wraps it to say where. */
function rootOf(error: unknown): unknown {
  let thrown = error
  while (thrown instanceof GraphQLError && thrown.originalError !== undefined) thrown = thrown.originalError
  return thrown
}

function extensionsOf(error: RecoveryError): GraphQLErrorExtensions {
  if (error instanceof InvalidInputError && error.field !== null) return { code: error.code, field: error.field }
  if (error instanceof CircuitOpenError) {
    return { code: error.code, ...(error.retryAfterMs !== null && { retryAfter: error.retryAfterMs }) }
  }
  if (error instanceof RateLimitedError) return { code: error.code, retryAfter: error.retryAfterMs }
  return { code: error.code }
}

/** A new error at the same place, which does not carry the original along. */
function told(at: unknown, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  if (!(at instanceof GraphQLError)) return new GraphQLError(message, { extensions })
  const { nodes, source, positions, path } = at
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}
