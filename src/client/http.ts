import type { Clock } from '../operation/clock.ts'
import { ClientError, type ClientErrorCode, errorOf, type GraphqlError } from './client-error.ts'
import { authorizationOf, type Token } from './endpoint.ts'

/** How one request is made. */
export interface CallOptions {
  /** Ends the request; the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** The longest wait for the answer, in milliseconds; 0 waits for ever. Default: the client's. */
  readonly timeoutMs?: number | undefined
}

interface HttpOptions {
  readonly endpoint: string
  readonly token: Token | null
  readonly fetch: typeof globalThis.fetch
  readonly timeoutMs: number
  readonly clock: Clock
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly GraphqlError[]
}

const CODES: Readonly<Record<number, ClientErrorCode>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' }

/** Queries and mutations, over HTTP. */
export class Http {
  readonly #options: HttpOptions

  constructor(options: HttpOptions) {
    this.#options = options
  }

  /** @throws ClientError when no answer came or it has top-level errors; the signal's reason when it was aborted; what `token` throws */
  async call(query: string, variables: object | undefined, options: CallOptions = {}): Promise<unknown> {
    const { signal } = options
    const { clock, endpoint } = this.#options
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs
    // Its own errors are its own: nothing is known yet of the server.
    const authorization = await authorizationOf(this.#options.token)
    const late = new AbortController()
    const timer = timeoutMs > 0 ? clock.timer(timeoutMs, () => late.abort()) : null
    try {
      const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal])
      const response = await this.#post(JSON.stringify({ query, variables }), authorization, either)
      return dataOf(response, await response.text(), endpoint)
    } catch (error) {
      if (error instanceof ClientError) throw error
      signal?.throwIfAborted()
      if (!late.signal.aborted)
        throw new ClientError(`${endpoint} cannot be reached; is the server running?`, { code: 'UNREACHABLE', cause: error })
      throw new ClientError(`${endpoint} did not answer within ${timeoutMs} ms`, { code: 'TIMEOUT', cause: error })
    } finally {
      timer?.cancel()
    }
  }

  #post(body: string, authorization: string | null, signal: AbortSignal): Promise<Response> {
    const { endpoint, fetch } = this.#options
    return fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...(authorization !== null && { authorization }),
      },
      body,
      signal,
    })
  }
}

function dataOf({ status }: Response, text: string, endpoint: string): unknown {
  const answer = parse(text)
  if (answer?.errors?.[0] !== undefined) throw errorOf(answer.errors, status)
  if (answer?.data !== undefined && answer.data !== null) return answer.data
  const message = `${endpoint} answered status ${status} and no GraphQL; is that the address of the server?`
  throw new ClientError(message, { code: CODES[status] ?? 'BAD_RESPONSE', status })
}

/** Null for what is no JSON object: the page of a proxy, for example. */
function parse(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
