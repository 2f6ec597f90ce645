import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Role } from '../../../src/operation/caller.ts'
import { type Case, type Outcome, outcomeOf } from './attack.ts'
import type { Target } from './target.ts'

/** What an attacker says over a WebSocket of the GraphQL protocol. */
export interface Words {
  readonly socket: WebSocket
  say(message: unknown): void
  /** Shows a token, by default the admin's, and hears that it is let in. */
  init(token?: string): Promise<void>
  /** The first message of this type, or how the server closed the connection instead. */
  until(type: string): Promise<Readonly<Record<string, unknown>> | Outcome>
}

/** Speaks, and answers how the server took it: the errors of the first result, else the close of the connection. */
export function spoken(speak: (words: Words, target: Target) => unknown, protocols = ['graphql-transport-ws']): Case['attack'] {
  return async (target) => {
    const { words, closed } = await dial(target, protocols)
    try {
      await speak(words, target)
      return await closed
    } finally {
      words.socket.terminate()
    }
  }
}

/** The errors that one GraphQL operation is answered with over a WebSocket. */
export function subscribed(query: string, variables: object = {}, role: Role = 'admin'): Case['attack'] {
  return async (target) => {
    const { words } = await dial(target)
    await words.init(target.tokens[role])
    words.say({ id: 's', type: 'subscribe', payload: { query, variables } })
    const message = (await Promise.race([words.until('next'), words.until('error')])) as { readonly payload?: object }
    words.socket.terminate()
    const errors = Array.isArray(message.payload) ? { errors: message.payload } : message.payload
    return outcomeOf(0, JSON.stringify(errors ?? message))
  }
}

export async function dial(target: Target, protocols = ['graphql-transport-ws']) {
  const socket = new WebSocket(`ws://127.0.0.1:${target.port}/graphql`, protocols)
  socket.on('error', () => undefined)
  const closed = once(socket, 'close').then(
    ([status, reason]: unknown[]): Outcome => ({ status: Number(status), message: String(reason) }),
  )
  const heard: Readonly<Record<string, unknown>>[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })
  const until = (type: string) => {
    const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>>>()
    const look = () => {
      const found = heard.find((message) => message.type === type)
      if (found !== undefined) resolve(found)
    }
    waiting.add(look)
    look()
    return Promise.race([promise, closed])
  }
  const say = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  const init = async (token = target.tokens.admin) => {
    say({ type: 'connection_init', payload: { token } })
    await until('connection_ack')
  }
  await once(socket, 'open')
  return { words: { socket, say, init, until }, closed }
}
