import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Log } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import { SocketDoor } from './auth/socket-door.ts'
import { Gathering } from './delivery/gathering.ts'
import { Outlet } from './delivery/outlet.ts'
import { Slots } from './delivery/slots.ts'
import { type GraphqlApi, MAX_BODY_BYTES } from './graphql-api.ts'
import { ImpatientWebSocketServer } from './impatient-websocket-server.ts'
import { IdleWatch } from './limits/idle-watch.ts'
import type { Limits } from './limits/limits.ts'
import { messageLimit } from './limits/message-limit.ts'
import { isServersMessage, type Peer, websocketProtocol } from './websocket-protocol.ts'

/** Queries and mutations that one connection may have executing at once; the rest wait, and nothing more is read. */
export const MAX_EXECUTING = 16
// A client that does not read gets no more read from: otherwise its requests would pile up as answers here.
const STOP_READING_AT = 1024 * 1024
const INIT_MS = 3000
const PING_MS = 12_000
const CLOSE_MS = 1000

const GOING_AWAY = 1001
const BAD_REQUEST = 4400
const TIMEOUT = 4408
const TOO_MANY_REQUESTS = 4429
const INTERNAL_ERROR = 4500

export interface WebSocketOptions {
  readonly clock: Clock
  readonly log: Log
  readonly limits: Limits
}

interface Connected extends Peer {
  alive: boolean
}

/**
 * GraphQL over WebSocket (the graphql-transport-ws protocol).
 *
 * A subscription is asked for its next event only when the last one has left for the network, so what a slow client
 * has not read waits in the engine, which falls back to its log, and not here. A client that does not answer a ping
 * is cut off; it comes back with its cursor.
 */
export class WebSocketTransport {
  readonly #server = new ImpatientWebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: MAX_BODY_BYTES,
    perMessageDeflate: false,
    // One message a turn: what ends by a `complete` has ended before the next message, which may use its id again. The
    // protocol's library would take the one for the other, and never end the new one.
    allowSynchronousEvents: false,
  })
  readonly #peers = new Map<WebSocket, Connected>()
  readonly #gathering = new Gathering()
  readonly #protocol: ReturnType<typeof websocketProtocol>
  readonly #access: GraphqlApi['access']
  readonly #clock: Clock
  readonly #log: Log
  readonly #limits: Limits
  #pings: { cancel(): void }

  constructor(api: GraphqlApi, { clock, log, limits }: WebSocketOptions) {
    this.#protocol = websocketProtocol(api, limits.maxSubscriptions)
    this.#access = api.access
    this.#clock = clock
    this.#log = log
    this.#limits = limits
    this.#pings = clock.timer(PING_MS, () => this.#ping())
  }

  /** Connections that are open. */
  get clients(): number {
    return this.#peers.size
  }

  /** Takes over a connection whose origin was checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#serve(connection, request, socket))
  }

  /** Tells the clients that the server goes away; those who do not say goodbye in time are cut off. */
  async close(): Promise<void> {
    this.#pings.cancel()
    const closed = [...this.#peers.keys()].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of this.#peers.keys()) socket.close(GOING_AWAY, 'The server is stopping')
    const cutOff = this.#clock.timer(CLOSE_MS, () => {
      for (const socket of this.#peers.keys()) socket.terminate()
    })
    await Promise.all(closed)
    cutOff.cancel()
  }

  #serve(socket: WebSocket, request: IncomingMessage, connection: Duplex): void {
    const peer = this.#peerOf(socket, request, connection)
    const readOn = () => this.#readOn(socket, peer)
    const heard = this.#watch(socket, peer)
    this.#peers.set(socket, peer)
    socket.on('pong', () => {
      peer.alive = true
    })
    // A broken frame, a message too large: the connection is closed with the protocol's code.
    socket.on('error', (error) => this.#log.debug({ err: error }, 'A WebSocket connection failed'))
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.#send(socket, peer, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) => {
          socket.on('message', (data) => {
            if (!heard()) return
            handle(String(data)).catch((error: unknown) => this.#failed(socket, error))
            readOn()
          })
        },
      },
      peer,
    )
    socket.once('close', (code, reason) => {
      this.#peers.delete(socket)
      peer.initialised()
      void closed(code, String(reason))
    })
  }

  #peerOf(socket: WebSocket, request: IncomingMessage, connection: Duplex): Connected {
    const initTimer = this.#clock.timer(INIT_MS, () => socket.close(TIMEOUT, 'Connection initialisation timeout'))
    const peer: Connected = {
      alive: true,
      door: new SocketDoor(this.#access, request, socket),
      outlet: new Outlet(socket, connection, this.#gathering),
      slots: new Slots(MAX_EXECUTING, () => this.#readOn(socket, peer)),
      initialised: () => initTimer.cancel(),
      running: () => 0,
    }
    return peer
  }

  /** Closes a connection that says too much, or nothing for too long. Answers what to ask for each message: whether to serve it. */
  #watch(socket: WebSocket, peer: Peer): () => boolean {
    const may = messageLimit(this.#limits.messageRate, this.#clock)
    const idle = new IdleWatch({
      clock: this.#clock,
      timeoutMs: this.#limits.idleTimeout,
      isUsed: () => peer.running() > 0,
      onIdle: () => socket.close(TIMEOUT, 'Idle: no subscription and no message'),
    })
    socket.once('close', () => idle.stop())
    const heard = () => {
      idle.touch()
      if (socket.readyState !== socket.OPEN) return false
      if (may()) return true
      socket.close(TOO_MANY_REQUESTS, 'Too many requests')
      return false
    }
    socket.on('ping', heard)
    return heard
  }

  /** Resolves when the message has left for the network (or never will): until then no next event is asked for. */
  #send(socket: WebSocket, peer: Peer, text: string): Promise<void> {
    return new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve()
      peer.outlet.flush()
      socket.send(text, () => {
        this.#readOn(socket, peer)
        resolve()
      })
    })
  }

  /** Reads on, unless this connection has enough to do. */
  #readOn(socket: WebSocket, { slots }: Peer): void {
    const isBusy = slots.waiting > 0 || socket.bufferedAmount > STOP_READING_AT
    if (isBusy === socket.isPaused) return
    if (isBusy) socket.pause()
    else socket.resume()
  }

  #failed(socket: WebSocket, error: unknown): void {
    if (isServersMessage(error)) {
      socket.close(BAD_REQUEST, 'Invalid message received')
      return
    }
    // The stack of whoever reads or repeats it: nothing else of a message goes so deep.
    if (error instanceof RangeError) {
      socket.close(BAD_REQUEST, 'Invalid message received: it is nested too deep')
      return
    }
    this.#log.error({ err: error }, 'A WebSocket message could not be handled')
    socket.close(INTERNAL_ERROR, 'Internal error')
  }

  #ping(): void {
    for (const [socket, peer] of this.#peers) {
      // Of one that waits for a slot no pong is read, although it may have sent one.
      if (!peer.alive && peer.slots.waiting === 0) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
      peer.alive = false
    }
    this.#pings = this.#clock.timer(PING_MS, () => this.#ping())
  }
}
