import { once } from 'node:events'
import { createServer as createHttpServer, get, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { HttpStatusError } from '../../../src/functions/errors.ts'
import { nameServerWithout } from './name-server.ts'
import { type Provoked, provoked, thrownBy } from './provoked.ts'

/** A TCP server that does this with each connection; answers its URL. */
async function tcpServer(onConnection: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function httpServer(listener: RequestListener): Promise<string> {
  const server = createHttpServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The address of a port that nobody listens on. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

/** A dispatcher of the `fetch` that is built into Node, with short timeouts. */
async function impatient(): Promise<object> {
  await fetch('data:,')
  const dispatcher: object = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  const Agent = dispatcher.constructor as new (options: object) => { destroy(): Promise<void> }
  const agent = new Agent({ headersTimeout: 1, bodyTimeout: 1, connect: { timeout: 1 } })
  onTestFinished(() => agent.destroy())
  return agent
}

async function impatientFetch(url: string): Promise<unknown> {
  const response = await fetch(url, { dispatcher: await impatient() } as RequestInit)
  return response.text()
}

/** A real answer with this status, thrown as `download` throws it. Not by `fetch`, which hides a 407. */
async function answered(code: number): Promise<never> {
  const url = await httpServer((_request, response) => response.writeHead(code, { 'retry-after': '7' }).end())
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage]
  answer.resume()
  throw new HttpStatusError(new URL(url), answer.statusCode as number, answer.headers['retry-after'])
}

function status(code: number, kind: Provoked['kind']): Provoked {
  return provoked(`status ${code}`, kind, 'a real server answers it', () => answered(code))
}

const CUT_SHORT = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this'

/** What goes wrong between two machines. */
export const NETWORK: readonly Provoked[] = [
  provoked('code ECONNREFUSED of the cause', 'connection', 'fetch from a closed port', async () => fetch(await closedPort())),
  provoked('code ECONNRESET of the cause', 'connection', 'the server resets the connection', async () =>
    fetch(await tcpServer((socket) => socket.on('data', () => socket.resetAndDestroy()))),
  ),
  provoked('code UND_ERR_SOCKET of the cause', 'connection', 'other side closed', async () =>
    fetch(await tcpServer((socket) => socket.on('data', () => socket.end()))),
  ),
  provoked('code UND_ERR_SOCKET of the cause', 'connection', 'terminated in the middle of the body', async () => {
    const response = await fetch(await tcpServer((socket) => socket.on('data', () => socket.end(CUT_SHORT))))
    await response.text()
  }),
  provoked('code ECONNREFUSED of a gathered error', 'connection', 'all of several mirrors refuse', async () => {
    const url = await closedPort()
    const refused = await thrownBy(() => fetch(url))
    await Promise.any([Promise.reject((refused as Error).cause)])
  }),
  provoked('code HPE_INVALID_CONSTANT', 'connection', 'what answers does not speak HTTP', async () => {
    const url = await tcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'))
    const [error] = await once(get(url), 'error')
    throw error
  }),
  provoked('code ERR_STREAM_PREMATURE_CLOSE', 'connection', 'a stream that is destroyed before its end', async () => {
    const stream = new Readable({ read: () => undefined })
    const ended = finished(stream)
    stream.destroy()
    await ended
  }),
  provoked('code ECONNRESET', 'connection', 'an answer of http.get that breaks off', async () => {
    const url = await tcpServer((socket) => socket.on('data', () => socket.write(CUT_SHORT, () => socket.resetAndDestroy())))
    const request = get(url)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    request.on('error', () => undefined)
    await buffer(response)
  }),
  provoked('code ENOTFOUND', 'dns', 'a name server says that there is no such name', async () => {
    const resolver = await nameServerWithout()
    await resolver.resolve4('no-such-host.example')
  }),
  provoked('code UND_ERR_HEADERS_TIMEOUT of the cause', 'timeout', 'a server that never answers', async () =>
    impatientFetch(await httpServer(() => undefined)),
  ),
  provoked('code UND_ERR_BODY_TIMEOUT of the cause', 'timeout', 'a server that stops within the body', async () =>
    impatientFetch(await httpServer((_request, response) => response.write('begun'))),
  ),
  provoked('code UND_ERR_CONNECT_TIMEOUT of the cause', 'timeout', 'a server that never shakes hands', async () =>
    impatientFetch((await tcpServer(() => undefined)).replace('http:', 'https:')),
  ),
  provoked('name TimeoutError', 'timeout', 'AbortSignal.timeout', async () =>
    fetch(await httpServer(() => undefined), { signal: AbortSignal.timeout(1) }),
  ),
  provoked('a TimeoutError behind the AbortError', 'timeout', 'AbortSignal.timeout of timers/promises', () =>
    sleep(60_000, null, { signal: AbortSignal.timeout(1) }),
  ),
  provoked('name AbortError', 'cancelled', 'an aborted fetch', async () =>
    fetch(await httpServer(() => undefined), { signal: AbortSignal.abort() }),
  ),
  provoked('code ABORT_ERR', 'cancelled', 'an aborted timer', () => sleep(60_000, null, { signal: AbortSignal.abort() })),
  provoked('the words "bad port" of the cause', 'data', 'a port that fetch refuses', () => fetch('http://127.0.0.1:1')),
  provoked('the words "unknown scheme" of the cause', 'data', 'a scheme that fetch does not know', () => fetch('gopher://x')),
  provoked('code ERR_INVALID_URL of the cause', 'data', 'fetch of no URL', () => fetch('http://')),
  status(400, 'data'),
  status(401, 'api'),
  status(403, 'api'),
  status(404, 'missing'),
  status(407, 'auth'),
  status(408, 'timeout'),
  status(409, 'data'),
  status(410, 'missing'),
  status(422, 'data'),
  status(425, 'rateLimit'),
  status(429, 'rateLimit'),
  status(500, 'unavailable'),
  status(501, 'data'),
  status(502, 'unavailable'),
  status(503, 'unavailable'),
  status(504, 'unavailable'),
  status(505, 'data'),
  status(507, 'disk'),
  status(509, 'quota'),
  status(511, 'auth'),
]
