import type { Clock, Random } from '../operation/clock.ts'
import { ClientError } from './client-error.ts'
import { Connection, type ConnectionState, type WebSocketClass } from './connection.ts'
import { endpointOf, type Token } from './endpoint.ts'
import { EventStream, type SubscribeOptions } from './event-stream.ts'
import { type CallOptions, Http } from './http.ts'
import { systemClock, systemRandom } from './system.ts'
import type { AfterVariables, Arguments, EventResult, TypedDocument } from './typed-document.ts'

/** Where the server is, and how to talk to it. Only `url` is needed. */
export interface ClientOptions {
  /** The address of the server, such as `http://127.0.0.1:4000`; `/graphql` may be left out. */
  readonly url: string
  /** Sent as a bearer token. A function is asked before each request and each connection, so that it can renew it. */
  readonly token?: Token | undefined
  /** The longest wait for an answer, in milliseconds; 0 waits for ever. Default 30,000. Subscriptions wait on their own. */
  readonly timeoutMs?: number | undefined
  /** In place of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** In place of the global `WebSocket`: Node 20 has none, there it is the `WebSocket` of the ws package. */
  readonly webSocket?: WebSocketClass | undefined
  /** For tests: your own time and randomness. */
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

/** What a subscription answers: a loop over its events. */
export type Events<T> = AsyncIterableIterator<T, undefined>
type Field<R> = R[keyof R]

const TIMEOUT_MS = 30_000
const NO_AFTER =
  'A subscription needs the variable `$after: String`, passed to its field, so that it can go on after the last event'

/**
 * Queries, mutations and subscriptions with typed documents. It connects when it is first used.
 *
 * Calls throw a `ClientError` when they fail as a whole, and the signal's reason when their signal is aborted. What the
 * engine refuses (an unknown id, a wrong state) is data: a result with `code` and `message`; see `orThrow`.
 */
export class GraphqlClient {
  readonly #http: Http
  readonly #connection: Connection
  readonly #open = new Set<{ return(): unknown }>()
  readonly #parts: { readonly endpoint: string; readonly clock: Clock; readonly random: Random }

  constructor({ url, clock = systemClock, random = systemRandom, ...options }: ClientOptions) {
    const endpoint = endpointOf(url)
    const token = options.token ?? null
    // Called as a bare function: browsers refuse a `fetch` with another `this`.
    const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
    const webSocket = options.webSocket ?? globalThis.WebSocket ?? null
    this.#http = new Http({ endpoint, token, fetch, clock, timeoutMs: options.timeoutMs ?? TIMEOUT_MS })
    this.#connection = new Connection({ endpoint, token, webSocket, clock, random })
    this.#parts = { endpoint, clock, random }
  }

  /** Asks a query. A document of a code generator types variables and answer; that of a plain string is unknown. */
  async query<R, V>(document: TypedDocument<R, V>, ...[variables, options]: Arguments<V, CallOptions>): Promise<R> {
    return (await this.#http.call(String(document), variables as object | undefined, options)) as R
  }

  /** Sends a mutation. It is never sent twice: after TIMEOUT and UNREACHABLE it may have been carried out. */
  async mutate<R, V>(document: TypedDocument<R, V>, ...[variables, options]: Arguments<V, CallOptions>): Promise<R> {
    return (await this.#http.call(String(document), variables as object | undefined, options)) as R
  }

  /**
   * The events of a subscription, each once and in order, from `after` on or else from the first `next()`. When the
   * connection is lost, the server restarts, or its store is away for a while, it goes on after the last event. The document
   * must have the variable `$after` and select `cursor`. Other top-level errors end it; CURSOR_EXPIRED does not when there
   * is an `onGap`.
   */
  subscribe<R extends EventResult, V extends AfterVariables>(
    document: TypedDocument<R, V>,
    variables?: V,
    options: SubscribeOptions = {},
  ): Events<Field<R>> {
    const query = String(document)
    if (!/\$after\b/.test(query)) throw new ClientError(NO_AFTER, { code: 'INVALID_INPUT' })
    return new EventStream<Field<R>>({
      ...options,
      ...this.#parts,
      connection: this.#connection,
      query,
      variables: variables ?? {},
      after: variables?.after ?? null,
      open: this.#open,
    })
  }

  /** How the connection for subscriptions is. */
  get connection(): ConnectionState {
    return this.#connection.state
  }

  /** Calls `listener` with each change of `connection`, until the answer is called. */
  onConnection(listener: (state: ConnectionState) => void): () => void {
    return this.#connection.onChange(listener)
  }

  /** Tries at once to connect again, where `connection` says that it waits for its next try; else nothing happens. */
  retryNow(): void {
    this.#connection.retryNow()
  }

  /** Ends all subscriptions, and with them the connection. Their loops end without an error. */
  close(): void {
    for (const stream of [...this.#open]) stream.return()
  }
}
