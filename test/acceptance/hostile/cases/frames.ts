import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type Case, type Outcome, outcomeOf, refused } from '../attack.ts'

// Bytes on a WebSocket that are no frames, or that no client may send.

const KEY = ['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`]

const handshake = (port: number, lines: readonly string[] = KEY, protocol = 'graphql-transport-ws') =>
  [
    'GET /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Protocol: ${protocol}`,
    ...lines,
    '',
    '',
  ].join('\r\n')

/** A frame with a mask of zeros. */
function frame(first: number, payload: Buffer | string = '', length = Buffer.byteLength(payload)): Buffer {
  const head = Buffer.alloc(length < 126 ? 2 : 10)
  head[0] = first
  head[1] = 0x80 | (length < 126 ? length : 127)
  if (length >= 126) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, Buffer.alloc(4), Buffer.from(payload)])
}

/** How the server closes after these bytes: the close code of its last frame. */
function bytes(...parts: readonly Buffer[]): Case['attack'] {
  return async ({ port }) => closing(port, handshake(port), Buffer.concat(parts))
}

/** How the server closes a connection that wants to speak another protocol: at once. */
function speaks(protocol: string): Case['attack'] {
  return ({ port }) => closing(port, handshake(port, KEY, protocol), Buffer.alloc(0))
}

async function closing(port: number, shake: string, said: Buffer): Promise<Outcome> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(shake)
  await once(socket, 'readable')
  const head = (socket.read() as Buffer).toString('latin1')
  socket.end(said)
  const answer = Buffer.concat([Buffer.from(head.split('\r\n\r\n')[1] ?? '', 'latin1'), await buffer(socket)])
  const close = answer.lastIndexOf(CLOSE)
  if (!head.startsWith('HTTP/1.1 101') || close === -1) return { status: 0, message: `${head} ${answer.toString('hex')}` }
  return { status: answer.readUInt16BE(close + 2), message: answer.subarray(close + 4).toString() }
}

/** How a handshake with these lines is answered. */
function shakes(lines: readonly string[]): Case['attack'] {
  return async ({ port }) => {
    const socket = connect(port, '127.0.0.1')
    socket.end(handshake(port, lines))
    const [head = '', body = ''] = String(await buffer(socket)).split('\r\n\r\n')
    return outcomeOf(Number(head.split(' ')[1]), body)
  }
}

const TEXT = 0x81
const CLOSE = 0x88
const MIB = 1024 * 1024
const unmasked = Buffer.concat([Buffer.from([TEXT, 2]), Buffer.from('{}')])
const code = (number: number) => Buffer.from([number >> 8, number & 255])

export const FRAMES: readonly Case[] = [
  refused('a frame without a mask', bytes(unmasked), 1002, null, ''),
  refused('a reserved kind of frame', bytes(frame(0x83, '{}')), 1002, null, ''),
  refused('a reserved kind of control frame', bytes(frame(0x8b)), 1002, null, ''),
  refused('a reserved bit', bytes(frame(0xa1, '{}')), 1002, null, ''),
  refused('a compressed frame that was not agreed on', bytes(frame(0xc1, '{}')), 1002, null, ''),
  refused('a part of nothing', bytes(frame(0x80, '{}')), 1002, null, ''),
  refused('a message within a message', bytes(frame(0x01, '{'), frame(TEXT, '{}')), 1002, null, ''),
  refused('a ping in parts', bytes(frame(0x09, 'a')), 1002, null, ''),
  refused('a ping of 126 bytes', bytes(frame(0x89, 'a'.repeat(126))), 1002, null, ''),
  refused('a close of one byte', bytes(frame(0x88, 'a')), 1002, null, ''),
  refused('a close with a code that is not for sending', bytes(frame(0x88, code(1005))), 1002, null, ''),
  refused('a close with an unknown code', bytes(frame(0x88, code(999))), 1002, null, ''),
  refused('text that is no UTF-8', bytes(frame(TEXT, Buffer.from([0xff, 0xfe]))), 1007, null, ''),
  refused(
    'a close whose reason is no UTF-8',
    bytes(frame(0x88, Buffer.concat([code(1000), Buffer.from([0xff])]))),
    1007,
    null,
    '',
  ),
  refused('a message of more than 1 MiB', bytes(frame(TEXT, '', MIB + 1)), 1009, null, ''),
  refused('a message longer than all memory', bytes(frame(TEXT, '', 2 ** 52)), 1009, null, ''),
  refused(
    'parts of more than 1 MiB in all',
    bytes(...Array.from({ length: 3 }, (_, i) => frame(i === 0 ? 0x01 : 0x00, 'x'.repeat(MIB / 2)))),
    1009,
    null,
    '',
  ),
  refused('a goodbye within a message', bytes(frame(0x01, '{"type":'), frame(0x88, code(1000))), 1000, null, ''),
  refused(
    'a handshake of an old version',
    shakes(['Sec-WebSocket-Version: 7', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']),
    400,
    null,
    'Sec-WebSocket-Version',
  ),
  refused('another protocol', speaks('graphql-ws'), 4406, null, 'Subprotocol not acceptable'),
  refused('a handshake without a key', shakes(['Sec-WebSocket-Version: 13']), 400, null, 'Sec-WebSocket-Key'),
  refused(
    'a handshake with half a key',
    shakes(['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAA']),
    400,
    null,
    'Sec-WebSocket-Key',
  ),
]
