import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../engine/context.ts'
import type { Clock } from '../operation/clock.ts'
import { Delivery } from './delivery/delivery.ts'
import { Outlet } from './delivery/outlet.ts'
import { Slots } from './delivery/slots.ts'
import { type GraphqlApi, MAX_BODY_BYTES } from './graphql-api.ts'
import { withoutHttp } from './graphql-errors.ts'

/** Operations that one connection may have running at once. */
export const MAX_OPERATIONS = 256
/** Queries and mutations that one connection may have executing at once; the rest wait, and nothing more is read. */
export const MAX_EXECUTING = 16
// A client that does not read gets no more read from: otherwise its requests would pile up as answers here.
const STOP_READING_AT = 1024 * 1024
const INIT_MS = 3000
const PING_MS = 12_000
const CLOSE_MS = 1000

/** The answer to a question that was withdrawn: nobody is told it. */
const ABANDONED: ExecutionResult = { data: null }

const GOING_AWAY = 1001
const BAD_REQUEST = 4400
const INIT_TIMEOUT = 4408
const INTERNAL_ERROR = 4500

interface Peer {
  readonly outlet: Outlet
  readonly slots: Slots
  /** Its `connection_init` has come. */
  readonly initialised: () => void
  alive: boolean
}

/** What `onSubscribe` knows and the execution needs. */
interface Asked extends ExecutionArgs {
  readonly slots: Slots
  /** Whether its client still waits for it. */
  readonly isWanted: () => boolean
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
    // One message a turn: what ends by a `complete` has ended before the next message, which may use its id again. The
    // protocol's library would take the one for the other, and never end the new one.
    allowSynchronousEvents: false,
  })
  readonly #peers = new Map<WebSocket, Peer>()
  readonly #protocol: ReturnType<typeof protocolFor>
  readonly #clock: Clock
  readonly #log: Log
  #pings: { cancel(): void }

  constructor(api: GraphqlApi, clock: Clock, log: Log) {
    this.#protocol = protocolFor(api)
    this.#clock = clock
    this.#log = log
    this.#pings = clock.timer(PING_MS, () => this.#ping())
  }

  /** Takes over a connection whose origin was checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#serve(connection, socket))
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

  #serve(socket: WebSocket, connection: Duplex): void {
    const readOn = () => this.#readOn(socket, peer)
    const initTimer = this.#clock.timer(INIT_MS, () => socket.close(INIT_TIMEOUT, 'Connection initialisation timeout'))
    const outlet = new Outlet(socket, connection)
    const peer: Peer = { alive: true, outlet, slots: new Slots(MAX_EXECUTING, readOn), initialised: () => initTimer.cancel() }
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
            handle(String(data)).catch((error: unknown) => this.#failed(socket, error))
            readOn()
          })
        },
      },
      peer,
    )
    socket.once('close', (code, reason) => {
      this.#peers.delete(socket)
      initTimer.cancel()
      void closed(code, String(reason))
    })
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

/** Runs operations as HTTP does: with Yoga's plugins, the same limits and the same masking. */
function protocolFor({ yoga, streams, formatError }: GraphqlApi) {
  const { execute, subscribe } = yoga.getEnveloped()
  const errorsOf = (error: unknown) => [withoutHttp(formatError(error))]
  const executeInTurn = (args: ExecutionArgs) => {
    const { slots, isWanted, ...rest } = args as Asked
    return slots.run(() => (isWanted() ? execute(rest) : ABANDONED))
  }
  const orErrors = (run: (args: ExecutionArgs) => OperationResult) => async (args: ExecutionArgs) => {
    try {
      return withoutStatus(await run(args))
    } catch (error) {
      return { errors: errorsOf(error) }
    }
  }
  const prepare = async (payload: SubscribePayload): Promise<ExecutionArgs | GraphQLError[]> => {
    const { schema, parse, validate, contextFactory } = yoga.getEnveloped({ params: payload })
    const document: DocumentNode = parse(payload.query)
    const errors: readonly GraphQLError[] = validate(schema, document)
    if (errors.length > 0) return errors.map(withoutHttp)
    const { operationName, variables: variableValues } = payload
    return { schema, document, operationName, variableValues, contextValue: await contextFactory() }
  }
  return makeServer<undefined, Peer>({
    execute: orErrors(executeInTurn),
    subscribe: orErrors(subscribe),
    connectionInitWaitTimeout: 0, // our clock takes care of it
    onConnect: ({ extra }) => extra.initialised(),
    onSubscribe: async (connection, id, payload) => {
      if (Object.keys(connection.subscriptions).length > MAX_OPERATIONS) return [tooMany()]
      const prepared = await prepare(payload).catch(errorsOf)
      if (Array.isArray(prepared)) return prepared
      return { ...prepared, slots: connection.extra.slots, isWanted: () => id in connection.subscriptions } satisfies Asked
    },
    onOperation: ({ extra }, id, _payload, { contextValue }) => {
      const results = streams.of(contextValue as object)
      return results === null ? undefined : new Delivery(results, extra.outlet, id)
    },
  })
}

/** What only the HTTP answer needs, such as faulty variables' status, is no business of this transport. */
function withoutStatus<R extends Awaited<OperationResult>>(result: R): R | ExecutionResult {
  if (result === undefined || !('errors' in result) || result.errors === undefined) return result
  return { ...result, errors: result.errors.map(withoutHttp) }
}

/** A client said what only servers say. The protocol's library throws this, as if it were a fault of ours. */
function isServersMessage(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type')
}

function tooMany(): GraphQLError {
  return new GraphQLError(`More than ${MAX_OPERATIONS} operations at once on one connection; complete some, or open another`, {
    extensions: { code: 'OVERLOADED' },
  })
}
