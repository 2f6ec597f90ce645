import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { MAX_MESSAGE_BYTES } from '../../../src/server/socketio/socketio.ts'
import { send } from '../raw-http.ts'
import { connect, startSocketio, story } from './socketio-server.ts'

async function withWatcher() {
  const server = await startSocketio()
  server.recovery.define('good', () => 1)
  const watcher = await connect(server.url)
  /** Whether the server still tells everybody what happens. */
  const stillTells = async () => {
    await server.recovery.start('good', null, { id: 'after' })
    await server.clock.advance(0)
    await watcher.until('recovery_completed', 1)
    return story(watcher, 'after')
  }
  return { ...server, stillTells }
}

const TOLD = ['pending 0', 'in_progress 1', 'success 1', 'success!']

function deep(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

const NAMES = [
  'error',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'message',
  'connection',
  'close',
  '',
  ' ',
  '\0',
  '\n',
  '💥',
  'ε'.repeat(300),
]

test.each(NAMES)('an event named %j is answered, and the socket goes on', async (name) => {
  const { url, stillTells, errors } = await withWatcher()
  const { socket } = await connect(url)
  expect(await socket.emitWithAck(name, { operation_id: 'x' })).toEqual({ success: false, error: expect.any(String) })
  socket.emit(name)
  expect(socket.connected).toBe(true)
  expect(await stillTells()).toEqual(TOLD)
  expect(errors).toEqual([])
})

test.each([
  ['deeply nested', deep(1000)],
  ['bytes', { operation_id: Buffer.alloc(1000) }],
  ['many bytes in one', Array.from({ length: 8 }, () => Buffer.alloc(10))],
  ['a foreign prototype', JSON.parse('{"__proto__":{"operation_id":"x"},"constructor":{"prototype":1}}')],
  ['a boolean', true],
  ['a long list', Array.from({ length: 10_000 }, () => 1)],
])('a payload that is %s is answered, and the socket goes on', async (_name, payload) => {
  const { url, stillTells } = await withWatcher()
  const { socket } = await connect(url)
  const answer = await socket.emitWithAck('subscribe_recovery', payload)
  expect(answer).toEqual({ success: false, error: expect.stringContaining('Send an object with operation_id') })
  expect(socket.connected).toBe(true)
  expect(await stillTells()).toEqual(TOLD)
})

test('several payloads and callbacks are no trouble', async () => {
  const { url, stillTells } = await withWatcher()
  const { socket } = await connect(url)
  expect(await socket.emitWithAck('subscribe_recovery', 1, 2, 3, { operation_id: 'x' })).toMatchObject({ success: false })
  expect(await stillTells()).toEqual(TOLD)
})

// What is no socket.io ends its own connection, as the protocol has it, and nothing else.
test.each([
  ['a message that is too large', `42["subscribe_recovery",{"operation_id":"${'x'.repeat(MAX_MESSAGE_BYTES)}"}]`],
  ['text that is no packet', 'garbage'],
  ['an unknown type of packet', '49'],
  ['JSON that is none', '42["subscribe_recovery",{'],
  ['a reserved event', '42["disconnect"]'],
  ['an event without a name', '42[]'],
  ['an event named by an object', '42[{"a":1}]'],
  ['more attachments than come', '451-["subscribe_recovery",{"_placeholder":true,"num":0}]'],
  ['an attachment that was not announced', '451-["subscribe_recovery",{"_placeholder":true,"num":99}]'],
  ['very many attachments', '45999999-["subscribe_recovery",{"_placeholder":true,"num":0}]'],
  ['deeply nested JSON', `42["subscribe_recovery",${'['.repeat(30_000)}${']'.repeat(30_000)}]`],
  ['an unknown namespace', '40/admin,'],
  ['a second connect', '40'],
  ['an answer that nobody waits for', '4312345[1]'],
  ['a frame of bytes', Buffer.from([1, 2, 3])],
  ['a deep attachment', `451-["subscribe_recovery",${'['.repeat(20_000)}{"_placeholder":true,"num":0}${']'.repeat(20_000)}]`],
])('%s harms nobody else', async (_name, message) => {
  const { url, stillTells, errors } = await withWatcher()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  await once(socket, 'message')
  socket.send('40')
  await once(socket, 'message')
  socket.send(message)
  socket.send(Buffer.from('x'))
  socket.send('2probe')
  expect(await stillTells()).toEqual(TOLD)
  expect(errors).toEqual([])
  socket.terminate()
})

test('a body that is too large is refused, and ends no other session', async () => {
  const { port, url, stillTells } = await withWatcher()
  const polling = '/socket.io/?EIO=4&transport=polling'
  const { sid } = JSON.parse((await (await fetch(`${url}${polling}`)).text()).slice(1)) as { sid: string }
  const answer = await send(port, { method: 'POST', path: `${polling}&sid=${sid}`, body: '4'.repeat(MAX_MESSAGE_BYTES + 1) })
  expect(answer.status).toBe(413)
  expect(await stillTells()).toEqual(TOLD)
})

test('a flood of requests is answered, one by one or with a refusal', async () => {
  const { recovery, url, stillTells } = await withWatcher()
  await recovery.start('good', null, { id: 'mine', runAt: new Date('2027-01-01') })
  const { socket, received } = await connect(url, { transports: ['websocket'] })
  const flood = Array.from({ length: 2000 }, () => socket.emitWithAck('subscribe_recovery', { operation_id: 'mine' }))
  const answers = (await Promise.all(flood)) as { success: boolean; error?: string }[]
  const served = answers.filter(({ success }) => success).length
  expect(served).toBeGreaterThan(0)
  for (const { success, error } of answers) if (!success) expect(error).toContain('requests at once')
  expect(received.filter(({ event }) => event === 'recovery_update')).toHaveLength(served)
  expect(await stillTells()).toEqual(TOLD)
})
