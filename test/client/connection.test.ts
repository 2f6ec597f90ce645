import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { type ConnectionState, createClient } from '../../src/client/index.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { event, type Script, startScripted } from './scripted.ts'
import { connect, startServed, take } from './served.ts'

type Client = ReturnType<typeof createClient>

/** Resolves with the next state that fits. */
function until(client: Client, fits: (state: ConnectionState) => boolean): Promise<ConnectionState> {
  return new Promise((resolve) => {
    const stop = client.onConnection((state) => {
      if (!fits(state)) return
      stop()
      resolve(state)
    })
  })
}

const waits = (state: ConnectionState) => state.state === 'closed' && state.retryAt !== null
const isConnected = (state: ConnectionState) => state.state === 'connected'

/** Accepts everybody, and answers each subscription with one event. */
const WELCOMING: Script = ({ type, id }, peer) => {
  if (type === 'connection_init') peer.send({ type: 'connection_ack' })
  if (type === 'subscribe') peer.send(event(id, 'c1'))
}

test('the waits between tries double up to a random part, are told beforehand, and begin anew after a success', async () => {
  const { url, stop, restart } = await startServed()
  const clock = new FakeClock()
  const client = createClient({ url, clock, random: () => 0.5 })
  onTestFinished(() => client.close())
  const { eventCursor: after } = await client.status()
  await stop()
  const begin = clock.now()
  const first = until(client, waits)
  void client.updates({ after }).next()
  expect(await first).toEqual({ state: 'closed', retryAt: begin + 250 })
  const second = until(client, waits)
  await clock.advance(250)
  expect(await second).toEqual({ state: 'closed', retryAt: begin + 250 + 500 })
  await restart()
  const connected = until(client, isConnected)
  await clock.advance(500)
  await connected
  const third = until(client, waits)
  await stop()
  expect(await third).toEqual({ state: 'closed', retryAt: begin + 750 + 250 })
})

test('a try that is waited for begins at once when it is asked for, and the next one is not lost', async () => {
  const { url, stop, restart } = await startServed()
  const clock = new FakeClock()
  const client = createClient({ url, clock, random: () => 0.99 })
  onTestFinished(() => client.close())
  client.retryNow()
  expect(client.connection).toEqual({ state: 'closed', retryAt: null })
  const { eventCursor: after } = await client.status()
  await stop()
  const first = until(client, waits)
  void client.updates({ after }).next()
  await first
  const second = until(client, waits)
  client.retryNow()
  expect(await second).toEqual({ state: 'closed', retryAt: clock.now() + 990 })
  await restart()
  const connected = until(client, isConnected)
  client.retryNow()
  await connected
  client.retryNow()
  expect(client.connection).toEqual({ state: 'connected' })
})

test('when nobody is subscribed any more, no next try is waited for', async () => {
  const { url, stop } = await startServed()
  const client = createClient({ url, clock: new FakeClock(), random: () => 0.99 })
  const { eventCursor: after } = await client.status()
  await stop()
  const waiting = until(client, waits)
  void client.updates({ after }).next()
  await waiting
  const settled = until(client, ({ state }) => state === 'closed')
  client.close()
  expect(await settled).toEqual({ state: 'closed', retryAt: null })
})

/** A class of WebSockets that tells when the next pong has arrived. */
function pongTap() {
  let onPong: () => void = () => undefined
  class PongTap extends WebSocket {
    constructor(url: string, protocol?: string) {
      super(url, protocol)
      this.on('message', (data) => {
        if (String(data).includes('"pong"')) onPong()
      })
    }
  }
  const pong = () =>
    new Promise<void>((resolve) => {
      onPong = resolve
    })
  return { webSocket: PongTap, pong }
}

test('a server that accepts a connection and says nothing is left, and so is one that falls silent', async () => {
  const clock = new FakeClock()
  let pings = 0
  const { url, connections } = await startScripted((message, peer, nth) => {
    if (message.type === 'ping' && ++pings < 3) peer.send({ type: 'pong' })
    if (nth > 0) WELCOMING(message, peer, nth)
  })
  const { webSocket, pong } = pongTap()
  const client = connect({ url, clock, webSocket })
  const updates = client.updates({ after: 'c0' })
  const first = until(client, isConnected)
  const next = updates.next()
  await clock.advance(10_000)
  await first
  expect(await next).toMatchObject({ value: { cursor: 'c1' } })
  expect(connections()).toBe(2)
  const again = until(client, isConnected)
  for (let answered = 0; answered < 2; answered++) {
    const arrived = pong()
    await clock.advance(10_000)
    await arrived
  }
  await clock.advance(20_000)
  await again
  expect({ pings, connections: connections() }).toEqual({ pings: 3, connections: 3 })
})

test('all subscriptions share one connection, and the end of one does not disturb the other', async () => {
  const { url, connections } = await startScripted(WELCOMING)
  const client = connect({ url })
  const [a, b] = [client.updates({ after: 'c0' }), client.updates({ after: 'c0' })]
  await Promise.all([take(a, 1), take(b, 1)])
  const waiting = b.next()
  await a.return?.()
  client.close()
  expect(await waiting).toEqual({ done: true, value: undefined })
  expect(connections()).toBe(1)
})

test('the token goes with each connection; when it runs out, a function brings a new one', async () => {
  const tokens: unknown[] = []
  const { url } = await startScripted((message, peer, nth) => {
    if (message.type === 'connection_init') tokens.push(message.payload?.authorization)
    WELCOMING(message, peer, nth)
    if (message.type === 'subscribe' && nth < 2) peer.close(nth === 0 ? 4403 : 4401, 'The token ran out')
  })
  let asked = 0
  const client = connect({ url, token: async () => `token-${++asked}` })
  expect(await take(client.updates({ after: 'c0' }), 3)).toHaveLength(3)
  expect(tokens).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3'])
})

test.each([
  [4401, 'UNAUTHENTICATED'],
  [4403, 'UNAUTHENTICATED'],
  [4429, 'RATE_LIMITED'],
  [4500, 'INTERNAL'],
  [4400, 'BAD_RESPONSE'],
])('a connection refused with %i ends the loop with %s and the reason', async (closeCode, code) => {
  const { url, connections } = await startScripted((_message, peer) => peer.close(closeCode, 'No entry'))
  const client = connect({ url, token: () => 'always the same' })
  const message = `${url}/graphql closed the connection: No entry (${closeCode})`
  await expect(client.updates({ after: 'c0' }).next()).rejects.toMatchObject({ name: 'ClientError', code, message })
  expect(connections()).toBe(1)
})

test.each([
  ['throws', () => Promise.reject(new Error('The keychain is locked'))],
  [
    'throws at once',
    () => {
      throw new Error('The keychain is locked')
    },
  ],
])('a function of the token that %s ends the loop with what it threw', async (_how, token) => {
  const { url } = await startScripted(WELCOMING)
  const updates = connect({ url, token }).updates({ after: 'c0' })
  await expect(updates.next()).rejects.toThrow(/^The keychain is locked$/)
})

test('an accepted connection that is refused later ends the loop when the token cannot change', async () => {
  const { url } = await startScripted((message, peer, nth) => {
    WELCOMING(message, peer, nth)
    if (message.type === 'subscribe') peer.close(4403, 'The token ran out')
  })
  const updates = connect({ url, token: 'fixed' }).updates({ after: 'c0' })
  expect(await take(updates, 1)).toHaveLength(1)
  await expect(updates.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('each connection subscribes after the last event, and a server that ends a subscription is asked again', async () => {
  const places: unknown[] = []
  const { url } = await startScripted(({ type, id, payload }, peer) => {
    if (type === 'connection_init') peer.send({ type: 'connection_ack' })
    if (type !== 'subscribe') return
    const { after } = (payload?.variables ?? {}) as { readonly after?: string }
    places.push(after)
    peer.send(event(id, `c${places.length}`), { type: 'complete', ...(id !== undefined && { id }) })
    if (places.length === 2) peer.close(1012, 'restarting')
  })
  const seen = await take(connect({ url }).updates({ after: 'c0' }), 4)
  expect(seen.map(({ cursor }) => cursor)).toEqual(['c1', 'c2', 'c3', 'c4'])
  expect(places).toEqual(['c0', 'c1', 'c2', 'c3'])
})

test('an event that comes with errors ends the loop, after those that came before it', async () => {
  const { url } = await startScripted(({ type, id = '' }, peer) => {
    if (type === 'connection_init') peer.send({ type: 'connection_ack' })
    const errors = [{ message: 'Something is broken', extensions: { code: 'INTERNAL' } }]
    if (type === 'subscribe')
      peer.send(event(id, 'c1'), event(id, 'c2'), { type: 'next', id, payload: { data: null, errors } }, { type: 'complete', id })
  })
  const updates = connect({ url }).updates({ after: 'c0' })
  expect(await take(updates, 2)).toHaveLength(2)
  await expect(updates.next()).rejects.toMatchObject({ code: 'INTERNAL', message: 'Something is broken' })
})

test('a store that is away for a while is waited for, and nothing is missed', async () => {
  const asked: unknown[] = []
  const { url } = await startScripted(({ type, id, payload }, peer) => {
    if (type === 'connection_init') peer.send({ type: 'connection_ack' })
    if (type !== 'subscribe' || id === undefined) return
    asked.push(payload?.variables)
    const errors = [{ message: 'The disk is full', extensions: { code: 'STORE_UNAVAILABLE' } }]
    if (asked.length > 2) peer.send(event(id, `c${asked.length}`))
    else peer.send({ type: 'next', id, payload: { data: null, errors } }, { type: 'complete', id })
  })
  const client = createClient({ url, random: () => 0 })
  onTestFinished(() => client.close())
  expect(await take(client.updates({ after: 'c0' }), 1)).toMatchObject([{ cursor: 'c3' }])
  expect(asked).toEqual(Array.from({ length: 3 }, () => ({ after: 'c0' })))
})
