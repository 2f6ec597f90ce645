import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Log } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import { Access } from './auth/access.ts'
import type { Authenticate } from './auth/authenticator.ts'
import { refusalOfAccess } from './auth/refusals.ts'
import { createGraphqlApi, type GraphqlApi, type GraphqlOptions } from './graphql-api.ts'
import { serveGraphql } from './graphql-http.ts'
import { guardAgainstPages } from './guards.ts'
import { sendHealth, sendReadiness } from './health.ts'
import type { HealthChecks } from './health-checks.ts'
import { Connections } from './limits/connections.ts'
import { DEFAULT_LIMITS, type Limits } from './limits/limits.ts'
import { requestTimeouts } from './limits/request-timeouts.ts'
import { wantsPage } from './media-types.ts'
import { Pages, type PagesOptions } from './pages.ts'
import { Readiness } from './readiness.ts'
import { API_PREFIX, GRAPHQL_PATH, pathOf, type Refusal, refuse, refuseMethod, refuseSocket, SOCKETIO_PATH } from './replies.ts'
import { INTERNAL, notFound, unreadable } from './request-refusals.ts'
import { METRICS_PATH, type Metrics, sendMetrics } from './scrape.ts'
import { WebSocketTransport } from './websocket.ts'

export interface HttpServerOptions extends PagesOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly allowedHosts: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** Finds out who asks; absent or null: whoever reaches the server may do everything. */
  readonly authenticate?: Authenticate | null
  readonly limits?: Limits
}

/** Answers a request that was let in. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Serves the requests and upgrades of its path that were let in. */
export interface SocketTransport {
  /** Clients that are connected. */
  readonly clients: number
  serve(request: IncomingMessage, response: ServerResponse): void
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

export interface OpenOptions extends GraphqlOptions {
  /** What lies under `/api/`, made of the very GraphQL that is served; nothing lies there when absent. */
  readonly createRest?: (api: GraphqlApi) => Serve
  /** What lies under `/socket.io/`, likewise. */
  readonly createSocketio?: (api: GraphqlApi) => SocketTransport
  /** What lies at `/metrics`; nothing when absent. */
  readonly metrics?: Metrics | null
  /** What `/readyz` looks at beside the server's own state. */
  readonly health?: Pick<HealthChecks, 'reasons'> | null
}

interface Opened {
  readonly api: GraphqlApi
  readonly sockets: WebSocketTransport
  readonly rest: Serve | null
  readonly socketio: SocketTransport | null
  readonly metrics: Metrics | null
}

const MAX_HEADERS = 100

/**
 * The server of one address: GraphQL over HTTP, server-sent events and WebSocket, GraphiQL, REST, socket.io, and the two
 * questions a supervisor asks. It listens before there is anything to serve, so that a slow start can be watched.
 */
export class HttpServer {
  readonly #options: HttpServerOptions
  readonly #http: Server
  readonly #limits: Limits
  readonly #access: Access
  readonly #connections: Connections
  readonly #pages: Pages
  readonly #readiness = new Readiness()
  #opened: Opened | null = null
  readonly #startedAt: number
  #port = 0

  constructor(options: HttpServerOptions) {
    const { clock, authenticate = null, limits = DEFAULT_LIMITS } = options
    this.#options = options
    this.#limits = limits
    this.#startedAt = clock.now()
    this.#pages = new Pages(options)
    this.#access = new Access({ authenticate, clock, requestRate: limits.requestRate })
    // A request without a Host is refused by the guards, in words.
    this.#http = createServer({ ...requestTimeouts(limits), requireHostHeader: false })
    this.#http.maxHeadersCount = MAX_HEADERS
    this.#connections = new Connections(limits.maxConnections, this.#http)
    this.#http.on('request', (request, response) => this.#serve(request, response))
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    this.#http.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseSocket(socket, '', unreadable(error)))
  }

  /** Begins to answer, `starting` until `open`. Rejects with the system's error (`EADDRINUSE`, `EACCES`, …). */
  listen(): Promise<void> {
    const { host, port } = this.#options
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject)
      this.#http.listen(port, host.replace(/^\[(.*)\]$/, '$1'), () => {
        this.#http.off('error', reject)
        this.#port = (this.#http.address() as AddressInfo).port
        resolve()
      })
    })
  }

  /** Where people and programs reach it, without a slash at the end. */
  get url(): string {
    const { host } = this.#options
    return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${this.#port}`
  }

  /** From now on GraphQL, REST and socket.io are served and the server is ready. */
  open({ createRest, createSocketio, metrics = null, health = null, ...options }: OpenOptions): void {
    const { clock, log } = this.#options
    const api = createGraphqlApi(options, this.#access)
    this.#opened = {
      api,
      sockets: new WebSocketTransport(api, { clock, log, limits: this.#limits }),
      rest: createRest?.(api) ?? null,
      socketio: createSocketio?.(api) ?? null,
      metrics,
    }
    this.#readiness.ready(health)
  }

  /** Says that it stops, ends the subscriptions, and waits for the requests under way, at most `timeoutMs`. */
  async stop(timeoutMs: number): Promise<void> {
    this.#readiness.stopping()
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()))
    const cutOff = this.#options.clock.timer(timeoutMs, () => this.#http.closeAllConnections())
    this.#opened?.api.streams.endAll()
    await Promise.all([closed, this.#opened?.sockets.close(), this.#opened?.socketio?.close()])
    cutOff.cancel()
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    response.once('close', () => {
      // The request was the last of its connection, which would stay open for the next one.
      if (this.#readiness.state === 'stopping') this.#http.closeIdleConnections()
    })
    this.#route(request, response).catch((error: unknown) => {
      const refusal = refusalOfAccess(error)
      if (refusal !== null && !response.headersSent) return refuse(request, response, refusal)
      this.#options.log.error({ err: error }, 'A request failed')
      if (response.headersSent) response.destroy()
      else refuse(request, response, INTERNAL)
    })
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    const isHealth = path === '/healthz' || path === '/readyz'
    // A supervisor asks by whatever address it knows; the answers hold nothing that needs guarding.
    const refusal = isHealth ? null : this.#refuse(request)
    if (refusal !== null) return refuse(request, response, refusal)
    if (path === GRAPHQL_PATH) return this.#serveGraphql(request, response)
    if (path === SOCKETIO_PATH) return this.#serveSocketio(request, response)
    if (path.startsWith(API_PREFIX)) return this.#serveRest(request, response)
    const wrongMethod = refuseMethod(request, ['GET', 'HEAD'])
    if (wrongMethod !== null) return refuse(request, response, wrongMethod)
    if (path === '/healthz') return sendHealth(response, this.#facts(), this.#readiness)
    if (path === '/readyz') return sendReadiness(response, this.#readiness)
    if (path === METRICS_PATH) return this.#serveMetrics(request, response)
    return this.#pages.serve(request, response)
  }

  async #serveGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && wantsPage(request)) return this.#pages.serveGraphiql(request, response)
    if (this.#opened === null || this.#readiness.reason !== null) return refuse(request, response, this.#notReady())
    return serveGraphql(this.#opened.api, request, response)
  }

  async #serveRest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#opened === null || this.#readiness.reason !== null) return refuse(request, response, this.#notReady())
    const { rest } = this.#opened
    return rest === null ? refuse(request, response, notFound(pathOf(request))) : rest(request, response)
  }

  async #serveMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#opened === null || this.#readiness.reason !== null) return refuse(request, response, this.#notReady())
    const { metrics, sockets, socketio, api } = this.#opened
    if (metrics === null) return refuse(request, response, notFound(METRICS_PATH))
    await this.#access.requireRole(request, 'viewer', METRICS_PATH)
    const subscribers = { websocket: sockets.clients, sse: api.streams.requests, socketio: socketio?.clients ?? 0 }
    return sendMetrics(request, response, metrics, subscribers)
  }

  #serveSocketio(request: IncomingMessage, response: ServerResponse): void {
    const refusal = this.#opened === null || this.#readiness.reason !== null ? this.#notReady() : null
    const wrongMethod = refuseMethod(request, ['GET', 'POST'])
    const transport = this.#opened?.socketio ?? null
    if (refusal !== null || wrongMethod !== null) refuse(request, response, (refusal ?? wrongMethod) as Refusal)
    else if (transport === null) refuse(request, response, notFound(SOCKETIO_PATH))
    else transport.serve(request, response)
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = pathOf(request)
    const isKnown = path === GRAPHQL_PATH || path === SOCKETIO_PATH
    const refusal = isKnown ? this.#refuse(request) : notFound(path)
    if (refusal !== null) refuseSocket(socket, path, refusal)
    else if (this.#opened === null || this.#readiness.reason !== null) refuseSocket(socket, path, this.#notReady())
    else {
      const { sockets, socketio } = this.#opened
      const transport = path === GRAPHQL_PATH ? sockets : socketio
      if (transport === null) refuseSocket(socket, path, notFound(path))
      else transport.accept(request, socket, head)
    }
  }

  #facts() {
    const { version, clock } = this.#options
    return { version, uptimeMs: clock.now() - this.#startedAt }
  }

  #refuse(request: IncomingMessage): Refusal | null {
    const { host, allowedHosts } = this.#options
    const addresses = { host, port: this.#port, allowedHosts }
    return this.#connections.refusalOf(request.socket) ?? guardAgainstPages(request, addresses)
  }

  #notReady(): Refusal {
    const message = `The server does not take requests: ${this.#readiness.reason}; try again soon`
    return { status: 503, code: 'STORE_UNAVAILABLE', message, headers: { 'retry-after': '1' } }
  }
}
