import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type FetchRequest, type FetchSettings, httpFetch } from '../../src/functions/http-fetch.ts'
import { content, sha256 } from '../support/content.ts'
import { type FaultyServer, startFaultyServer } from '../support/faulty-server.ts'
import { WatchedClock } from '../support/watched-clock.ts'

const FILE = content(100_000, 'fetched')
const CONNECT_MS = 10_000
const HEADERS_MS = 20_000
const IDLE_MS = 30_000

async function startServer(): Promise<FaultyServer> {
  const server = await startFaultyServer()
  onTestFinished(() => server.close())
  return server
}

/** A TCP port that accepts connections and says nothing. */
async function startSilentPort() {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { server, port: typeof address === 'object' ? address?.port : 0 }
}

function settings(change: Partial<FetchSettings> = {}): FetchSettings {
  const resolve = () => Promise.reject(new Error('the name service was asked'))
  const timeouts = { connectTimeoutMs: CONNECT_MS, headersTimeoutMs: HEADERS_MS, idleTimeoutMs: IDLE_MS }
  return { clock: new WatchedClock(), resolve, allowPrivate: true, ...timeouts, ...change }
}

function get(url: string, change: Partial<FetchSettings> = {}, request: Partial<FetchRequest> = {}) {
  return httpFetch({ url: new URL(url), headers: {}, signal: new AbortController().signal, ...request }, settings(change))
}

async function readAll(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A clock that lets the wait of this length run out as soon as it has begun. */
function impatient(delayMs: number): WatchedClock {
  const clock = new WatchedClock()
  clock.onTimer = (armedMs) => {
    if (armedMs === delayMs) void clock.advance(delayMs)
  }
  return clock
}

test('a body comes as it was sent', async () => {
  const server = await startServer()
  const response = await get(server.serve('/a', { content: FILE }))
  expect(response.status).toBe(200)
  expect(sha256(await readAll(response.body()))).toBe(sha256(FILE))
})

test('each request has a connection of its own, which no later request finds open', async () => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE })
  await readAll((await get(url)).body())
  await server.disconnected()
  expect(server.requests[0]?.headers.connection).toBe('close')
})

test('the connection goes to the address that was checked: the name is resolved once', async () => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE }).replace('127.0.0.1', 'rebind.test')
  const asked: string[] = []
  const resolve = async (hostname: string) => {
    asked.push(hostname)
    // What comes second is what a hostile name server would say once the check is over.
    return [{ address: asked.length === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
  }

  const response = await get(url, { resolve })

  expect(sha256(await readAll(response.body()))).toBe(sha256(FILE))
  expect(asked).toEqual(['rebind.test'])
  expect(server.requests[0]?.headers.host).toMatch(/^rebind\.test:/)
})

test('a name that leads to a private address is refused before anything is sent', async () => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE }).replace('127.0.0.1', 'inner.test')
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  await expect(get(url, { resolve, allowPrivate: false })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  expect(server.requests).toEqual([])
})

test('each redirect is checked anew', async () => {
  const [first, second] = [await startServer(), await startServer()]
  const target = second.serve('/secret', { content: FILE })
  const url = first.serve('/a', { content: FILE, faults: [{ redirectTo: target }] })
  const base = settings()
  let checks = 0
  // Only the first host counts as one that may be reached.
  const guarded = Object.defineProperty({ ...base }, 'allowPrivate', { get: () => ++checks === 1 })

  await expect(
    httpFetch({ url: new URL(url), headers: {}, signal: new AbortController().signal }, guarded),
  ).rejects.toMatchObject({
    code: 'ADDRESS_REFUSED',
  })
  expect(first.requests).toHaveLength(1)
  expect(second.requests).toEqual([])
})

test.each([301, 302, 303, 307, 308])('a redirect with status %i is followed, relative to where it comes from', async (status) => {
  const server = await startServer()
  server.serve('/dir/b', { content: FILE })
  const response = await get(server.serve('/dir/a', { content: Buffer.alloc(0), faults: [{ status, redirectTo: 'b' }] }))
  expect(response.url.pathname).toBe('/dir/b')
  expect(sha256(await readAll(response.body()))).toBe(sha256(FILE))
})

test('five redirects are followed, a sixth is not', async () => {
  const server = await startServer()
  for (let hop = 0; hop < 6; hop++) {
    const faults = Array.from({ length: 2 }, () => ({ redirectTo: `/${hop + 1}` }))
    server.serve(`/${hop}`, { content: FILE, faults })
  }
  const end = server.serve('/6', { content: FILE })
  expect((await get(`${server.origin}/1`)).url.href).toBe(end)
  await expect(get(`${server.origin}/0`)).rejects.toMatchObject({ code: 'REDIRECT_REFUSED', retryable: false })
})

test.each([
  ['ftp://example.com/a', 'has the scheme "ftp:"'],
  ['file:///etc/passwd', 'has the scheme "file:"'],
  ['http://me:secret@example.com/', 'holds a user name or password'],
  ['http://[not an address]/', 'is not a URL'],
])('a redirect to %s is refused', async (redirectTo, fault) => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE, faults: [{ redirectTo }] })
  await expect(get(url)).rejects.toThrow(new RegExp(`^The redirect from ${server.origin}/a is not followed: its target ${fault}`))
})

test('another origin gets none of the headers that may hold secrets, nor does the first one after it', async () => {
  const [first, second] = [await startServer(), await startServer()]
  const back = first.serve('/back', { content: FILE })
  const away = second.serve('/away', { content: FILE, faults: [{ redirectTo: back }] })
  const url = first.serve('/a', { content: FILE, faults: [{ redirectTo: '/same' }] })
  first.serve('/same', { content: FILE, faults: [{ redirectTo: away }] })
  const secrets = { authorization: 'Bearer x', cookie: 'a=b', 'x-api-key': 'k' }

  await get(url, {}, { headers: { ...secrets, range: 'bytes=5-', accept: 'text/plain' } })

  const [here, same, returned] = first.requests
  expect(here?.headers).toMatchObject(secrets)
  expect(same?.headers).toMatchObject(secrets)
  for (const request of [second.requests[0], returned]) {
    for (const name of Object.keys(secrets)) expect(request?.headers).not.toHaveProperty(name)
    expect(request?.headers).toMatchObject({ range: 'bytes=5-', accept: 'text/plain' })
  }
})

test('a server that accepts and then keeps silent is given up', async () => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE, faults: [{ silent: true }] })
  await expect(get(url, { clock: impatient(HEADERS_MS) })).rejects.toMatchObject({
    code: 'HEADERS_TIMEOUT',
    category: 'timeout',
    retryable: true,
  })
})

test('a TLS handshake that never comes is given up as a connection', async () => {
  const { server, port } = await startSilentPort()
  const clock = new WatchedClock()
  server.once('connection', () => void clock.advance(CONNECT_MS))
  await expect(get(`https://127.0.0.1:${port}/`, { clock })).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT', retryable: true })
})

test('a name service that never answers is given up as a connection', async () => {
  const resolve = () => new Promise<never>(() => undefined)
  const clock = impatient(CONNECT_MS)
  await expect(get('http://slow.test/', { clock, resolve })).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' })
})

test('a body that falls silent is given up, however long it has been coming', async () => {
  const server = await startServer()
  const url = server.serve('/a', { content: FILE, faults: [{ breakAfter: { bytes: 70_000, by: 'silence' } }] })
  const clock = new WatchedClock()
  const response = await get(url, { clock })
  let bytes = 0
  clock.onTimer = () => {
    // Nearly too long, again and again: only silence counts, not the whole time.
    if (bytes < 70_000) clock.jump(IDLE_MS - 1)
    else void clock.advance(IDLE_MS)
  }
  const reading = async () => {
    for await (const chunk of response.body()) bytes += chunk.length
  }
  await expect(reading()).rejects.toMatchObject({ code: 'STALLED', category: 'timeout', retryable: true })
  expect(bytes).toBe(70_000)
})

test('a reader that takes its time is not taken for a silent server', async () => {
  const server = await startServer()
  const clock = new WatchedClock()
  const body = (await get(server.serve('/a', { content: FILE }), { clock })).body()
  const first = await body.next()
  await clock.advance(IDLE_MS + 1)
  const rest = await readAll(body)
  expect((first.value?.length ?? 0) + rest.length).toBe(FILE.length)
})

test.each(['reset', 'end'] as const)('a body that is cut by a %s is incomplete', async (by) => {
  const server = await startServer()
  for (const chunked of [{}, { chunked: true as const }]) {
    const response = await get(server.serve('/a', { content: FILE, faults: [{ ...chunked, breakAfter: { bytes: 500, by } }] }))
    await expect(readAll(response.body())).rejects.toMatchObject({
      code: 'INCOMPLETE_BODY',
      category: 'network',
      retryable: true,
    })
  }
})

test('a connection that is lost before the body is read is noticed when it is read', async () => {
  const server = await startServer()
  const response = await get(server.serve('/a', { content: FILE, faults: [{ breakAfter: { bytes: 1, by: 'silence' } }] }))
  await server.close()
  await expect(readAll(response.body())).rejects.toMatchObject({ code: 'INCOMPLETE_BODY' })
})

test('a refused connection keeps the error of the system', async () => {
  const { server, port } = await startSilentPort()
  server.close()
  await once(server, 'close')
  await expect(get(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('what is no HTTP keeps the error of the parser', async () => {
  const { server, port } = await startSilentPort()
  server.on('connection', (socket) => void socket.end('SSH-2.0-OpenSSH\r\n'))
  await expect(get(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: expect.stringMatching(/^HPE_/) })
})
