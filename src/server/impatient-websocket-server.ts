import { type ServerOptions, WebSocketServer } from 'ws'

const CLOSE_MS = 1000

/** Cuts off a client that does not say goodbye in time: else whoever was not let in could keep its connection and what it has sent. */
export class ImpatientWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    const impatient = { ...options, closeTimeout: CLOSE_MS } // which its types do not know yet
    super(impatient)
  }
}
