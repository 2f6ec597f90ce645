import { GraphQLError, type GraphQLHTTPErrorExtensions } from 'graphql'
import type { Log } from '../engine/context.ts'
import type { ErrorCode } from '../operation/errors.ts'

/** Makes of any error the one that clients see: with a code of this product, and masked when it is internal. */
export type FormatError = (error: unknown) => GraphQLError

/**
 * Gives the errors of the transport (malformed JSON, a body too large, a syntax error) this product's codes in place of
 * Yoga's, and leaves all others to `format`. What clients are not told goes to the log.
 */
export function withOwnCodes(format: FormatError, log: Log): FormatError {
  return (error) => {
    if (error instanceof GraphQLError && error.extensions.http !== undefined)
      return withTransportCode(error, error.extensions.http)
    const told = format(error)
    const wasTold = error instanceof GraphQLError && error.extensions.code === 'INTERNAL'
    if (told.extensions.code === 'INTERNAL' && !wasTold) log.error({ err: causeOf(error) }, 'A request failed')
    return told
  }
}

function withTransportCode(error: GraphQLError, http: GraphQLHTTPErrorExtensions): GraphQLError {
  const { status = 400, spec = false, ...rest } = http
  const code: ErrorCode = status < 500 ? 'INVALID_INPUT' : 'INTERNAL'
  // `spec`: with 200 for those who accept application/json, as the specification says of faulty queries. A body that
  // is no JSON holds no query at all.
  const isQuery = spec && error.extensions.code !== 'BAD_REQUEST'
  // Of the rest only what is our own: which limit it was.
  const { limit, max } = error.extensions
  if (status === 413) return new GraphQLError('The body is larger than 1 MiB; send less', { extensions: { code, http } })
  return withExtensions(error, { code, ...(limit !== undefined && { limit, max }), http: { ...rest, status, spec: isQuery } })
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error
}

/** The errors of validation reach clients unformatted, so their code is set where they arise. */
export function withValidationCodes(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const told = errors.map((error) => (error.message === 'Validation aborted.' ? tooManyComparisons() : error))
  for (const error of told) error.extensions.code ??= 'INVALID_INPUT' satisfies ErrorCode
  return told
}

/** graphql-js compares the fields that may have to be merged with each other, up to a limit that it does not name. */
function tooManyComparisons(): GraphQLError {
  const message =
    'This request repeats fields so often that comparing them is beyond the limit of validation; ask for each once, or by several requests'
  return new GraphQLError(message, { extensions: { limit: 'repeated fields' } })
}

/** The error without what is meant for the HTTP answer only. */
export function withoutHttp(error: GraphQLError): GraphQLError {
  const { http: _, ...extensions } = error.extensions
  return withExtensions(error, extensions)
}

function withExtensions(error: GraphQLError, extensions: GraphQLError['extensions']): GraphQLError {
  const { message, nodes, source, positions, path } = error
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}
