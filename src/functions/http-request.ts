import type { Context } from '../engine/context.ts'
import type { FunctionOptions } from '../engine/options.ts'
import type { RecoverableFunction } from '../engine/recoverable-function.ts'
import type { Recovery } from '../engine/recovery.ts'
import type { Clock } from '../operation/clock.ts'
import { type Resolve, systemResolve } from './address-guard.ts'
import { BREAKER_BY_HOST } from './breaker-by-host.ts'
import { HttpStatusError, showUrl, TransferError } from './errors.ts'
import { type FetchSettings, httpFetch } from './http-fetch.ts'
import { type HttpRequest, type HttpRequestInput, httpRequestSchema, parseHttpRequestInput } from './http-request-input.ts'
import { contains, type HttpRequestResult, readBody, shownHeaders } from './http-response.ts'

export interface HttpRequestSettings {
  /** Whether private, loopback and other not public addresses may be asked. */
  readonly allowPrivate: boolean
  readonly clock: Clock
  /** How the names of hosts are resolved. Default: by the system. */
  readonly resolve?: Resolve
}

const CONNECT_TIMEOUT_MS = 10_000
// RFC 9110 §9.2.2: to ask twice has the effect of asking once.
const IDEMPOTENT: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS']
// With these a service says that it did nothing, whatever the method.
const NOT_DONE: readonly number[] = [425, 429, 503]
/** The state of an operation whose request may have arrived and must not be sent again by itself. */
const SENT = { sent: true }

/**
 * The work of `http_request`: one request to a public address, and its answer as JSON.
 *
 * Attempts repeat a request only when that is safe: the method is idempotent, or the service was given an
 * Idempotency-Key, the same one by each attempt, or the request cannot have arrived. Else the operation ends
 * OUTCOME_UNKNOWN, also after a crash, and a person decides.
 */
export function createHttpRequest(
  settings: HttpRequestSettings,
): (input: unknown, context: Context) => Promise<HttpRequestResult> {
  const fetchSettings = { resolve: systemResolve, connectTimeoutMs: CONNECT_TIMEOUT_MS, ...settings }
  return async (input, context) => {
    const request = parseHttpRequestInput(input)
    context.signal.throwIfAborted()
    const isRepeatable = IDEMPOTENT.includes(request.method) || request.idempotencyKey !== false
    return isRepeatable ? exchange(request, context, fetchSettings) : once(request, context, fetchSettings)
  }
}

type Settings = Omit<FetchSettings, 'headersTimeoutMs' | 'idleTimeoutMs'>

/** A request that nobody may send twice without asking: the state says that it may be on its way, before it is. */
async function once(request: HttpRequest, context: Context, settings: Settings): Promise<HttpRequestResult> {
  if (context.state.get() !== null) {
    // A retry with force is that person's wish to send it again.
    await context.state.set(null)
    throw outcomeUnknown(request, 'an earlier attempt was cut off', { breaker: 'ignored' })
  }
  await context.state.set(SENT)
  let connected = false
  try {
    return await exchange(request, context, settings, () => {
      connected = true
    })
  } catch (error) {
    const mayHaveArrived = connected && !(error instanceof HttpStatusError && NOT_DONE.includes(error.status))
    // An attempt that is stopped may write no more; what it leaves is read by the next.
    if (mayHaveArrived) context.signal.throwIfAborted()
    await context.state.set(null)
    if (!mayHaveArrived) throw error
    if (error instanceof HttpStatusError) throw error.final()
    throw outcomeUnknown(request, error instanceof Error ? error.message : 'the answer is not known', { cause: error })
  }
}

function outcomeUnknown(
  { method, url }: HttpRequest,
  why: string,
  options: ConstructorParameters<typeof TransferError>[2],
): TransferError {
  const message = `Whether the ${method} to ${showUrl(url)} had its effect is not known: ${why}. It is not sent again by itself`
  return new TransferError('OUTCOME_UNKNOWN', message, options)
}

async function exchange(
  request: HttpRequest,
  context: Context,
  settings: Settings,
  onConnected: () => void = () => undefined,
): Promise<HttpRequestResult> {
  const { method, url, body, timeoutMs } = request
  const late = new AbortController()
  const timer = settings.clock.timer(timeoutMs, () => {
    late.abort(new TransferError('RESPONSE_TIMEOUT', `${showUrl(url)} did not answer the ${method} within ${timeoutMs} ms`))
  })
  const signal = AbortSignal.any([context.signal, late.signal])
  const headers = { 'user-agent': 'recoverable', ...request.headers, ...keyOf(request, context), 'accept-encoding': 'identity' }
  const timeouts = { headersTimeoutMs: timeoutMs, idleTimeoutMs: timeoutMs }
  try {
    const sent = { method, url, headers, signal, onConnected, ...(body === null ? {} : { body }) }
    const response = await httpFetch(sent, { ...settings, ...timeouts })
    try {
      if (!request.isExpected(response.status)) {
        throw new HttpStatusError(response.url, response.status, response.headers['retry-after'])
      }
      const answer = await readBody(response, request.maxResponseBytes)
      if (request.json !== undefined && !contains(answer, request.json)) {
        throw new TransferError('UNEXPECTED_BODY', `${showUrl(url)} answered the ${method} with other JSON than is expected`)
      }
      return { status: response.status, headers: shownHeaders(response.headers), body: answer }
    } finally {
      response.close()
    }
  } finally {
    timer.cancel()
  }
}

/** The same key by each attempt: a service that knows it does the work once and answers the same again. */
function keyOf({ method, idempotencyKey }: HttpRequest, { operationId }: Context): Record<string, string> {
  if (idempotencyKey === false) return {}
  if (idempotencyKey !== null) return { 'idempotency-key': idempotencyKey }
  return SAFE.includes(method) ? {} : { 'idempotency-key': headerSafe(operationId) }
}

/** Ids that callers bring may hold any character. */
function headerSafe(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/** Registers the function `http_request`. `options` say how it is retried; absent ones are the engine's. */
export function registerHttpRequest(
  recovery: Pick<Recovery, 'define'>,
  settings: HttpRequestSettings,
  options: FunctionOptions = {},
): RecoverableFunction<HttpRequestInput, HttpRequestResult> {
  const description =
    'Sends an HTTP request to a public address, with an Idempotency-Key, and answers status, harmless headers and body.'
  return recovery.define<HttpRequestInput, HttpRequestResult>('http_request', createHttpRequest(settings), {
    description,
    input: httpRequestSchema,
    circuitBreaker: BREAKER_BY_HOST,
    ...options,
  })
}
