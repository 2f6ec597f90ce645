import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { send } from './raw-http.ts'
import { post, startTestServer } from './test-server.ts'

test('a server that starts is healthy and not ready, and says why', async () => {
  const { port, url } = await startTestServer({ open: false })
  expect((await send(port, { path: '/healthz' })).status).toBe(200)
  const ready = await send(port, { path: '/readyz' })
  expect(ready.status).toBe(503)
  expect(ready.headers['retry-after']).toBe('1')
  expect(JSON.parse(ready.body)).toEqual({
    status: 'starting',
    reason: 'the store is being opened and interrupted work is taken up',
    reasons: [{ code: 'STARTING', message: 'the store is being opened and interrupted work is taken up' }],
  })
  const response = await post(url, { query: '{ hello }' })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] })
})

test('a server that was opened is ready', async () => {
  const { port, open } = await startTestServer({ open: false })
  open()
  const ready = await send(port, { path: '/readyz' })
  expect(ready.status).toBe(200)
  expect(JSON.parse(ready.body)).toEqual({ status: 'ready', reasons: [] })
})

test('a server that lives says which it is, for how long, and how its event loop does', async () => {
  const { port } = await startTestServer()
  const health = await send(port, { path: '/healthz' })
  expect(JSON.parse(health.body)).toEqual({
    status: 'ok',
    version: '1.2.3',
    uptime: expect.any(Number),
    checks: {
      event_loop: { status: expect.stringMatching(/^(ok|slow)$/), delay: expect.any(Number) },
      server: { status: 'ready' },
    },
  })
})

test('a server whose checks find anything is alive and not ready, and says all of it', async () => {
  const reasons = [
    { code: 'STORE_UNAVAILABLE', message: 'The disk is full' },
    { code: 'DISK_NEARLY_FULL', message: 'The disk of the store has 1 MiB left; make room on it' },
  ] as const
  const { port, url } = await startTestServer({ health: { reasons: async () => reasons } })
  const ready = await send(port, { path: '/readyz' })
  expect(ready.status).toBe(503)
  expect(ready.headers['retry-after']).toBe('5')
  expect(JSON.parse(ready.body)).toEqual({ status: 'unavailable', reason: 'The disk is full', reasons })
  expect((await send(port, { path: '/healthz' })).status).toBe(200)
  // Reading may work all the same: each answer says for itself.
  expect((await post(url, { query: '{ hello }' })).status).toBe(200)
})

test('health is asked for by GET and HEAD only', async () => {
  const { port } = await startTestServer()
  expect(await send(port, { path: '/healthz', method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  expect(await send(port, { path: '/healthz', method: 'POST' })).toMatchObject({ status: 405 })
})

test('a stopping server lets a request under way finish and takes no new connection', async () => {
  const { url, port, server, slow } = await startTestServer()
  const outgoing = get(`${url}/graphql?query=${encodeURIComponent('{ slow }')}`)
  await once(outgoing, 'finish')
  await expect.poll(() => slow.asked).toBe(true)
  const stopped = server.stop(60_000)
  await expect(send(port, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED')
  slow.resolve('done')
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(200)
  response.resume()
  await stopped
})

test('a request that does not finish is cut off when the time is up', async () => {
  const { url, server, slow } = await startTestServer()
  const outgoing = get(`${url}/graphql?query=${encodeURIComponent('{ slow }')}`)
  await expect.poll(() => slow.asked).toBe(true)
  const failed = once(outgoing, 'error')
  await server.stop(10)
  expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' })
})

test('the root names the addresses, for programs and for people', async () => {
  const { port } = await startTestServer()
  const forPrograms = await send(port, { path: '/' })
  expect(JSON.parse(forPrograms.body)).toEqual({
    product: 'recoverable',
    version: '1.2.3',
    graphql: '/graphql',
    rest: '/api/recovery/docs',
    health: '/healthz',
    readiness: '/readyz',
  })
  const forPeople = await send(port, { path: '/', headers: { accept: 'text/html,*/*;q=0.8' } })
  expect(forPeople.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(forPeople.headers['content-security-policy']).toContain("default-src 'none'")
  expect(forPeople.body).toContain('<a href="/graphql">')
})
