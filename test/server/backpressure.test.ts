import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { produce, serverSockets, untilStalled } from './stalled-client.ts'
import { startTestServer } from './test-server.ts'
import { connect } from './ws-client.ts'

const EVENTS = 20_000
// What Node keeps for a connection whose client does not read: a few events, not the stream.
const BOUND = 256 * 1024

/** Watches how much the server holds back for its first connection. */
function watchBuffer() {
  const sockets = serverSockets()
  let most = 0
  return {
    sockets,
    sample: () => {
      most = Math.max(most, sockets[0]?.writableLength ?? 0)
    },
    most: () => most,
  }
}

test('events wait in the source while a WebSocket client does not read, and none is lost', async () => {
  const buffer = watchBuffer()
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  await client.send({ id: 's', type: 'subscribe', payload: { query: 'subscription { events }' } })
  await expect.poll(() => sources.length).toBe(1)
  const [source] = sources as [(typeof sources)[0] & object]
  client.socket.pause()
  const made = produce(source, EVENTS, buffer.sample)
  await untilStalled(buffer.sockets[0], source)
  expect(source.taken).toBeLessThan(EVENTS)
  client.socket.resume()
  const received: unknown[] = []
  for (let message = await client.next(); message.type === 'next'; message = await client.next()) {
    received.push((message.payload as { data: { events: string } }).data.events)
  }
  expect(received).toEqual(made)
  expect(received).toHaveLength(EVENTS)
  expect(buffer.most()).toBeLessThan(BOUND)
})

test('events wait in the source while a client of server-sent events does not read, and none is lost', async () => {
  const buffer = watchBuffer()
  const { port, sources } = await startTestServer()
  const path = `/graphql?query=${encodeURIComponent('subscription { events }')}`
  const outgoing = request({ host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream' }, agent: false }).end()
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  const [source] = sources as [(typeof sources)[0] & object]
  const made = produce(source, EVENTS, buffer.sample)
  await untilStalled(buffer.sockets[0], source)
  expect(source.taken).toBeLessThan(EVENTS)
  const received = [...(await text(response)).matchAll(/"events":"([^"]*)"/g)].map(([, event]) => event)
  expect(received).toEqual(made)
  expect(received).toHaveLength(EVENTS)
  expect(buffer.most()).toBeLessThan(BOUND)
})

test('a WebSocket client that sends but does not read is read from no more, until it reads', async () => {
  const buffer = watchBuffer()
  const { url } = await startTestServer()
  const client = await connect(url)
  client.socket.pause()
  const long = 'x'.repeat(10_000)
  const query = 'query ($text: String) { echo(text: $text) }'
  const requests = 5000
  const sent = Array.from({ length: requests }, (_, id) =>
    client.send({ id: String(id), type: 'subscribe', payload: { query, variables: { text: long } } }).then(buffer.sample),
  )
  await expect.poll(() => buffer.sockets[0]?.isPaused(), { timeout: 10_000 }).toBe(true)
  buffer.sample()
  expect(buffer.most()).toBeLessThan(4 * 1024 * 1024)
  client.socket.resume()
  await Promise.all(sent)
  const answered = new Set<unknown>()
  while (answered.size < requests) {
    const { id, type } = await client.next()
    if (type !== 'complete') answered.add(id)
  }
})

test('a WebSocket client that does not read may complete a subscription and use its id for another', async () => {
  const buffer = watchBuffer()
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  const subscribe = () => client.send({ id: 's', type: 'subscribe', payload: { query: 'subscription { events }' } })
  await subscribe()
  await expect.poll(() => sources.length).toBe(1)
  const [source] = sources as [(typeof sources)[0] & object]
  client.socket.pause()
  produce(source, EVENTS, buffer.sample)
  await untilStalled(buffer.sockets[0], source)
  await client.send({ id: 's', type: 'complete' })
  await source.closed
  await subscribe()
  await expect.poll(() => sources.length).toBe(2)
  client.socket.resume()
  sources[1]?.push('new')
  const types = new Set<unknown>()
  for (let told = ''; told !== 'new'; ) {
    const { type, payload } = await client.next()
    types.add(type)
    told = (payload as { data: { events: string } }).data.events
  }

  expect([...types]).toEqual(['next'])
})
