import { once } from 'node:events'
import { GraphQLError } from 'graphql'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { CursorExpiredError } from '../../src/operation/errors.ts'
import { DEFAULT_LIMITS } from '../../src/server/limits/limits.ts'
import { startTestServer } from './test-server.ts'
import { connect, type TestClient } from './ws-client.ts'

async function subscribe(client: TestClient, id: string, query = 'subscription { events }'): Promise<void> {
  await client.send({ id, type: 'subscribe', payload: { query } })
}

test('queries, mutations and subscriptions share one connection', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 'q', '{ hello }')
  expect(await client.next()).toEqual({ id: 'q', type: 'next', payload: { data: { hello: 'world' } } })
  expect(await client.next()).toEqual({ id: 'q', type: 'complete' })
  await subscribe(client, 'm', 'mutation { change }')
  expect(await client.next()).toEqual({ id: 'm', type: 'next', payload: { data: { change: 'changed 1' } } })
  expect(await client.next()).toEqual({ id: 'm', type: 'complete' })
  await subscribe(client, 's')
  await expect.poll(() => sources.length).toBe(1)
  sources[0]?.push('one')
  expect(await client.next()).toEqual({ id: 's', type: 'next', payload: { data: { events: 'one' } } })
})

test('a client that completes a subscription ends its source, and nothing more is sent', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 's')
  await expect.poll(() => sources.length).toBe(1)
  await client.send({ id: 's', type: 'complete' })
  await sources[0]?.closed
  await subscribe(client, 'q', '{ hello }')
  expect(await client.next()).toMatchObject({ id: 'q', type: 'next' })
})

test('a connection that breaks ends its subscriptions', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 'a')
  await subscribe(client, 'b')
  await expect.poll(() => sources.length).toBe(2)
  client.socket.terminate()
  await Promise.all(sources.map(({ closed }) => closed))
})

test('a source that fails in the middle sends errors and completes; the connection goes on', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 's')
  await expect.poll(() => sources.length).toBe(1)
  sources[0]?.push(new CursorExpiredError())
  expect(await client.next()).toMatchObject({
    id: 's',
    type: 'next',
    payload: { errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] },
  })
  expect(await client.next()).toEqual({ id: 's', type: 'complete' })
  await subscribe(client, 'q', '{ hello }')
  expect(await client.next()).toMatchObject({ id: 'q', type: 'next' })
})

test.each([
  ['{ hello', 'Syntax Error: Expected Name, found <EOF>.'],
  ['{ nothing }', 'Cannot query field "nothing" on type "Query".'],
])('the faulty query %j is answered with a typed error', async (query, message) => {
  const { url } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 'x', query)
  const answer = await client.next()
  expect(answer).toMatchObject({ id: 'x', type: 'error', payload: [{ message, extensions: { code: 'INVALID_INPUT' } }] })
  expect(JSON.stringify(answer)).not.toContain('http')
})

test('internal errors are hidden', async () => {
  const { url, lines } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 'x', '{ secret }')
  const answer = await client.next()
  expect(answer).toMatchObject({ type: 'next', payload: { errors: [{ extensions: { code: 'INTERNAL' } }] } })
  expect(JSON.stringify(answer)).not.toContain('hunter2')
  expect(lines).toHaveLength(1)
})

test('the limits of requests hold here too', async () => {
  const tooMuch = new GraphQLError('too much', { extensions: { code: 'INVALID_INPUT' } })
  const { url, sources } = await startTestServer({ checkLimits: () => tooMuch })
  const client = await connect(url)
  for (const query of ['{ hello }', 'subscription { events }']) {
    await subscribe(client, 'x', query)
    expect(await client.next()).toEqual({ id: 'x', type: 'next', payload: { errors: [tooMuch.toJSON()] } })
    expect(await client.next()).toEqual({ id: 'x', type: 'complete' })
  }
  expect(sources).toEqual([])
})

test('one connection runs a bounded number of operations', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  for (let i = 0; i <= DEFAULT_LIMITS.maxSubscriptions; i++) await subscribe(client, `s${i}`)
  expect(await client.next()).toMatchObject({
    id: `s${DEFAULT_LIMITS.maxSubscriptions}`,
    type: 'error',
    payload: [{ extensions: { code: 'OVERLOADED' } }],
  })
  expect(sources).toHaveLength(DEFAULT_LIMITS.maxSubscriptions)
})

test('a message larger than 1 MiB closes the connection', async () => {
  const { url } = await startTestServer()
  const client = await connect(url)
  const closed = once(client.socket, 'close')
  client.socket.send('x'.repeat(1024 * 1024 + 1))
  expect((await closed)[0]).toBe(1009)
})

test.each([
  ['no JSON', 4400],
  ['{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}', 4401],
])('before the connection is initialised the message %j closes it', async (message, code) => {
  const { url } = await startTestServer()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  socket.send(message)
  expect((await once(socket, 'close'))[0]).toBe(code)
})

test('a client of another protocol is turned away', async () => {
  const { url } = await startTestServer()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`)
  onTestFinished(() => socket.terminate())
  expect((await once(socket, 'close'))[0]).toBe(4406)
})

test('a server that is not ready refuses connections with 503', async () => {
  const server = await startTestServer({ open: false })
  const address = `${server.url.replace('http', 'ws')}/graphql`
  const early = new WebSocket(address, 'graphql-transport-ws')
  early.on('error', () => undefined)
  const [, response] = await once(early, 'unexpected-response')
  expect(response.statusCode).toBe(503)
  server.open()
  const client = await connect(server.url)
  await subscribe(client, 'q', '{ hello }')
  expect(await client.next()).toMatchObject({ type: 'next' })
})

test('a stopping server says goodbye', async () => {
  const { url, server, sources } = await startTestServer()
  const client = await connect(url)
  await subscribe(client, 's')
  await expect.poll(() => sources.length).toBe(1)
  const closed = once(client.socket, 'close')
  await server.stop(5000)
  expect((await closed)[0]).toBe(1001)
  await sources[0]?.closed
})
