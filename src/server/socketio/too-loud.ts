import type { Socket as Connection } from 'engine.io'
import type { WebSocket } from 'ws'
import type { Clock } from '../../operation/clock.ts'
import { messageLimit } from '../limits/message-limit.ts'

const TOO_MANY_REQUESTS = 4429
const REASON = 'Too many requests'

/** Ends a connection whose client sends more than `rate` messages a second; 0 sets no limit. */
export function dropWhenTooLoud(connection: Connection, rate: number, clock: Pick<Clock, 'now'>): void {
  const may = messageLimit(rate, clock)
  connection.on('packet', () => {
    if (may()) return
    // As for one that reads too slowly: engine.io closes without a word, a WebSocket can be told why.
    const { socket } = connection.transport as unknown as { readonly socket?: WebSocket }
    socket?.close(TOO_MANY_REQUESTS, REASON)
    connection.close(true)
  })
}
