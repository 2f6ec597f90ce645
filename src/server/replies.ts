import type { IncomingMessage, ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorCode } from '../operation/errors.ts'

/** Why a request is not served, before it reaches GraphQL. */
export interface Refusal {
  readonly status: number
  readonly code: ErrorCode
  /** What happened and what to do. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
  /** The part of the request at fault, when it can be named, and what may help: told on the REST paths. */
  readonly field?: string
  readonly suggestions?: readonly string[]
}

export const GRAPHQL_PATH = '/graphql'
/** What REST answers for. */
export const API_PREFIX = '/api/'
/** What every answer under it carries, as those of the old server did. */
export const API_HEADERS = { 'cache-control': 'no-cache, no-store, must-revalidate', pragma: 'no-cache', expires: '0' }
export const SOCKETIO_PATH = '/socket.io/'

function jsonHeaders(body: string) {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  }
}

/** The path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] as string
}

export function sendJson(response: ServerResponse, status: number, body: object, headers: Refusal['headers'] = {}): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { ...jsonHeaders(text), ...headers }).end(text)
}

/**
 * Answers with the refusal: as a GraphQL client reads it on the GraphQL path, as a caller of REST does under its
 * prefix, else as `{ error, code }`.
 * A body that is still on its way is not waited for: the connection ends after the answer, once the client had the time to
 * read it.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers
  const arrived = request.complete || (length === '0' && chunked === undefined)
  const path = pathOf(request)
  const headers = { ...headersOf(path), ...refusal.headers }
  const body = bodyOf(path, refusal)
  if (arrived) {
    sendJson(response, refusal.status, body, headers)
    return
  }
  const text = JSON.stringify(body)
  response.writeHead(refusal.status, { ...jsonHeaders(text), ...headers, connection: 'close' }).write(text)
  endAfterBody(request, response)
}

// What is thrown away of a body that was refused, and the longest silence within it.
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024
const SILENCE_MS = 1000

/**
 * Ends an answer that is written. A client that still sends would meet a closed connection and never read the answer, so
 * what it sends is thrown away for a while.
 */
function endAfterBody(request: IncomingMessage, response: ServerResponse): void {
  const end = () => response.end()
  let left = MAX_DISCARDED_BYTES
  request.on('data', ({ length }: Buffer) => {
    left -= length
    if (left < 0) end()
  })
  request.once('end', end).once('error', end).once('close', end).resume()
  request.socket.setTimeout(SILENCE_MS, end)
}

/** The same where there is no response object: for an upgrade, or a request that could not be read. */
export function refuseSocket(socket: Duplex, path: string, refusal: Refusal): void {
  if (socket.destroyed || !socket.writable) return
  const body = JSON.stringify(bodyOf(path, refusal))
  const headers = { ...jsonHeaders(body), ...headersOf(path), ...refusal.headers, connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${body}`)
}

/** Refuses methods other than these. */
export function refuseMethod(request: IncomingMessage, allowed: readonly string[]): Refusal | null {
  if (allowed.includes(request.method ?? '')) return null
  return {
    status: 405,
    code: 'INVALID_INPUT',
    message: `${pathOf(request)} does not accept ${request.method}; use ${allowed.join(' or ')}`,
    headers: { allow: allowed.join(', ') },
  }
}

function headersOf(path: string): Readonly<Record<string, string>> {
  return path.startsWith(API_PREFIX) ? API_HEADERS : {}
}

function bodyOf(path: string, { message, code, field, suggestions }: Refusal): object {
  if (path === GRAPHQL_PATH) return { errors: [{ message, extensions: { code } }] }
  if (!path.startsWith(API_PREFIX)) return { error: message, code }
  return { success: false, error: message, type: code, ...(field && { field }), ...(suggestions && { suggestions }) }
}
