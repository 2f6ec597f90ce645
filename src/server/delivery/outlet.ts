import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Gathering } from './gathering.ts'
import { textFrame } from './text-frame.ts'

/** Beyond this many bytes that the network has not taken, a client is given nothing more. */
const FULL_AT = 16 * 1024

/**
 * The way of results to one WebSocket client. It writes whole frames to the connection itself, beside those of `ws`, which
 * holds nothing back as long as it neither compresses nor splits messages. What is sent in a few turns of the loop leaves
 * in one piece: handing it to the system costs more than all else.
 */
export class Outlet {
  readonly #webSocket: WebSocket
  readonly #connection: Duplex
  readonly #gathering: Gathering
  #gathered: Buffer[] = []
  #bytes = 0
  #waiting: (() => void)[] = []

  constructor(webSocket: WebSocket, connection: Duplex, gathering: Gathering) {
    this.#webSocket = webSocket
    this.#connection = connection
    this.#gathering = gathering
  }

  /** Answers null while there is room for more; otherwise what resolves once this has left (or never will). */
  send(parts: readonly Buffer[]): Promise<void> | null {
    const frame = textFrame(parts)
    this.#gathering.add(this.flush)
    this.#gathered.push(frame)
    this.#bytes += frame.length
    if (this.#connection.writableLength + this.#bytes < FULL_AT) return null
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Hands over what was gathered; to be called before anything else is sent that must not overtake it. */
  readonly flush = (): void => {
    if (this.#gathered.length === 0) return
    const [gathered, waiting] = [this.#gathered, this.#waiting]
    this.#gathered = []
    this.#waiting = []
    this.#bytes = 0
    const left = () => {
      for (const resolve of waiting) resolve()
    }
    // After its closing frame a client must be sent nothing.
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) left()
    else this.#connection.write(gathered.length === 1 ? gathered[0] : Buffer.concat(gathered), left)
  }
}
