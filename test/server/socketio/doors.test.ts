import { once } from 'node:events'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createSystemClock } from '../../../src/engine/system.ts'
import { createSocketio, MAX_CONNECTIONS } from '../../../src/server/socketio/socketio.ts'
import { gate } from '../../support/engine.ts'
import { send } from '../raw-http.ts'
import { formatTestError } from '../test-schema.ts'
import { startTestServer } from '../test-server.ts'
import { connect as connectGraphql } from '../ws-client.ts'
import { connect, receive, startSocketio, story, TRANSPORTS } from './socketio-server.ts'

const ignore = () => undefined
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore }
const POLLING = '/socket.io/?EIO=4&transport=polling'
const WEBSOCKET = '/socket.io/?EIO=4&transport=websocket'

const FOREIGN = [
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ host: 'evil.example' }, 421],
] as const

test.each(FOREIGN)('polling with %o is refused', async (headers, status) => {
  const { port } = await startSocketio()
  const answer = await send(port, { path: POLLING, headers })
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'FORBIDDEN' })
})

test.each(FOREIGN)('an upgrade with %o is refused', async (headers, status) => {
  const { port } = await startSocketio()
  const socket = new WebSocket(`ws://127.0.0.1:${port}${WEBSOCKET}`, { headers })
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  expect(response.statusCode).toBe(status)
})

test('a page of this server may connect, and no answer lets another page read it', async () => {
  const { port } = await startSocketio()
  const headers = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' }
  const answer = await send(port, { path: POLLING, headers })
  expect(answer.status).toBe(200)
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect((await send(port, { method: 'OPTIONS', path: POLLING, headers })).status).toBe(405)
})

test.each([
  ['PUT', POLLING, 405],
  ['POST', POLLING, 400],
  ['GET', '/socket.io/', 400],
  ['GET', '/socket.io/?EIO=3&transport=polling', 400],
  ['GET', '/socket.io/?EIO=4&transport=constructor', 400],
  ['GET', `${POLLING}&sid=__proto__`, 400],
  ['GET', '/socket.io/socket.io.js', 404],
  ['GET', '/socket.io/../graphql', 404],
])('%s %s is answered with %i', async (method, path, status) => {
  const { port } = await startSocketio()
  const answer = await send(port, { method, path })
  expect(answer.status).toBe(status)
  expect(answer.body).not.toMatch(/node_modules|\n +at /)
})

test('a server without socket.io has nothing there', async () => {
  const { port } = await startTestServer()
  expect((await send(port, { path: POLLING })).status).toBe(404)
  const socket = new WebSocket(`ws://127.0.0.1:${port}${WEBSOCKET}`)
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  expect(response.statusCode).toBe(404)
})

test('a schema that lacks what the events are made of is refused at the start', async () => {
  const { server, schema, port } = await startTestServer({ open: false })
  const given = { createContext: () => ({}), formatError: formatTestError, checkLimits: () => null, log: SILENT }
  const surroundings = { clock: createSystemClock(), log: SILENT }
  const open = () => server.open({ ...given, schema, createSocketio: (api) => createSocketio(api, surroundings) })
  expect(open).toThrow(/^The server itself asks what the schema cannot answer: Cannot query field "recoveryStatus"/)
  expect((await send(port, { path: '/readyz' })).status).toBe(503)
})

test('more clients than the server has room for are turned away, those who are there stay', async () => {
  const { url } = await startSocketio()
  const { socket } = await connect(url)
  for (let clients = 1; clients < MAX_CONNECTIONS; clients += 1) expect((await fetch(url + POLLING)).status).toBe(200)
  const answer = await fetch(url + POLLING)
  expect([answer.status, await answer.json()]).toEqual([403, { code: 4, message: expect.stringContaining('try again later') }])
  expect(await socket.emitWithAck('subscribe_recovery', { operation_id: 'nobody' })).toMatchObject({
    error: 'Operation not found',
  })
})

test('before the store is open nobody can connect', async () => {
  const { port } = await startTestServer({ open: false })
  expect((await send(port, { path: POLLING })).status).toBe(503)
})

test('GraphQL over WebSocket goes on beside it on the same port', async () => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('good', () => 1)
  const client = await connect(url, { transports: ['websocket'] })
  const graphql = await connectGraphql(url)
  await graphql.send({ id: 's', type: 'subscribe', payload: { query: 'subscription { recoveryUpdate { state } }' } })
  await graphql.send({ id: 'q', type: 'subscribe', payload: { query: '{ recoveryStatus { totalOperations } }' } })
  expect(await graphql.next()).toMatchObject({ id: 'q', payload: { data: { recoveryStatus: { totalOperations: 0 } } } })
  expect(await graphql.next()).toMatchObject({ id: 'q', type: 'complete' })
  await recovery.start('good', null, { id: 'mine' })
  await clock.advance(0)
  expect(await graphql.next()).toMatchObject({ id: 's', payload: { data: { recoveryUpdate: { state: 'PENDING' } } } })
  await client.until('recovery_completed', 1)
  expect(story(client, 'mine')).toEqual(['pending 0', 'in_progress 1', 'success 1', 'success!'])
})

test('a client that begins with polling is upgraded, as the old web client was', async () => {
  const { url } = await startSocketio()
  const { socket } = await connect(url, { reconnectionAttempts: 5, reconnectionDelay: 1000 })
  await expect.poll(() => socket.io.engine.transport.name).toBe('websocket')
})

test.each(TRANSPORTS)('a stopping server closes its sockets over %s so that they would come back', async (transport) => {
  const { server, url } = await startSocketio()
  const { socket } = await connect(url, { transports: [transport] })
  const reason = new Promise((resolve) => socket.on('disconnect', resolve))
  await server.stop(10_000)
  // After "io server disconnect" a client does not connect again by itself. Between two polls it is told by an error.
  expect(await reason).toMatch(/^transport (close|error)$/)
})

test('a socket that does not say goodbye does not keep a stopping server', async () => {
  const { server, url } = await startSocketio()
  const { socket } = await connect(url, { transports: ['websocket'] })
  const { ws } = socket.io.engine.transport as unknown as { readonly ws: WebSocket }
  ws.pause()
  await server.stop(60_000)
})

test('a socket that connects while the server stops is turned away', async () => {
  const { server, url, recovery } = await startSocketio()
  const end = gate()
  recovery.define('work', () => end.opened)
  await connect(url)
  const stopped = server.stop(5000)
  const late = receive(io(url, { forceNew: true, reconnection: false }))
  const error = await new Promise((resolve) => late.socket.on('connect_error', resolve))
  expect(error).toBeInstanceOf(Error)
  end.open()
  await stopped
})
