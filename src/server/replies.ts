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
}

export const GRAPHQL_PATH = '/graphql'
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
 * Answers with the refusal: as a GraphQL client reads it on the GraphQL path, else as `{ error, code }`.
 * A body that is still on its way is not waited for: the connection ends with the answer.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers
  const close = length === '0' && chunked === undefined ? {} : { connection: 'close' }
  sendJson(response, refusal.status, bodyOf(pathOf(request), refusal), { ...refusal.headers, ...close })
}

/** The same where there is no response object: for an upgrade, or a request that could not be read. */
export function refuseSocket(socket: Duplex, path: string, refusal: Refusal): void {
  if (socket.destroyed || !socket.writable) return
  const body = JSON.stringify(bodyOf(path, refusal))
  const headers = { ...jsonHeaders(body), ...refusal.headers, connection: 'close' }
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

function bodyOf(path: string, { message, code }: Refusal): object {
  return path === GRAPHQL_PATH ? { errors: [{ message, extensions: { code } }] } : { error: message, code }
}
