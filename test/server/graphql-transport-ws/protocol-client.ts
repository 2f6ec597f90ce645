import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { TestServer } from '../test-server.ts'

export type Message = Readonly<Record<string, unknown>>

/** A WebSocket on which a test says what it likes, and reads message by message, then the close. */
export interface ProtocolClient {
  readonly socket: WebSocket
  /** Sends a message, or a text that is none. */
  say(message: unknown): void
  /** The next message; throws when the connection is closed instead. */
  hear(): Promise<Message>
  /** Says `connection_init`, and hears that it is acknowledged. */
  init(payload?: object): Promise<Message>
  /** Begins an operation. */
  begin(id: string, query: string, rest?: object): void
  /** How the server closed the connection. Throws when it said something else before. */
  closed(): Promise<{ readonly code: number; readonly reason: string }>
}

export interface Closing {
  readonly code: number
  readonly reason: string
}

/** Connects with the protocol's name, or with others; says nothing yet. */
export async function dial(
  { url }: Pick<TestServer, 'url'>,
  protocols: string | string[] = 'graphql-transport-ws',
): Promise<ProtocolClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocols)
  onTestFinished(() => socket.terminate())
  const arrived: (Message | Closing)[] = []
  const waiting: ((heard: Message | Closing) => void)[] = []
  const arrive = (heard: Message | Closing) => {
    const first = waiting.shift()
    if (first === undefined) arrived.push(heard)
    else first(heard)
  }
  socket.on('message', (data, isBinary) => {
    if (isBinary) throw new Error('The protocol knows text messages only')
    arrive(JSON.parse(String(data)))
  })
  socket.on('close', (code, reason) => arrive({ code, reason: String(reason) }))
  const listen = (): Promise<Message | Closing> => {
    const first = arrived.shift()
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first)
  }
  const client: ProtocolClient = {
    socket,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    hear: async () => {
      const heard = await listen()
      if ('code' in heard) throw new Error(`The server closed with ${JSON.stringify(heard)}`)
      return heard
    },
    init: (payload) => {
      client.say({ type: 'connection_init', ...(payload && { payload }) })
      return client.hear()
    },
    begin: (id, query, rest = {}) => client.say({ id, type: 'subscribe', payload: { query, ...rest } }),
    closed: async () => {
      const heard = await listen()
      if ('code' in heard) return heard as Closing
      throw new Error(`The server did not close, it said ${JSON.stringify(heard)}`)
    },
  }
  await once(socket, 'open')
  return client
}

/** Connected and acknowledged. */
export async function dialAndInit(server: Pick<TestServer, 'url'>): Promise<ProtocolClient> {
  const client = await dial(server)
  await client.init()
  return client
}

/** Resolves when the server has answered a ping: whatever it had to say before was heard. */
export async function settle(client: ProtocolClient): Promise<readonly Message[]> {
  client.say({ type: 'ping', payload: { from: 'settle' } })
  const before: Message[] = []
  for (let message = await client.hear(); message.type !== 'pong'; message = await client.hear()) before.push(message)
  return before
}
