import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import { RecoveryError } from '../../operation/errors.ts'
import type { Access } from '../auth/access.ts'
import { bearerOf, tokenOfParams } from '../auth/credentials.ts'

/** What `connect_error` tells a client that was not let in. */
class NotLetInError extends Error {
  readonly data: { readonly code: string }

  constructor({ code, message }: RecoveryError) {
    super(message)
    this.data = { code }
  }
}

/**
 * Lets sockets in by `auth: { token }` of their handshake or by the header of their request, and ends them with their
 * token. Every role may read what sockets are told.
 */
export function socketDoor(access: Access) {
  return async (socket: Socket, next: (error?: Error) => void): Promise<void> => {
    const request = socket.request as IncomingMessage
    try {
      const identity = await access.enter(request, tokenOfParams(socket.handshake.auth) ?? bearerOf(request.headers))
      // The connection and not only the socket: a client that makes its token anew for each connection comes back by itself.
      socket.conn.once(
        'close',
        access.onExpiry(identity, () => socket.conn.close()),
      )
      next()
    } catch (error) {
      next(error instanceof RecoveryError ? new NotLetInError(error) : new Error('Internal server error'))
    }
  }
}
