import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Refusal } from '../replies.ts'

// Connections beyond the limit that are told so before they are closed; further ones are closed without a word.
const TOLD = 100

/** Counts the connections of a server, of whichever kind. */
export class Connections {
  readonly #max: number
  readonly #surplus = new WeakSet<Duplex>()
  #open = 0

  constructor(max: number, server: Server) {
    this.#max = max
    server.maxConnections = max + TOLD
    server.on('connection', (socket) => this.#opened(socket))
  }

  /** Why a request of this connection is not served; null when it is. The connection ends with the answer. */
  refusalOf(socket: Duplex): Refusal | null {
    if (!this.#surplus.has(socket)) return null
    return {
      status: 503,
      code: 'OVERLOADED',
      message: `The server has its ${this.#max} connections; close some, or try again later`,
      headers: { 'retry-after': '1', connection: 'close' },
    }
  }

  #opened(socket: Socket): void {
    this.#open++
    socket.once('close', () => {
      this.#open--
    })
    if (this.#open > this.#max) this.#surplus.add(socket)
  }
}
