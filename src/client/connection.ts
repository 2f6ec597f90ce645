import { type Client, createClient, type FormattedExecutionResult, type Sink, type SubscribePayload } from 'graphql-ws/client'
import type { Clock, Random } from '../operation/clock.ts'
import { Backoff } from './backoff.ts'
import { ClientError, type ClientErrorCode } from './client-error.ts'
import { authorizationOf, type Token } from './endpoint.ts'

/**
 * How the connection for subscriptions is. `retryAt` is when the next try begins, in milliseconds since the epoch; null
 * when nothing wants a connection. There is one only while something is subscribed.
 */
export type ConnectionState =
  | { readonly state: 'connecting' | 'connected' }
  | { readonly state: 'closed'; readonly retryAt: number | null }

/** A class of WebSockets: the global one of browsers and Node 22, or that of the `ws` package. */
export type WebSocketClass = new (url: string, protocol?: string) => object

interface ConnectionOptions {
  readonly endpoint: string
  readonly token: Token | null
  readonly webSocket: WebSocketClass | null
  readonly clock: Clock
  readonly random: Random
}

interface Sending {
  send(text: string): void
}

type Result = FormattedExecutionResult<Record<string, unknown>>

// A connection without an answer for so long is taken for dead: a sleeping laptop or a lost network sends no goodbye.
const ANSWER_MS = 10_000
const PING_MS = 10_000
const NOTHING = () => undefined
const PING = JSON.stringify({ type: 'ping' })
const UNAUTHORIZED = 4401
const FORBIDDEN = 4403
// The protocol's word for a token that is not accepted is Forbidden; a role that is too low never ends a connection.
const CODES: Readonly<Record<number, ClientErrorCode>> = {
  [UNAUTHORIZED]: 'UNAUTHENTICATED',
  [FORBIDDEN]: 'UNAUTHENTICATED',
  4429: 'RATE_LIMITED',
  4500: 'INTERNAL',
}

/** One WebSocket for all subscriptions: opened with the first, closed with the last, and opened again when it is lost. */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #backoff: Backoff
  readonly #listeners = new Set<(state: ConnectionState) => void>()
  #client: Client | null = null
  #state: ConnectionState = { state: 'closed', retryAt: null }
  #subscribed = 0
  #acknowledged = false
  /** Ends the wait for the next try; does nothing when there is none. */
  #endWait: () => void = NOTHING
  #socket: Sending | null = null
  /** What the function threw that should have brought the token. */
  #tokenFault: { readonly error: unknown } | null = null
  /** Sends the next ping, or gives up waiting for an answer. */
  #watch: { cancel(): void } | null = null

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#backoff = new Backoff(options.random)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Calls `listener` with each change, until the answer is called. */
  onChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Whether a refusal may mean no more than that the token ran out: the connection had been accepted, and the next one
   * brings a new token.
   */
  get mayHaveExpired(): boolean {
    return this.#acknowledged && typeof this.#options.token === 'function'
  }

  /**
   * Sends it now, and again, as it is by then, each time the connection was lost. The answer ends it.
   *
   * @throws Error when there is no WebSocket
   */
  subscribe(payload: SubscribePayload, sink: Sink<Result>): () => void {
    this.#client ??= this.#createClient()
    this.#subscribed++
    const end = this.#client.subscribe(payload, sink)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      // Not in the middle of a message: when the server's own `complete` comes right behind it, graphql-ws would count
      // the end twice, and from then on think that nobody needs the connection.
      queueMicrotask(() => {
        end()
        if (--this.#subscribed > 0 || this.#endWait === NOTHING) return
        this.#endWait()
        this.#change({ state: 'closed', retryAt: null })
      })
    }
  }

  /** Begins the next try now, where one is waited for: somebody knows that the server or the network is back. */
  retryNow(): void {
    this.#endWait()
  }

  #createClient(): Client {
    const { endpoint, webSocket } = this.#options
    if (webSocket === null) {
      throw new Error(
        'Subscriptions need a WebSocket, and this Node has none; use Node 22, or pass `webSocket` of the ws package',
      )
    }
    return createClient({
      url: endpoint.replace(/^http/, 'ws'),
      webSocketImpl: webSocket,
      connectionParams: () => this.#params(),
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: (event) => this.#tokenFault === null && closeOf(event)?.code !== FORBIDDEN,
      retryWait: () => this.#wait(),
      on: {
        connecting: () => {
          this.#acknowledged = false
          this.#tokenFault = null
          this.#expectAnswer()
          this.#change({ state: 'connecting' })
        },
        connected: (socket) => {
          this.#acknowledged = true
          this.#socket = socket as Sending
          this.#pingLater()
          this.#backoff.reset()
          this.#change({ state: 'connected' })
        },
        pong: (received) => {
          if (received) this.#pingLater()
        },
        closed: () => {
          this.#watch?.cancel()
          if (this.#state.state !== 'closed') this.#change({ state: 'closed', retryAt: null })
        },
      },
    })
  }

  async #params(): Promise<Record<string, unknown>> {
    try {
      const authorization = await authorizationOf(this.#options.token)
      return authorization === null ? {} : { authorization }
    } catch (error) {
      this.#tokenFault = { error }
      throw error
    }
  }

  /** The error of what ended the connection for good: what the function of the token threw, when that did. */
  failureOf(event: unknown): unknown {
    return this.#tokenFault === null ? connectionError(event, this.#options.endpoint) : this.#tokenFault.error
  }

  #expectAnswer(): void {
    this.#watch?.cancel()
    this.#watch = this.#options.clock.timer(ANSWER_MS, () => this.#client?.terminate())
  }

  #pingLater(): void {
    this.#watch?.cancel()
    this.#watch = this.#options.clock.timer(PING_MS, () => {
      this.#socket?.send(PING)
      this.#expectAnswer()
    })
  }

  #wait(): Promise<void> {
    const { clock } = this.#options
    const delayMs = this.#backoff.nextMs()
    this.#change({ state: 'closed', retryAt: clock.now() + delayMs })
    return new Promise((resolve) => {
      const timer = clock.timer(delayMs, () => this.#endWait())
      this.#endWait = () => {
        this.#endWait = NOTHING
        timer.cancel()
        resolve()
      }
    })
  }

  #change(state: ConnectionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

/** Whether the server closed the connection because of who asks. */
export function isUnauthorized(event: unknown): boolean {
  const code = closeOf(event)?.code
  return code === UNAUTHORIZED || code === FORBIDDEN
}

function connectionError(event: unknown, endpoint: string): ClientError {
  const close = closeOf(event)
  if (close === null) return new ClientError(`The connection to ${endpoint} failed`, { code: 'UNREACHABLE', cause: event })
  const { code, reason } = close
  const message = `${endpoint} closed the connection: ${reason || 'no reason given'} (${code})`
  return new ClientError(message, { code: CODES[code] ?? 'BAD_RESPONSE' })
}

function closeOf(event: unknown): { readonly code: number; readonly reason: string } | null {
  if (typeof event !== 'object' || event === null || !('code' in event) || !('reason' in event)) return null
  return { code: Number(event.code), reason: String(event.reason) }
}
