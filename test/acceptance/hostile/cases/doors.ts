import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { WebSocket } from 'ws'
import { type Case, http, outcomeOf, refused } from '../attack.ts'

// Pages of others, in the browser of somebody who may.

const body = '{"query":"{ __typename }"}'
const HOST = 'list the name in RECOVERY_ALLOWED_HOSTS'
const ORIGIN = 'only pages of this server may call it from a browser'

function socketWith(
  path: string,
  headers: Readonly<Record<string, string>>,
  protocols: string[] = ['graphql-transport-ws'],
): Case['attack'] {
  return async ({ port }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers })
    socket.on('error', () => undefined)
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
    return outcomeOf(response.statusCode ?? 0, await text(response))
  }
}

export const DOORS: readonly Case[] = [
  refused('a foreign Host', http({ body, headers: { host: 'evil.example' } }), 421, 'FORBIDDEN', HOST),
  refused('a name of DNS rebinding', http({ body, headers: { host: '127.0.0.1.nip.io:4000' } }), 421, 'FORBIDDEN', HOST),
  refused('the own address with another port', http({ body, headers: { host: '127.0.0.1:1' } }), 421, 'FORBIDDEN', HOST),
  refused('a Host with a user', http({ body, headers: { host: '127.0.0.1@evil.example' } }), 421, 'FORBIDDEN', HOST),
  refused(
    'a foreign Host on REST',
    http({ method: 'GET', path: '/api/recovery/status', headers: { host: 'evil.example' } }),
    421,
    'FORBIDDEN',
    HOST,
  ),
  refused(
    'a foreign Host on the metrics',
    http({ method: 'GET', path: '/metrics', headers: { host: 'evil.example' } }),
    421,
    'FORBIDDEN',
    HOST,
  ),
  refused('a foreign Origin', http({ body, headers: { origin: 'https://evil.example' } }), 403, 'FORBIDDEN', ORIGIN),
  refused('an Origin of nobody', http({ body, headers: { origin: 'null' } }), 403, 'FORBIDDEN', ORIGIN),
  refused(
    'an Origin that begins like ours',
    http({ body, headers: { origin: 'http://127.0.0.1.evil.example' } }),
    403,
    'FORBIDDEN',
    ORIGIN,
  ),
  refused('a page of another site', http({ body, headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'FORBIDDEN', ORIGIN),
  refused(
    'a question for permission by another page',
    http({ method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } }),
    403,
    'FORBIDDEN',
    ORIGIN,
  ),
  refused(
    'a foreign Origin on REST',
    http({ path: '/api/recovery/test', body: '{}', headers: { origin: 'https://evil.example' } }),
    403,
    'FORBIDDEN',
    ORIGIN,
  ),
  refused('a WebSocket of another page', socketWith('/graphql', { origin: 'https://evil.example' }), 403, 'FORBIDDEN', ORIGIN),
  refused('a WebSocket of a foreign Host', socketWith('/graphql', { host: 'evil.example' }), 421, 'FORBIDDEN', HOST),
  refused(
    'a WebSocket that leads nowhere',
    socketWith('/api/recovery', {}),
    404,
    'NOT_FOUND',
    'There is nothing at /api/recovery',
  ),
  refused(
    'a socket.io of another page',
    socketWith('/socket.io/?EIO=4&transport=websocket', { origin: 'https://evil.example' }),
    403,
    'FORBIDDEN',
    ORIGIN,
  ),
]
