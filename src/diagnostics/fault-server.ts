import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../operation/clock.ts'

/** What goes wrong with one request: the connection is reset, nothing is answered, half is answered, or status 503. */
export type Fault = 'reset' | 'stall' | 'truncate' | 'unavailable'

interface Served {
  readonly body: Buffer
  readonly delayMs: number
  readonly faults: Fault[]
}

interface SeenRequest {
  readonly path: string
  /** The `Range` that was asked for. */
  readonly range: string | null
  readonly fault: Fault | null
}

/** Starts a real HTTP server on the loopback that misbehaves as it is told, request by request. */
export async function startFaultServer(clock: Clock): Promise<FaultServer> {
  const http = createServer()
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  // It must not keep a process alive that has been told to end.
  http.unref()
  return new FaultServer(http, clock)
}

export class FaultServer {
  readonly requests: SeenRequest[] = []
  readonly #http: Server
  readonly #clock: Clock
  readonly #served = new Map<string, Served>()

  constructor(http: Server, clock: Clock) {
    this.#http = http
    this.#clock = clock
    http.on('request', (request: IncomingMessage, response: ServerResponse) => {
      response.on('error', () => undefined)
      this.#answer(request, response)
    })
  }

  /** Offers `body` at `path`, after these faults, one for each request. Answers its URL. */
  serve(path: string, body: Buffer, faults: readonly Fault[] = [], delayMs = 0): string {
    this.#served.set(path, { body, delayMs, faults: [...faults] })
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}${path}`
  }

  async close(): Promise<void> {
    const closed = once(this.#http, 'close')
    this.#http.close()
    this.#http.closeAllConnections()
    await closed
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/'
    const served = this.#served.get(path)
    if (served === undefined) return void response.writeHead(404).end()
    const fault = served.faults.shift() ?? null
    this.requests.push({ path, range: request.headers.range ?? null, fault })
    switch (fault) {
      case 'stall':
        return
      case 'reset':
        return void request.socket.resetAndDestroy()
      case 'unavailable':
        return void response.writeHead(503).end()
      default:
        this.#clock.timer(served.delayMs, () => sendBody(served.body, fault, request, response))
    }
  }
}

function sendBody(body: Buffer, fault: 'truncate' | null, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const part = body.subarray(start)
  const headers = { etag, 'accept-ranges': 'bytes', 'content-length': part.length }
  if (start > 0) response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` })
  else response.writeHead(200, headers)
  if (fault === null) return void response.end(part)
  response.write(part.subarray(0, part.length >> 1), () => response.socket?.end())
}
