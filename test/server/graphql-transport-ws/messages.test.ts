import { expect, test } from 'vitest'
import { startTestServer } from '../test-server.ts'
import { dial, dialAndInit, settle } from './protocol-client.ts'

const QUERY = { query: '{ hello }' }

test.each<[string, unknown]>([
  ['no JSON', 'hello'],
  ['an empty text', ''],
  ['half a message', '{"type":"ping"'],
  ['an array', '[{"type":"ping"}]'],
  ['a string', '"ping"'],
  ['null', 'null'],
  ['no type', { payload: {} }],
  ['a type that is no text', { type: 1 }],
  ['an unknown type', { type: 'start', id: 'a', payload: QUERY }],
  ['a type in another case', { type: 'Ping' }],
  ['the name of a member of all objects as its type', { type: 'constructor' }],
  ['an initialisation whose payload is no object', { type: 'connection_init', payload: 'x' }],
  ['an operation without an id', { type: 'subscribe', payload: QUERY }],
  ['an operation with an empty id', { type: 'subscribe', id: '', payload: QUERY }],
  ['an operation whose id is no text', { type: 'subscribe', id: 1, payload: QUERY }],
  ['an operation without a payload', { type: 'subscribe', id: 'a' }],
  ['an operation whose payload is no object', { type: 'subscribe', id: 'a', payload: '{ hello }' }],
  ['an operation without a query', { type: 'subscribe', id: 'a', payload: {} }],
  ['a query that is no text', { type: 'subscribe', id: 'a', payload: { query: 1 } }],
  ['variables that are no object', { type: 'subscribe', id: 'a', payload: { ...QUERY, variables: [1] } }],
  ["an operation's name that is no text", { type: 'subscribe', id: 'a', payload: { ...QUERY, operationName: 1 } }],
  ['extensions that are no object', { type: 'subscribe', id: 'a', payload: { ...QUERY, extensions: 1 } }],
  ['a completion without an id', { type: 'complete' }],
  ['a completion with an empty id', { type: 'complete', id: '' }],
])('%s closes with 4400', async (_, message) => {
  const client = await dialAndInit(await startTestServer())
  client.say(message)

  expect(await client.closed()).toEqual({ code: 4400, reason: 'Invalid message received' })
})

test.each([
  { type: 'connection_ack' },
  { type: 'next', id: 'a', payload: { data: {} } },
  { type: 'error', id: 'a', payload: [{ message: 'x' }] },
])('the message %j, which only servers send, closes with 4400', async (message) => {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  client.say(message)

  expect(await client.closed()).toEqual({ code: 4400, reason: 'Invalid message received' })
  expect(server.lines).toEqual([])
})

test('null stands for what is absent', async () => {
  const client = await dial(await startTestServer())
  client.say({ type: 'connection_init', payload: null })
  expect(await client.hear()).toEqual({ type: 'connection_ack' })
  client.say({ id: 'a', type: 'subscribe', payload: { ...QUERY, variables: null, operationName: null, extensions: null } })

  expect(await client.hear()).toMatchObject({ id: 'a', type: 'next' })
})

test('a message in binary frames is read as its text', async () => {
  const client = await dialAndInit(await startTestServer())
  client.socket.send(Buffer.from(JSON.stringify({ type: 'ping' })), { binary: true })

  expect(await client.hear()).toEqual({ type: 'pong' })
})

test('binary frames that hold no message close with 4400', async () => {
  const client = await dialAndInit(await startTestServer())
  client.socket.send(Buffer.from([0xff, 0x00, 0xfe]))

  expect((await client.closed()).code).toBe(4400)
})

test('a message may come in fragments', async () => {
  const client = await dialAndInit(await startTestServer())
  const text = JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: '{ echo(text: "ü€😀") }' } })
  const bytes = Buffer.from(text)
  for (const [index, byte] of bytes.entries())
    client.socket.send(Buffer.from([byte]), { fin: index === bytes.length - 1, binary: false })

  expect(await client.hear()).toEqual({ id: 'a', type: 'next', payload: { data: { echo: 'ü€😀' } } })
})

test('text that is not UTF-8 closes with 1007', async () => {
  const client = await dialAndInit(await startTestServer())
  client.socket.send(Buffer.from([0xc3, 0x28]), { binary: false })

  expect((await client.closed()).code).toBe(1007)
})

test('after a fault the connection is of no use any more, another one is', async () => {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  client.say('hello')
  client.begin('a', 'mutation { change }')
  await client.closed()

  expect(await settle(await dialAndInit(server))).toEqual([])
})

test('a message that is nested too deep closes with 4400, and is no fault of the server', async () => {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  client.say(`{"type":"ping","payload":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`)

  expect(await client.closed()).toEqual({ code: 4400, reason: 'Invalid message received: it is nested too deep' })
  expect(server.lines).toEqual([])
})
