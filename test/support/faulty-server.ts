import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { sha256 } from './content.ts'

/** A file as a correct server offers it. */
export interface ServedFile {
  readonly content: Buffer
  /** Default: a strong one made of the content; null for none. */
  readonly etag?: string | null
  /** Default: none. */
  readonly lastModified?: string | null
  /** Default: as fast as it goes. */
  readonly bytesPerSecond?: number
  /** One for each request, in their order; requests after the last are answered as they should be. */
  readonly faults?: readonly Fault[]
}

/** What goes wrong with one request. The parts can be combined; `{}` is no fault. */
export interface Fault {
  /** From this request on the file is another. */
  readonly replace?: Pick<ServedFile, 'content' | 'etag' | 'lastModified'>
  /** Nothing is ever answered. */
  readonly silent?: true
  /** Answers with this status and no file. */
  readonly status?: number
  /** Answers a redirect. */
  readonly redirectTo?: string
  /** Answers the whole file to a request for a part. */
  readonly ignoreRange?: true
  /** Answers the part although If-Range names another file. */
  readonly ignoreIfRange?: true
  /** Replaces headers; null removes one. Together with `status` they are all there is. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** Sends no length. */
  readonly chunked?: true
  readonly gzip?: true
  /** Inverts the first byte of the body. */
  readonly corrupt?: true
  /** The body breaks after so many bytes: by a reset, by an orderly end, or by silence. */
  readonly breakAfter?: { readonly bytes: number; readonly by: 'reset' | 'end' | 'silence' }
}

export interface SeenRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Of the answer that was begun; null while there is none. */
  readonly status: number | null
  /** Bytes of the body that have left for the network. */
  readonly sent: number
}

const CHUNK_BYTES = 64 * 1024
const CHUNKS_PER_SECOND = 20

/** Starts a real HTTP server on the loopback whose misbehaviour is scripted, request by request. */
export async function startFaultyServer(tls?: { readonly key: string; readonly cert: string }): Promise<FaultyServer> {
  const server = tls === undefined ? createServer() : createTlsServer(tls)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return new FaultyServer(server, tls === undefined ? 'http' : 'https')
}

export class FaultyServer {
  /** Every request so far, the oldest first. */
  readonly requests: SeenRequest[] = []
  readonly origin: string
  readonly #server: Server
  readonly #open = new Set<Socket>()
  readonly #files = new Map<string, { file: ServedFile; readonly faults: Fault[] }>()

  constructor(server: Server, scheme: string) {
    this.#server = server
    this.origin = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket)
      socket.once('close', () => this.#open.delete(socket))
    })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // The client went away: that is its right, and what many tests are about.
      response.on('error', () => undefined)
      this.#answer(request, response).catch(() => response.destroy())
    })
  }

  /** Offers a file, or offers it anew. Answers its URL. */
  serve(path: string, file: ServedFile): string {
    this.#files.set(path, { file, faults: [...(file.faults ?? [])] })
    return this.origin + path
  }

  /** Resolves once so many requests have come. */
  async requested(count: number): Promise<void> {
    while (this.requests.length < count) await once(this.#server, 'request')
  }

  /** Resolves once no connection is open. */
  async disconnected(): Promise<void> {
    for (const socket of this.#open) if (!socket.closed) await once(socket, 'close')
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    const seen = {
      path,
      headers: request.headers,
      get status() {
        return response.headersSent ? response.statusCode : null
      },
      sent: 0,
    }
    this.requests.push(seen)
    const served = this.#files.get(path)
    if (served === undefined) return void response.writeHead(404).end()
    const fault = served.faults.shift() ?? {}
    if (fault.replace !== undefined) served.file = { ...served.file, ...fault.replace }
    if (fault.silent) return
    if (fault.redirectTo !== undefined) return void response.writeHead(fault.status ?? 302, { location: fault.redirectTo }).end()
    if (fault.status !== undefined) return void response.writeHead(fault.status, present(fault.headers ?? {})).end()
    const { status, headers, body } = compose(served.file, request.headers, fault)
    response.writeHead(status, present({ ...headers, ...fault.headers }))
    response.flushHeaders()
    await send(response, body, { ...served.file, ...fault }, (bytes) => {
      seen.sent += bytes
    })
  }
}

interface Composed {
  readonly status: number
  readonly headers: Readonly<Record<string, string | null>>
  readonly body: Buffer
}

/** The right answer, but for what the fault says. */
function compose(file: ServedFile, asked: IncomingHttpHeaders, fault: Fault): Composed {
  const { content, lastModified = null } = file
  const etag = file.etag === undefined ? `"${sha256(content).slice(0, 16)}"` : file.etag
  const validators = { etag, 'last-modified': lastModified, 'accept-ranges': 'bytes' }
  const start = /^bytes=(\d+)-$/.exec(asked.range ?? '')?.[1]
  const ifRange = asked['if-range']
  const same = fault.ignoreIfRange || ifRange === undefined || ifRange === etag || ifRange === lastModified
  if (start === undefined || !same || fault.ignoreRange) {
    const body = damage(fault.gzip ? gzipSync(content) : content, fault)
    return {
      status: 200,
      headers: { ...validators, ...lengthOf(body, fault), 'content-encoding': fault.gzip ? 'gzip' : null },
      body,
    }
  }
  const from = Number(start)
  if (from >= content.length) {
    return { status: 416, headers: { etag, 'content-range': `bytes */${content.length}` }, body: Buffer.alloc(0) }
  }
  const body = damage(content.subarray(from), fault)
  const range = `bytes ${from}-${content.length - 1}/${content.length}`
  return { status: 206, headers: { ...validators, ...lengthOf(body, fault), 'content-range': range }, body }
}

function lengthOf(body: Buffer, fault: Fault): Record<string, string> {
  return fault.chunked ? {} : { 'content-length': String(body.length) }
}

function damage(body: Buffer, fault: Fault): Buffer {
  if (!fault.corrupt) return body
  const damaged = Buffer.from(body)
  damaged[0] = ~(damaged[0] ?? 0) & 0xff
  return damaged
}

function present(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null))
}

async function send(
  response: ServerResponse,
  body: Buffer,
  { bytesPerSecond, breakAfter: breaks }: Pick<ServedFile, 'bytesPerSecond'> & Pick<Fault, 'breakAfter'>,
  onSent: (bytes: number) => void,
) {
  const end = Math.min(breaks?.bytes ?? body.length, body.length)
  const size = bytesPerSecond === undefined ? CHUNK_BYTES : Math.max(1, Math.floor(bytesPerSecond / CHUNKS_PER_SECOND))
  for (let position = 0; position < end && !response.destroyed; position += size) {
    const { promise: flushed, resolve } = Promise.withResolvers<unknown>()
    const chunk = body.subarray(position, Math.min(position + size, end))
    response.write(chunk, resolve)
    if (!(await flushed)) onSent(chunk.length)
    if (bytesPerSecond !== undefined) await sleep(1000 / CHUNKS_PER_SECOND)
  }
  if (breaks?.by === 'silence') return
  // An orderly end of the connection in the middle of the body: what a proxy does that gives up.
  if (breaks?.by === 'end') return void response.socket?.end()
  if (breaks?.by === 'reset') return void response.socket?.resetAndDestroy()
  response.end()
}
