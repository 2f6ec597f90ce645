import type { Socket } from 'socket.io'
import type { OwnGraphql } from '../own-graphql.ts'
import { REFUSED_EVENTS } from './event-table.ts'
import type { Feed } from './feed.ts'
import { sendSnapshot } from './snapshot.ts'
import type { Surroundings } from './upstream.ts'

// Operations that one socket may be asking for at once.
const MAX_AT_ONCE = 64
const MAX_ID_LENGTH = 255

interface Answer {
  readonly success: boolean
  readonly error?: string
}
type Acknowledge = (answer: Answer) => void

interface RequestParts extends Pick<Surroundings, 'log'> {
  readonly graphql: OwnGraphql
  readonly feed: Feed
  /** Throws when its caller asks too much. */
  readonly count: () => void
}

/**
 * Serves what one socket sends. Whatever it is: it is answered where an answer was asked for, and never ends the
 * connection.
 */
export function serveRequests(socket: Socket, { graphql, feed, log, count }: RequestParts): void {
  let running = 0

  async function answer(name: string, payload: unknown): Promise<Answer> {
    if (name !== 'subscribe_recovery') return refused(REFUSED_EVENTS.get(name) ?? 'There is no such event')
    const id = operationIdOf(payload)
    if (id === null) return refused(`Send an object with operation_id, a text of 1 to ${MAX_ID_LENGTH} characters`)
    if (running >= MAX_AT_ONCE) return refused(`More than ${MAX_AT_ONCE} requests at once; wait for the answers`)
    running++
    try {
      count()
      const found = await sendSnapshot(id, graphql, feed, (update) => socket.emit('recovery_update', update))
      return found ? { success: true } : refused('Operation not found')
    } catch (error) {
      // Masked by GraphQL, which logs what it masks.
      log.debug({ err: error }, 'A socket could not be told of an operation')
      return refused((error as Error).message)
    } finally {
      running--
    }
  }

  // As middleware that lets nothing through: some names, such as `error`, mean something to an event emitter.
  socket.use(([name, ...args]) => {
    const last: unknown = args.at(-1)
    const acknowledge = typeof last === 'function' ? (last as Acknowledge) : () => undefined
    void answer(String(name), args[0]).then(acknowledge)
  })
}

function operationIdOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null
  const { operation_id: id } = payload as { readonly operation_id?: unknown }
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID_LENGTH ? id : null
}

function refused(error: string): Answer {
  return { success: false, error }
}
