import type { ErrorCode } from './gql/graphql.ts'

/**
 * The stable codes of a `ClientError`: those of the server, and three of the way there. `UNREACHABLE`: no answer came.
 * `TIMEOUT`: none came in time. `BAD_RESPONSE`: what came is no GraphQL, so something else is at that address.
 */
export type ClientErrorCode = ErrorCode | 'UNREACHABLE' | 'TIMEOUT' | 'BAD_RESPONSE'

/** One entry of `errors` in a GraphQL answer. */
export interface GraphqlError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string; readonly [name: string]: unknown }
}

interface Details {
  readonly code: ClientErrorCode
  /** The HTTP status of the answer; null when there was none, or when it came over a WebSocket. */
  readonly status?: number
  readonly errors?: readonly GraphqlError[]
  readonly cause?: unknown
}

/** What `RecoveryClient` throws when a request failed as a whole. Refusals by the engine are data, and no errors. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly code: ClientErrorCode
  /** The HTTP status of the answer; null when there was none, or when it came over a WebSocket. */
  readonly status: number | null
  /** All top-level errors of the answer; `code` and `message` are those of the first. */
  readonly errors: readonly GraphqlError[]

  constructor(message: string, { code, status, errors = [], cause }: Details) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = status ?? null
    this.errors = errors
  }
}

/** The error of an answer with these top-level errors. A server newer than this client may send codes that it does not know. */
export function errorOf(errors: readonly GraphqlError[], status?: number): ClientError {
  const first = errors[0]
  const code = (first?.extensions?.code ?? 'INTERNAL') as ErrorCode
  const message = first?.message ?? 'The server answered an error without a message'
  return new ClientError(message, { code, errors, ...(status !== undefined && { status }) })
}

/** How a mutation refuses: the common part of the error members of its result. */
export interface Refusal {
  readonly code: ErrorCode
  readonly message: string
}

/**
 * The payload of a mutation's result, for those who take a refusal for a failure.
 *
 * @throws ClientError with the refusal's code and message
 * @example
 * const { operation } = orThrow(await client.start({ functionName: 'greet', input: 'Ada' }))
 */
export function orThrow<R extends object>(result: R): Exclude<R, Refusal> {
  if (isRefusal(result)) throw new ClientError(result.message, { code: result.code })
  return result as Exclude<R, Refusal>
}

function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'message' in result
}
