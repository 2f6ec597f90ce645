import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server as Engine } from 'engine.io'
import { Server, type Socket } from 'socket.io'
import type { Access } from '../auth/access.ts'
import type { GraphqlApi } from '../graphql-api.ts'
import type { SocketTransport } from '../http-server.ts'
import { ImpatientWebSocketServer } from '../impatient-websocket-server.ts'
import { createOwnGraphql, type OwnGraphql } from '../own-graphql.ts'
import { BreakerUpdates, Head, OneOperation, Updates } from './documents.ts'
import { countRequest, endWithToken, socketDoor } from './door.ts'
import { Feed } from './feed.ts'
import { serveRequests } from './requests.ts'
import { dropWhenTooSlow } from './slow-reader.ts'
import { dropWhenTooLoud } from './too-loud.ts'
import type { Surroundings } from './upstream.ts'

/** The largest message of a client. It has nothing to say but ids. */
export const MAX_MESSAGE_BYTES = 64 * 1024
/** Clients at once, those included that poll and have no connection just now. */
export const MAX_CONNECTIONS = 2000
/** How long a connection may do without joining the namespace. */
const JOIN_MS = 10_000

export interface SocketioSurroundings extends Surroundings {
  /** Messages a second that one connection may send; absent or 0: no limit. */
  readonly messageRate?: number
}

type EngineRequest = Parameters<Engine['handleRequest']>[0]

/**
 * The socket events of the old system: recovery events go to every connected socket. They come from GraphQL, through
 * two subscriptions that run while anybody is connected.
 *
 * @throws Error when a document of theirs does not fit the schema
 */
export function createSocketio(api: GraphqlApi, surroundings: SocketioSurroundings): SocketTransport {
  return new Socketio(createOwnGraphql(api, [Head, Updates, BreakerUpdates, OneOperation]), api.access, surroundings)
}

class Socketio implements SocketTransport {
  readonly #graphql: OwnGraphql
  readonly #access: Access
  readonly #surroundings: Surroundings
  readonly #io = new Server({ serveClient: false, connectTimeout: JOIN_MS })
  readonly #engine = new Engine({
    transports: ['polling', 'websocket'],
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    httpCompression: false,
    perMessageDeflate: false,
    wsEngine: ImpatientWebSocketServer,
    allowRequest: (_request, answer) => {
      const full = this.#engine.clientsCount >= MAX_CONNECTIONS
      answer(full ? `The server has ${MAX_CONNECTIONS} connections; try again later` : null, !full)
    },
  })
  #feed: Feed | null = null

  constructor(graphql: OwnGraphql, access: Access, surroundings: SocketioSurroundings) {
    this.#graphql = graphql
    this.#access = access
    this.#surroundings = surroundings
    const { log, clock, messageRate = 0 } = surroundings
    this.#engine.on('connection', (connection) => {
      dropWhenTooSlow(connection, (waiting) => log.warn({ waiting }, 'A socket that reads too slowly was disconnected'))
      dropWhenTooLoud(connection, messageRate, clock)
    })
    const letIn = socketDoor(access)
    this.#io.bind(this.#engine)
    this.#io.use((socket, next) => void letIn(socket, next))
    this.#io.on('connection', (socket) => this.#welcome(socket))
  }

  get clients(): number {
    return this.#engine.clientsCount
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('x-content-type-options', 'nosniff')
    this.#engine.handleRequest(request as EngineRequest, response)
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#engine.handleUpgrade(request as EngineRequest, socket, head)
  }

  /** Without socket.io's own goodbye, after which clients would not come back to the next start. */
  async close(): Promise<void> {
    this.#feed?.stop()
    await this.#io.close()
  }

  #welcome(socket: Socket): void {
    const feed = this.#feed ?? this.#begin()
    const { log } = this.#surroundings
    endWithToken(this.#access, socket)
    serveRequests(socket, { graphql: this.#graphql, feed, log, count: () => countRequest(this.#access, socket) })
    // A message that is no socket.io: the connection is closed by the protocol.
    socket.on('error', (error) => log.debug({ err: error }, 'A socket failed'))
    socket.on('disconnect', () => {
      if (this.#io.sockets.sockets.size === 0) this.#end()
    })
    void feed.begun().then(() => socket.emit('connected', { data: 'Connected to recovery updates' }))
  }

  #begin(): Feed {
    this.#feed = new Feed({
      ...this.#surroundings,
      graphql: this.#graphql,
      emit: (name, payload) => this.#io.emit(name, payload),
    })
    return this.#feed
  }

  #end(): void {
    this.#feed?.stop()
    this.#feed = null
  }
}
