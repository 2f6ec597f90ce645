import { get } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Metrics, Subscribers } from '../../../src/server/scrape.ts'
import { startServerProcess } from '../../support/server-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { send } from '../raw-http.ts'
import { startTestServer } from '../test-server.ts'
import { connect } from '../ws-client.ts'
import { Exposition } from './exposition.ts'

const told: Metrics = { contentType: 'text/plain', text: async (subscribers) => JSON.stringify(subscribers) }

test('a server serves its figures, in the format that Prometheus reads', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:' })
  const url = await server.started()
  const response = await fetch(`${url}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const figures = new Exposition(await response.text())
  expect(figures.series('recoverable_build_info')[0]?.labels).toMatchObject({ version: packageJson.version, store: 'memory' })
  expect(figures.value('recoverable_claiming')).toBe(1)
  expect(figures.series('recoverable_circuit_breaker_state').length).toBeGreaterThan(0)
  server.child.kill('SIGTERM')
  expect(await server.exited).toBe(0)
})

test('a server that is told to serves no figures', async () => {
  const server = startServerProcess(await tempFolder(), { RECOVERY_STORE: 'memory:', RECOVERY_METRICS: 'false' })
  const url = await server.started()
  const response = await fetch(`${url}/metrics`)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' })
  server.child.kill('SIGTERM')
  await server.exited
})

test('clients are counted by the way they are connected', async () => {
  const { url, port } = await startTestServer({ metrics: told })
  const counted = async () => JSON.parse((await send(port, { path: '/metrics' })).body) as Subscribers
  const { socket } = await connect(url)
  const stream = get(`${url}/graphql?query=${encodeURIComponent('subscription { events }')}`, {
    headers: { accept: 'text/event-stream' },
  })
  onTestFinished(() => void stream.destroy())
  stream.on('error', () => undefined).on('response', (response) => response.on('error', () => undefined).resume())
  await expect.poll(counted).toEqual({ websocket: 1, sse: 1, socketio: 0 })
  socket.terminate()
  stream.destroy()
  await expect.poll(counted).toEqual({ websocket: 0, sse: 0, socketio: 0 })
})

test('figures are guarded as pages are, asked for by GET and HEAD, and not there before the server is open', async () => {
  const { port, open } = await startTestServer({ metrics: told, open: false })
  expect((await send(port, { path: '/metrics' })).status).toBe(503)
  open()
  expect((await send(port, { path: '/metrics', headers: { host: 'evil.example' } })).status).toBe(421)
  expect((await send(port, { path: '/metrics', headers: { origin: 'https://evil.example' } })).status).toBe(403)
  expect((await send(port, { path: '/metrics', method: 'POST' })).status).toBe(405)
  expect(await send(port, { path: '/metrics', method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
})

test('figures that cannot be read say so', async () => {
  const text = () => Promise.reject(new Error('the disk is gone'))
  const { port } = await startTestServer({ metrics: { contentType: 'text/plain', text } })
  const answer = await send(port, { path: '/metrics' })
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'STORE_UNAVAILABLE' })
})
