import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Case, outcomeOf, raw, refused, send } from '../attack.ts'
import type { Target } from '../target.ts'
import { spoken } from '../words.ts'

// Clients that are there and say too little. The target waits two seconds for a request, and four for a word.

const LATE = 'did not arrive in time; send it without pauses'
const CODE = 'INVALID_INPUT'
const head = ({ port, tokens }: Target, path: string, ...lines: string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${tokens.admin}`,
    'Content-Type: application/json',
    ...lines,
    '',
    '',
  ].join('\r\n')

/** A byte now and then, so that the connection is never silent. */
function drip(begin: (target: Target) => string, drop: string): Case['attack'] {
  return async (target) => {
    const socket = connect(target.port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(begin(target))
    const dripping = setInterval(() => socket.write(drop), 100)
    const answer = await text(socket).finally(() => clearInterval(dripping))
    const [first = '', body = ''] = answer.split('\r\n\r\n')
    return outcomeOf(Number(first.split(' ')[1] ?? 0), body)
  }
}

/** A session that polls, and sends a packet byte by byte. */
async function drippingPacket(target: Target) {
  const polling = '/socket.io/?EIO=4&transport=polling'
  const { message } = await send(target, { method: 'GET', path: polling })
  const { sid } = JSON.parse(message.slice(1)) as { sid: string }
  return drip((to) => head(to, `${polling}&sid=${sid}`, 'Content-Length: 1000'), '4')(target)
}

export const SLOW: readonly Case[] = [
  refused('a connection that says nothing', raw(''), 408, CODE, LATE),
  refused('half a head', raw('POST /graphql HTTP/1.1\r\nHost: '), 408, CODE, LATE),
  refused(
    'a head that drips',
    drip(() => 'GET /graphql HTTP/1.1\r\n', 'a: b\r\n'),
    408,
    CODE,
    LATE,
  ),
  refused(
    'half a body',
    raw((target) => `${head(target, '/graphql', 'Content-Length: 1000')}{"query":`),
    408,
    CODE,
    LATE,
  ),
  refused(
    'a body that drips',
    drip((target) => head(target, '/graphql', 'Content-Length: 1000'), ' '),
    408,
    CODE,
    LATE,
  ),
  refused(
    'a body whose chunks drip',
    drip((target) => head(target, '/graphql', 'Transfer-Encoding: chunked'), '1\r\n \r\n'),
    408,
    CODE,
    LATE,
  ),
  refused(
    'a length that lies, on REST',
    raw((target) => `${head(target, '/api/recovery/operations', 'Content-Length: 1000')}{}`),
    408,
    CODE,
    LATE,
  ),
  refused('a body of socket.io that drips', drippingPacket, 408, CODE, LATE),
  refused(
    'a WebSocket without a first word',
    spoken(() => undefined),
    4408,
    null,
    'Connection initialisation timeout',
  ),
  refused(
    'a WebSocket that is idle',
    spoken(({ init }) => init()),
    4408,
    null,
    'Idle: no subscription and no message',
  ),
]
