import type { Socket as Connection } from 'engine.io'
import type { WebSocket } from 'ws'

/** What may wait for one connection, in characters; about 4,000 updates. */
export const MAX_WAITING = 1024 * 1024
// What a packet takes beside its text.
const PACKET = 64
const TRY_AGAIN_LATER = 1013
const REASON = 'Disconnected for reading too slowly; connect again to go on with what is new'

/**
 * Ends a connection whose client does not read: what is sent to all must not pile up for one of them. The same bound
 * holds for what has left for the network and was not taken yet, so one connection costs at most twice of it.
 */
export function dropWhenTooSlow(connection: Connection, onDrop: (waiting: number) => void): void {
  let waiting = 0
  connection.on('flush', () => {
    waiting = 0
  })
  connection.on('packetCreate', ({ data }: { readonly data?: string | Buffer }) => {
    // What waited before counts: one long error is nobody's fault.
    if (waiting <= MAX_WAITING) {
      waiting += (data?.length ?? 0) + PACKET
      return
    }
    onDrop(waiting)
    // Engine.io closes without a word; a WebSocket can be told why, if its client reads that.
    const { socket } = connection.transport as unknown as { readonly socket?: WebSocket }
    socket?.close(TRY_AGAIN_LATER, REASON)
    connection.close(true)
  })
}
