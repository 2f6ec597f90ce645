import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Target } from './target.ts'

/** How the server answered something that it should refuse. */
export interface Outcome {
  /** Of an HTTP answer, or the close code of a WebSocket; 0 when nothing but the message says it. */
  readonly status: number
  /** The stable code, where the transport has a place for it. */
  readonly code?: string
  readonly message: string
}

/** A request that nobody should send, and how it must be answered. */
export interface Case {
  /** As the subject of `… is refused`. */
  readonly what: string
  readonly attack: (target: Target) => Promise<Outcome>
  /** Its message is a part of the one that is told. */
  readonly expected: Outcome
}

/** @param says a part of the message that tells what happened and what to do */
export function refused(what: string, attack: Case['attack'], status: number, code: string | null, says: string): Case {
  return { what, attack, expected: { status, ...(code !== null && { code }), message: says } }
}

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Undefined: the admin's; null: none. */
  readonly token?: string | null
}

/** One HTTP request with the very headers given. */
export async function send(target: Target, { method = 'POST', path = '/graphql', headers, body, token }: Sent): Promise<Outcome> {
  const shown = token === undefined ? target.tokens.admin : token
  const outgoing = request({
    host: '127.0.0.1',
    port: target.port,
    method,
    path,
    agent: false,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(shown !== null && { authorization: `Bearer ${shown}` }),
      ...headers,
    },
  })
  outgoing.end(body)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return outcomeOf(response.statusCode ?? 0, await text(response))
}

/** The same as a case's attack. */
export function http(sent: Sent): Case['attack'] {
  return (target) => send(target, sent)
}

/** A GraphQL request over HTTP. */
export function graphql(query: string, variables?: unknown, token?: (target: Target) => string): Case['attack'] {
  const body = JSON.stringify({ query, variables })
  return (target) => send(target, { body, ...(token && { token: token(target) }) })
}

/** What is written on a bare connection, and what comes back until it is closed or silent after an answer. */
export function raw(write: string | Buffer | ((target: Target) => string | Buffer)): Case['attack'] {
  return async (target) => {
    const socket = connect(target.port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(typeof write === 'function' ? write(target) : write)
    const answer = await text(socket)
    const [head = '', ...bodies] = answer.split('\r\n\r\n')
    return outcomeOf(Number(head.split(' ')[1] ?? 0), bodies.join('\r\n\r\n'))
  }
}

/** Reads the answer of any path: GraphQL's errors, an error that is data, REST's, and the server's own. */
export function outcomeOf(status: number, body: string): Outcome {
  const answer = parsed(body)
  const [error] = answer.errors ?? []
  if (error !== undefined) return { status, code: error.extensions?.code ?? 'none', message: error.message }
  const code = answer.code ?? answer.type
  if (answer.error !== undefined) return { status, ...(code !== undefined && { code }), message: answer.error }
  const [data] = Object.values(answer.data ?? {})
  if (data?.code !== undefined) return { status, code: data.code, message: data.message ?? '' }
  return { status, message: body }
}

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
  readonly data?: Readonly<Record<string, { readonly code?: string; readonly message?: string } | null>> | null
  readonly error?: string
  readonly code?: string
  readonly type?: string
}

function parsed(body: string): Answer {
  try {
    return JSON.parse(body) as Answer
  } catch {
    return {}
  }
}
