import { once } from 'node:events'
import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { serverSockets } from '../stalled-client.ts'
import { bearer, shortLived, startGuarded, TOKENS, WRONG } from './guarded-server.ts'

/** A connection whose first message has this payload. */
async function connect(url: string, payload?: unknown, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  onTestFinished(() => socket.terminate())
  const arrived: Readonly<Record<string, unknown>>[] = []
  socket.on('message', (data) => arrived.push(JSON.parse(String(data))))
  const closed = new Promise<string>((resolve) => socket.once('close', (code, reason) => resolve(`${code} ${reason}`)))
  await once(socket, 'open')
  const send = (message: object) => socket.send(JSON.stringify(message))
  const next = async (count = 1) => {
    await expect.poll(() => arrived.length, { interval: 5 }).toBeGreaterThanOrEqual(count)
    return arrived.at(count - 1)
  }
  send({ type: 'connection_init', payload })
  return { socket, arrived, closed, send, next }
}

const ACK = { type: 'connection_ack' }
const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } })

test('the first message may say who it is in either way, and so may the headers', async () => {
  const { url } = await startGuarded()
  for (const payload of [{ token: TOKENS.viewer }, bearer(TOKENS.viewer), { Authorization: `bearer ${TOKENS.viewer}` }]) {
    expect(await (await connect(url, payload)).next()).toEqual(ACK)
  }
  expect(await (await connect(url, undefined, bearer(TOKENS.viewer))).next()).toEqual(ACK)
  expect(await (await connect(url, { other: 1 }, bearer(TOKENS.viewer))).next()).toEqual(ACK)
})

test('without a token the connection is closed with 4403', async () => {
  const { url } = await startGuarded()
  for (const payload of [undefined, {}, { token: '' }, { token: 1 }, { authorization: TOKENS.viewer }]) {
    const { closed, arrived } = await connect(url, payload)
    expect(await closed).toMatch(/^4403 Forbidden: This server wants to know who asks/)
    expect(arrived).toEqual([])
  }
})

test.each(WRONG)('%s closes the connection with 4403', async (_what, token) => {
  const { url } = await startGuarded()
  const { closed, arrived } = await connect(url, { token })
  expect(await closed).toMatch(/^4403 Forbidden: The token/)
  expect(arrived).toEqual([])
})

test('a client that was not let in and does not say goodbye is cut off', async () => {
  const sockets = serverSockets()
  const { url } = await startGuarded()
  const { socket } = await connect(url, { token: 'wrong' })
  socket.pause()
  await once(sockets[0] as Socket, 'close')
})

test('a wrong token in the message is not made good by the headers', async () => {
  const { url } = await startGuarded()
  expect(await (await connect(url, { token: 'wrong' }, bearer(TOKENS.admin))).closed).toMatch(/^4403 /)
})

test('who asks before the first message is acknowledged is closed with 4401', async () => {
  const { url } = await startGuarded()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: bearer(TOKENS.admin) })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  socket.send(JSON.stringify(subscribe('1', '{ __typename }')))
  expect((await once(socket, 'close'))[0]).toBe(4401)
})

test('a role that is too low is told so, and the connection stays', async () => {
  const { url } = await startGuarded()
  const { send, next } = await connect(url, { token: TOKENS.viewer })
  await next()
  send(subscribe('1', 'mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }'))
  expect(await next(2)).toMatchObject({ id: '1', payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
  send(subscribe('2', '{ recoveryStatus { version } }'))
  expect(await next(4)).toMatchObject({ id: '2', payload: { data: { recoveryStatus: {} } } })
})

test('the name of the token is the actor', async () => {
  const { url, recovery } = await startGuarded()
  const { send, next } = await connect(url, { token: TOKENS.operator })
  await next()
  send(subscribe('1', 'mutation { startOperation(input: { functionName: "greet", input: "x" }) { __typename } }'))
  expect(await next(2)).toMatchObject({ payload: { data: { startOperation: { __typename: 'StartOperationPayload' } } } })
  expect((await recovery.history.readAudit({ limit: 9 })).items).toMatchObject([{ actor: 'operator', action: 'created' }])
})

test('the connection ends with its token, also while it is told of events', async () => {
  const { url, clock } = await startGuarded()
  const { send, next, closed, socket } = await connect(url, { token: shortLived() })
  await next()
  send(subscribe('1', 'subscription { recoveryUpdate { cursor } }'))
  await clock.advance(4999)
  expect(socket.readyState).toBe(socket.OPEN)
  await clock.advance(1)
  expect(await closed).toBe('4403 Forbidden: The token has expired; connect with a new one')
})

test('wrong tokens beyond what an address may try close with 4429', async () => {
  const { url } = await startGuarded()
  for (let i = 0; i < 20; i++) expect(await (await connect(url, { token: 'wrong' })).closed).toMatch(/^4403/)
  expect(await (await connect(url, { token: 'wrong' })).closed).toMatch(/^4429 Too many requests/)
  expect(await (await connect(url, { token: TOKENS.viewer })).next()).toEqual(ACK)
})

test('operations of one connection are requests of its caller', async () => {
  const { url } = await startGuarded({ requestRate: 1 })
  const { send, next } = await connect(url, { token: TOKENS.viewer })
  await next()
  // The first message was the first of five.
  for (let i = 1; i <= 4; i++) send(subscribe(String(i), '{ __typename }'))
  await next(9)
  send(subscribe('more', '{ __typename }'))
  expect(await next(10)).toMatchObject({
    id: 'more',
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 1000 } }],
  })
})
