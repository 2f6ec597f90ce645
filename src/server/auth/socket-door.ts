import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { RateLimitedError } from '../../operation/access-errors.ts'
import { RecoveryError } from '../../operation/errors.ts'
import type { Access } from './access.ts'
import { bearerOf, tokenOfParams } from './credentials.ts'
import type { Identity } from './identity.ts'

// Close codes of graphql-transport-ws. After 4403 clients connect again, with a new token if they have one.
const FORBIDDEN = 4403
const TOO_MANY_REQUESTS = 4429
// What fits into a close frame, in bytes; the reasons are ASCII.
const MAX_REASON = 123

/** The door of one WebSocket: its first message says who it is, or the headers of its upgrade did. */
export class SocketDoor {
  readonly #access: Access
  readonly #request: IncomingMessage
  readonly #socket: WebSocket
  #identity: Identity | null = null

  constructor(access: Access, request: IncomingMessage, socket: WebSocket) {
    this.#access = access
    this.#request = request
    this.#socket = socket
  }

  /** Whether the connection may stay; otherwise it is closed. It is closed too when its token ends. */
  async admit(params: unknown): Promise<boolean> {
    try {
      const token = tokenOfParams(params) ?? bearerOf(this.#request.headers)
      const identity = await this.#access.enter(this.#request, token)
      const stop = this.#access.onExpiry(identity, () => this.#refuse(FORBIDDEN, 'The token has expired; connect with a new one'))
      this.#socket.once('close', stop)
      if (this.#socket.readyState !== this.#socket.OPEN) stop()
      this.#identity = identity
      return true
    } catch (error) {
      if (!(error instanceof RecoveryError)) throw error
      this.#refuse(error instanceof RateLimitedError ? TOO_MANY_REQUESTS : FORBIDDEN, error.message)
      return false
    }
  }

  /**
   * Who asks, for one more request of the connection.
   *
   * @throws RateLimitedError
   */
  ask(): Identity['caller'] {
    // The protocol lets nobody ask before the door has opened; whoever got around it would be no viewer even.
    if (this.#identity === null) throw new Error('A WebSocket asked before it was let in')
    this.#access.count(this.#identity)
    return this.#identity.caller
  }

  #refuse(code: typeof FORBIDDEN | typeof TOO_MANY_REQUESTS, why: string): void {
    const reason = `${code === FORBIDDEN ? 'Forbidden' : 'Too many requests'}: ${why}`
    this.#socket.close(code, reason.slice(0, MAX_REASON))
  }
}
