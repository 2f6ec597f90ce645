import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import { SocketDoor } from './auth/socket-door.ts'
import { Delivery } from './delivery/delivery.ts'
import { Outlet } from './delivery/outlet.ts'
import { type GraphqlApi, MAX_BODY_BYTES } from './graphql-api.ts'
import { withoutHttp } from './graphql-errors.ts'
import { IdleWatch } from './limits/idle-watch.ts'
import type { Limits } from './limits/limits.ts'
import { messageLimit } from './limits/message-limit.ts'

// A client that does not read gets no more read from: otherwise its requests would pile up as answers here.
const STOP_READING_AT = 1024 * 1024
const PING_MS = 12_000
const CLOSE_MS = 1000

const GOING_AWAY = 1001
const INTERNAL_ERROR = 4500
const IDLE = 4408
const TOO_MANY_REQUESTS = 4429

export interface WebSocketOptions {
  readonly clock: Clock
  readonly log: Log
  readonly limits: Limits
}

/** What goes along with a connection through the protocol. */
interface Extra {
  readonly door: SocketDoor
  readonly outlet: Outlet
  /** Operations that run on it. */
  running: () => number
}

interface Peer {
  alive: boolean
  paused: boolean
}

/**
 * GraphQL over WebSocket (the graphql-transport-ws protocol).
 *
 * A subscription is asked for its next event only when the last one has left for the network, so what a slow client
 * has not read waits in the engine, which falls back to its log, and not here. A client that does not answer a ping
 * is cut off; it comes back with its cursor.
 */
export class WebSocketTransport {
  readonly #server = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: MAX_BODY_BYTES,
    perMessageDeflate: false,
  })
  readonly #peers = new Map<WebSocket, Peer>()
  readonly #protocol: ReturnType<typeof protocolFor>
  readonly #access: GraphqlApi['access']
  readonly #clock: Clock
  readonly #log: Log
  readonly #limits: Limits
  #pings: { cancel(): void }

  constructor(api: GraphqlApi, { clock, log, limits }: WebSocketOptions) {
    this.#protocol = protocolFor(api, limits.maxSubscriptions)
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
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#serve(connection, socket, request))
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

  #serve(socket: WebSocket, connection: Duplex, request: IncomingMessage): void {
    const peer = { alive: true, paused: false }
    const extra: Extra = {
      door: new SocketDoor(this.#access, request, socket),
      outlet: new Outlet(socket, connection),
      running: () => 0,
    }
    const heard = this.#watch(socket, extra)
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
            if (socket.bufferedAmount > STOP_READING_AT) this.#pause(socket, peer)
          })
        },
      },
      extra,
    )
    socket.once('close', (code, reason) => {
      this.#peers.delete(socket)
      void closed(code, String(reason))
    })
  }

  /** Closes a connection that says too much, or nothing for too long. Answers what to ask for each message: whether to serve it. */
  #watch(socket: WebSocket, extra: Extra): () => boolean {
    const may = messageLimit(this.#limits.messageRate, this.#clock)
    const idle = new IdleWatch({
      clock: this.#clock,
      timeoutMs: this.#limits.idleTimeout,
      isUsed: () => extra.running() > 0,
      onIdle: () => socket.close(IDLE, 'Idle: no subscription and no message'),
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
      socket.send(text, () => {
        if (peer.paused && socket.bufferedAmount < STOP_READING_AT) this.#resume(socket, peer)
        resolve()
      })
    })
  }

  #pause(socket: WebSocket, peer: Peer): void {
    peer.paused = true
    socket.pause()
  }

  #resume(socket: WebSocket, peer: Peer): void {
    peer.paused = false
    socket.resume()
  }

  #failed(socket: WebSocket, error: unknown): void {
    this.#log.error({ err: error }, 'A WebSocket message could not be handled')
    socket.close(INTERNAL_ERROR, 'Internal error')
  }

  #ping(): void {
    for (const [socket, peer] of this.#peers) {
      if (!peer.alive) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
      peer.alive = false
    }
    this.#pings = this.#clock.timer(PING_MS, () => this.#ping())
  }
}

/** Runs operations as HTTP does: with Yoga's plugins, the same limits and the same masking. */
function protocolFor({ yoga, formatError }: GraphqlApi, maxOperations: number) {
  const { execute, subscribe } = yoga.getEnveloped()
  const errorsOf = (error: unknown) => [withoutHttp(formatError(error))]
  const orErrors = (run: (args: ExecutionArgs) => OperationResult) => async (args: ExecutionArgs) => {
    try {
      return withoutStatus(await run(args))
    } catch (error) {
      return { errors: errorsOf(error) }
    }
  }
  const prepare = async (payload: SubscribePayload, { door }: Extra): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const { schema, parse, validate, contextFactory } = yoga.getEnveloped({ params: payload, caller: door.ask() })
    const document: DocumentNode = parse(payload.query)
    const errors: readonly GraphQLError[] = validate(schema, document)
    if (errors.length > 0) return errors.map(withoutHttp)
    const { operationName, variables: variableValues } = payload
    return { schema, document, operationName, variableValues, contextValue: await contextFactory() }
  }
  return makeServer<Readonly<Record<string, unknown>>, Extra>({
    onConnect: ({ connectionParams, subscriptions, extra }) => {
      extra.running = () => Object.keys(subscriptions).length
      return extra.door.admit(connectionParams)
    },
    execute: orErrors(execute),
    subscribe: orErrors(subscribe),
    onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
      if (Object.keys(subscriptions).length > maxOperations) return [tooMany(maxOperations)]
      return await prepare(payload, extra).catch(errorsOf)
    },
    onOperation: ({ extra }, id, _payload, _args, result) =>
      result !== undefined && Symbol.asyncIterator in result ? new Delivery(result, extra.outlet, id) : undefined,
  })
}

/** What only the HTTP answer needs, such as faulty variables' status, is no business of this transport. */
function withoutStatus<R extends Awaited<OperationResult>>(result: R): R | ExecutionResult {
  if (result === undefined || !('errors' in result) || result.errors === undefined) return result
  return { ...result, errors: result.errors.map(withoutHttp) }
}

function tooMany(max: number): GraphQLError {
  return new GraphQLError(`More than ${max} operations at once on one connection; complete some, or open another`, {
    extensions: { code: 'OVERLOADED' },
  })
}
