import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { textFrame } from './text-frame.ts'

/** Beyond this many bytes that the network has not taken, a client is given nothing more. */
const FULL_AT = 16 * 1024

/**
 * The way of results to one WebSocket client. It writes whole frames to the connection itself, beside those of `ws`, which
 * holds nothing back as long as it neither compresses nor splits messages. What is sent in one turn leaves in one piece.
 */
export class Outlet {
  readonly #webSocket: WebSocket
  readonly #connection: Duplex
  #gathering = false

  constructor(webSocket: WebSocket, connection: Duplex) {
    this.#webSocket = webSocket
    this.#connection = connection
  }

  /** Answers null while there is room for more; otherwise what resolves once this has left (or never will). */
  send(parts: readonly Buffer[]): Promise<void> | null {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return null
    this.#gather()
    const frame = textFrame(parts)
    if (this.#connection.writableLength + frame.length < FULL_AT) {
      this.#connection.write(frame)
      return null
    }
    return new Promise((resolve) => this.#connection.write(frame, () => resolve()))
  }

  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    this.#connection.cork()
    process.nextTick(() => {
      this.#gathering = false
      this.#connection.uncork()
    })
  }
}
