// The protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { FakeClock } from '../../support/fake-clock.ts'
import { startTestServer } from '../test-server.ts'
import { dial, dialAndInit, settle } from './protocol-client.ts'

// Close code 4403 (Forbidden) is sent when the connection's parameters hold no valid token: see the tests of authentication.

test('the server chooses the protocol among those that a client offers', async () => {
  const client = await dial(await startTestServer(), ['graphql-ws', 'graphql-transport-ws'])

  expect(client.socket.protocol).toBe('graphql-transport-ws')
  expect(await client.init()).toEqual({ type: 'connection_ack' })
})

test('a client that names no protocol is closed with 4406', async () => {
  const { url } = await startTestServer()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`)
  onTestFinished(() => socket.terminate())
  const [code, reason] = await once(socket, 'close')

  expect([code, String(reason)]).toEqual([4406, 'Subprotocol not acceptable'])
})

test('a client that names only other protocols gets none', async () => {
  const { url } = await startTestServer()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-ws')
  onTestFinished(() => socket.terminate())
  const [error] = await once(socket, 'error')

  expect(error).toMatchObject({ message: 'Server sent no subprotocol' })
})

test.each([undefined, {}, { token: 'x' }])('an initialisation with the payload %j is acknowledged', async (payload) => {
  const client = await dial(await startTestServer())

  expect(await client.init(payload)).toEqual({ type: 'connection_ack' })
})

test('a second initialisation closes with 4429', async () => {
  const client = await dialAndInit(await startTestServer())
  client.say({ type: 'connection_init' })

  expect(await client.closed()).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
})

test('two initialisations at once close with 4429', async () => {
  const client = await dial(await startTestServer())
  client.say({ type: 'connection_init' })
  client.say({ type: 'connection_init' })
  const closing = await client.closed().catch(() => client.closed())

  expect(closing.code).toBe(4429)
})

test('an operation before the initialisation closes with 4401', async () => {
  const client = await dial(await startTestServer())
  client.begin('a', '{ hello }')

  expect(await client.closed()).toEqual({ code: 4401, reason: 'Unauthorized' })
})

test('a connection that is not initialised in time is closed with 4408', async () => {
  const clock = new FakeClock()
  const client = await dial(await startTestServer({ clock }))
  await clock.advance(3000)

  expect(await client.closed()).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
})

test('a connection that was initialised in time stays', async () => {
  const clock = new FakeClock()
  const client = await dialAndInit(await startTestServer({ clock }))
  await clock.advance(3000)

  expect(await settle(client)).toEqual([])
})

test('a client may close with 1000, and its operations end', async () => {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  client.begin('a', 'subscription { events }')
  await expect.poll(() => server.sources.length).toBe(1)
  client.socket.close(1000, 'done')

  expect((await client.closed()).code).toBe(1000)
  await server.sources[0]?.closed
})

test('a server that stops closes with 1001', async () => {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  const stopped = server.server.stop(5000)

  expect(await client.closed()).toEqual({ code: 1001, reason: 'The server is stopping' })
  await stopped
})

test('a fault of the server closes with 4500 and tells nothing of it', async () => {
  const formatError = () => {
    throw new Error('the password is hunter2')
  }
  const server = await startTestServer({ formatError })
  const client = await dialAndInit(server)
  client.begin('a', '{ hello')

  expect(await client.closed()).toEqual({ code: 4500, reason: 'Internal error' })
  expect(server.lines.map(({ level }) => level)).toEqual(['error'])
})
