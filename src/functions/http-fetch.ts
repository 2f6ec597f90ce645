import type { LookupAddress } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Clock, Timer } from '../operation/clock.ts'
import { allowedAddresses, type GuardSettings } from './address-guard.ts'
import { showUrl, TransferError } from './errors.ts'

export interface FetchSettings extends GuardSettings {
  readonly clock: Clock
  /** Finding the address, connecting and TLS together. */
  readonly connectTimeoutMs: number
  /** From the connection to the response's headers. */
  readonly headersTimeoutMs: number
  /** The longest silence within a body. */
  readonly idleTimeoutMs: number
}

export interface FetchRequest {
  readonly url: URL
  /** Names in lower case. Sent to the origin of `url` only, but for those that concern any server. */
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** In capitals. Default `GET`. */
  readonly method?: string
  readonly body?: Buffer
  /** Called when a connection stands: from then on the request may have arrived, whatever is heard of it. */
  readonly onConnected?: () => void
}

export interface FetchResponse {
  /** Where the answer came from, after redirects. */
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** The body as it was sent, not decoded; read it once. Fails with TransferError INCOMPLETE_BODY or STALLED. */
  body(): AsyncGenerator<Buffer>
  /** Closes the connection; what was not read is lost. */
  close(): void
}

const MAX_REDIRECTS = 5
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
// A user's headers may hold secrets under any name, so another origin gets only those that are known to hold none.
const SENT_ANYWHERE: readonly string[] = ['accept', 'accept-encoding', 'accept-language', 'if-range', 'range', 'user-agent']

/**
 * A request that connects only to addresses which the guard allows, on every redirect too.
 *
 * Node's own `fetch` cannot be used: it resolves the name again after any check, and decodes bodies, so that neither
 * the address nor the length could be trusted. Every request has a connection of its own: a pooled one would skip the guard.
 *
 * @throws the signal's reason at once when it aborts; TransferError; network errors of Node as they are
 */
export async function httpFetch(request: FetchRequest, settings: FetchSettings): Promise<FetchResponse> {
  let asked = request
  for (let redirects = 0; ; redirects++) {
    const message = await send(asked, settings)
    const { statusCode: status = 0 } = message
    const { location } = message.headers
    if (location === undefined || !REDIRECTS.includes(status)) return toResponse(asked.url, message, request.signal, settings)
    message.destroy()
    if (redirects === MAX_REDIRECTS) {
      throw new TransferError('REDIRECT_REFUSED', `${showUrl(request.url)} redirects more than ${MAX_REDIRECTS} times`)
    }
    asked = redirected(asked, redirectTarget(location, asked.url), status)
  }
}

/** What is asked of the target of a redirect, as browsers do it: often a GET, whatever was asked before. */
function redirected(asked: FetchRequest, url: URL, status: number): FetchRequest {
  const { method = 'GET', body, ...rest } = asked
  const headers = headersFor(url, asked.url, asked.headers)
  const isSafe = method === 'GET' || method === 'HEAD'
  if (!isSafe && (status === 303 || (method === 'POST' && status < 303))) {
    const ofBody = (name: string) => name.startsWith('content-')
    return { ...rest, url, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofBody(name))) }
  }
  // The body may hold secrets, and what it does was meant for this origin.
  if (!isSafe && url.origin !== asked.url.origin) {
    const what = `The redirect of a ${method} from ${showUrl(asked.url)} is not followed`
    throw new TransferError('REDIRECT_REFUSED', `${what}: it leads to another origin, ${url.origin}`)
  }
  return { ...asked, url, headers }
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.parse(location, from.href)
  const fault = target === null ? 'is not a URL' : urlFault(target)
  if (target !== null && fault === null) return target
  throw new TransferError('REDIRECT_REFUSED', `The redirect from ${showUrl(from)} is not followed: its target ${fault}`)
}

/** Why a URL is not requested, as the end of a sentence that begins with the URL, or null. */
export function urlFault(url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `has the scheme "${url.protocol}"; only http: and https: are used`
  // URLs are stored, shown and logged.
  if (url.username !== '' || url.password !== '') return 'holds a user name or password; send them in the header "authorization"'
  return null
}

/** Those of a user's headers, meant for one URL, that another URL is sent: all of them on the same origin. */
export function headersFor(url: URL, meantFor: URL, headers: FetchRequest['headers']): FetchRequest['headers'] {
  if (url.origin === meantFor.origin) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => SENT_ANYWHERE.includes(name)))
}

/** One request, up to its response's headers. */
async function send(request: FetchRequest, settings: FetchSettings): Promise<IncomingMessage> {
  const { url, signal } = request
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  let sent: ClientRequest | null = null
  const fail = (error: unknown) => {
    reject(error)
    sent?.destroy()
  }
  const onAbort = () => fail(signal.reason)
  const deadline = new Deadline(settings.clock, url, fail)
  signal.addEventListener('abort', onAbort, { once: true })
  deadline.set('CONNECT_TIMEOUT', settings.connectTimeoutMs)
  const connect = (addresses: readonly LookupAddress[]) => {
    // The resolver cannot be stopped: what it finds after a timeout or an abort is not used.
    if (signal.aborted || deadline.passed) return
    sent = open(request, addresses)
    sent.once('response', resolve)
    sent.on('error', reject)
    sent.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        request.onConnected?.()
        deadline.set('HEADERS_TIMEOUT', settings.headersTimeoutMs)
      })
    })
  }
  allowedAddresses(url, settings).then(connect).catch(fail)
  try {
    return await promise
  } finally {
    deadline.clear()
    signal.removeEventListener('abort', onAbort)
  }
}

function open({ url, method = 'GET', headers, body }: FetchRequest, addresses: readonly LookupAddress[]): ClientRequest {
  const lookup: LookupFunction = (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const length = body === undefined ? {} : { 'content-length': body.length }
  return request(url, { method, agent: false, lookup, headers: { ...headers, ...length } }).end(body)
}

/** The one timer of a request, set anew for each of its stages. */
class Deadline {
  readonly #clock: Clock
  readonly #url: URL
  readonly #fail: (error: TransferError) => void
  #timer: Timer | null = null
  passed = false

  constructor(clock: Clock, url: URL, fail: (error: TransferError) => void) {
    this.#clock = clock
    this.#url = url
    this.#fail = fail
  }

  set(code: 'CONNECT_TIMEOUT' | 'HEADERS_TIMEOUT', ms: number): void {
    this.clear()
    this.#timer = this.#clock.timer(ms, () => {
      this.passed = true
      const what = code === 'CONNECT_TIMEOUT' ? 'could not be connected to' : 'did not answer'
      this.#fail(new TransferError(code, `${showUrl(this.#url)} ${what} within ${ms} ms`))
    })
  }

  clear(): void {
    this.#timer?.cancel()
  }
}

function toResponse(url: URL, message: IncomingMessage, signal: AbortSignal, settings: FetchSettings): FetchResponse {
  return {
    url,
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: () => readBody(url, message, signal, settings),
    close: () => message.destroy(),
  }
}

async function* readBody(
  url: URL,
  message: IncomingMessage,
  signal: AbortSignal,
  settings: FetchSettings,
): AsyncGenerator<Buffer> {
  signal.throwIfAborted()
  const onAbort = () => message.destroy()
  signal.addEventListener('abort', onAbort, { once: true })
  const chunks = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let stalled: TransferError | null = null
  try {
    for (;;) {
      // Only the wait for the other side is timed, not what the reader does with a chunk. The limit may change meanwhile.
      const { idleTimeoutMs } = settings
      const timer = settings.clock.timer(idleTimeoutMs, () => {
        stalled = new TransferError('STALLED', `${showUrl(url)} sent nothing for ${idleTimeoutMs} ms`)
        message.destroy(stalled)
      })
      const next = await chunks.next().finally(() => timer.cancel())
      if (next.done) return
      yield next.value
      signal.throwIfAborted()
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error === stalled) throw error
    // What had come before the connection was lost is still there: without it, a connection that is always lost
    // early would never get any further.
    const rest: Buffer | null = message.read()
    if (rest !== null) yield rest
    throw connectionLost(url, error)
  } finally {
    signal.removeEventListener('abort', onAbort)
    message.destroy()
  }
}

function connectionLost(url: URL, cause: unknown): TransferError {
  return new TransferError('INCOMPLETE_BODY', `The connection to ${showUrl(url)} was lost before the whole body had come`, {
    cause,
  })
}
