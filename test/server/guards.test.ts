import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { rawSocket, send, untilClosed } from './raw-http.ts'
import { startTestServer } from './test-server.ts'

const change = { method: 'POST', body: '{"query":"mutation { change }"}' }
const jsonFrom = (headers: Record<string, string>) => ({ 'content-type': 'application/json', ...headers })

test.each(['evil.example', 'localhost', 'localhost:1', 'localhost.evil.example', '127.0.0.1.evil.example'])(
  'the foreign Host %j is refused',
  async (host) => {
    const { port, changes } = await startTestServer()
    const answer = await send(port, { ...change, headers: jsonFrom({ host }) })
    expect(answer.status).toBe(421)
    expect(JSON.parse(answer.body).errors[0].extensions).toEqual({ code: 'FORBIDDEN' })
    expect(changes()).toBe(0)
  },
)

test.each([
  ['without a Host', 'HTTP/1.1\r\nConnection: close', 'is missing'],
  ['of an old client without a Host', 'HTTP/1.0', 'is missing'],
  ['with two Hosts', 'HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\nConnection: close', 'is given more than once'],
])('a request %s is refused', async (_, head, fault) => {
  const { port } = await startTestServer()
  const socket = await rawSocket(port)
  socket.write(`GET / ${head.replace('PORT', String(port))}\r\n\r\n`)
  const answer = await untilClosed(socket)
  expect(answer).toContain('HTTP/1.1 400 Bad Request')
  expect(answer).toContain(`"error":"The Host header ${fault}; send it once`)
})

test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('the Host %s with the right port is served', async (name) => {
  const { port } = await startTestServer()
  const answer = await send(port, { ...change, headers: jsonFrom({ host: `${name}:${port}` }) })
  expect(JSON.parse(answer.body)).toEqual({ data: { change: 'changed 1' } })
})

test('a listed Host is served, and pages of it may call', async () => {
  const { port } = await startTestServer({ allowedHosts: ['Recovery.example.com'] })
  const headers = jsonFrom({ host: 'recovery.example.com', origin: 'https://recovery.example.com' })
  expect((await send(port, { ...change, headers })).status).toBe(200)
})

test.each(['http://evil.example', 'null', 'https://localhost.evil.example', 'http://localhost:1', 'file://'])(
  'a request of a page of %s is refused',
  async (origin) => {
    const { port, changes } = await startTestServer()
    const answer = await send(port, { ...change, headers: jsonFrom({ origin }) })
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body).errors[0].extensions).toEqual({ code: 'FORBIDDEN' })
    expect(changes()).toBe(0)
  },
)

test.each(['cross-site', 'same-site'])('a %s request without Origin is refused, by GET too', async (site) => {
  const { port, sources } = await startTestServer()
  const path = `/graphql?query=${encodeURIComponent('subscription { events }')}`
  const answer = await send(port, { path, headers: { 'sec-fetch-site': site, accept: 'text/event-stream' } })
  expect(answer.status).toBe(403)
  expect(sources).toEqual([])
})

test.each(['same-origin', 'none'])('a %s request is served', async (site) => {
  const { port } = await startTestServer()
  const headers = jsonFrom({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': site })
  expect((await send(port, { ...change, headers })).status).toBe(200)
})

test('following a link from another site opens the page', async () => {
  const { port } = await startTestServer()
  const headers = {
    accept: 'text/html',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  }
  const answer = await send(port, { headers })
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('<!doctype html>')
})

test('a frame of another site does not get the page', async () => {
  const { port } = await startTestServer()
  const headers = {
    accept: 'text/html',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'iframe',
  }
  expect((await send(port, { headers })).status).toBe(403)
})

test.each([
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ host: 'evil.example' }, 421],
])('a WebSocket with %o is refused', async (headers, status) => {
  const { port } = await startTestServer()
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers })
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toContain('application/json')
})

test('a WebSocket of a page of this server is accepted', async () => {
  const { port } = await startTestServer()
  const origin = `http://localhost:${port}`
  const socket = new WebSocket(`ws://localhost:${port}/graphql`, 'graphql-transport-ws', { headers: { origin } })
  await once(socket, 'open')
  socket.terminate()
})

test('a WebSocket elsewhere is refused with 404', async () => {
  const { port } = await startTestServer()
  const socket = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`, 'graphql-transport-ws')
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  expect(response.statusCode).toBe(404)
})

test('supervisors may ask for health by any name', async () => {
  const { port } = await startTestServer()
  expect((await send(port, { path: '/healthz', headers: { host: '10.1.2.3' } })).status).toBe(200)
})
