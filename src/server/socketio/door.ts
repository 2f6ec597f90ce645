import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import { RecoveryError } from '../../operation/errors.ts'
import type { Access } from '../auth/access.ts'
import { bearerOf, tokenOfParams } from '../auth/credentials.ts'
import type { Identity } from '../auth/identity.ts'

/** What `connect_error` tells a client that was not let in. */
class NotLetInError extends Error {
  readonly data: { readonly code: string }

  constructor({ code, message }: RecoveryError) {
    super(message)
    this.data = { code }
  }
}

/** What a socket knows of itself once it was let in. */
interface Known {
  identity: Identity
}

/**
 * Lets sockets in by `auth: { token }` of their handshake or by the header of their request. Every role may read what
 * sockets are told.
 */
export function socketDoor(access: Access) {
  return async (socket: Socket, next: (error?: Error) => void): Promise<void> => {
    const request = socket.request as IncomingMessage
    try {
      const token = tokenOfParams(socket.handshake.auth) ?? bearerOf(request.headers)
      const known = socket.data as Known
      known.identity = await access.enter(request, token)
      next()
    } catch (error) {
      next(error instanceof RecoveryError ? new NotLetInError(error) : new Error('Internal server error'))
    }
  }
}

/** Ends a socket that has joined with its token. */
export function endWithToken(access: Access, socket: Socket): void {
  const { identity } = socket.data as Known
  // The connection and not only the socket: a client that makes its token anew for each connection comes back by itself.
  const stop = access.onExpiry(identity, () => socket.conn.close())
  // Of the socket and not the connection, on which it may leave and join again and again.
  socket.once('disconnect', stop)
}

/**
 * Counts a request of a socket that has joined.
 *
 * @throws RateLimitedError
 */
export function countRequest(access: Access, socket: Socket): void {
  access.count((socket.data as Known).identity)
}
