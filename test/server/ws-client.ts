import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'

/** A connection that speaks graphql-transport-ws word by word. */
export interface TestClient {
  readonly socket: WebSocket
  send(message: object): Promise<void>
  /** The next message that was not yet answered here. */
  next(): Promise<Record<string, unknown>>
}

/** Connects and initialises; the connection is cut when the test has finished. */
export async function connect(url: string, options: ClientOptions = {}): Promise<TestClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options)
  onTestFinished(() => socket.terminate())
  const arrived: Record<string, unknown>[] = []
  const waiting: ((message: Record<string, unknown>) => void)[] = []
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Record<string, unknown>
    const first = waiting.shift()
    if (first === undefined) arrived.push(message)
    else first(message)
  })
  await once(socket, 'open')
  const client: TestClient = {
    socket,
    send: (message) => new Promise((resolve) => socket.send(JSON.stringify(message), () => resolve())),
    next: () => {
      const first = arrived.shift()
      return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first)
    },
  }
  await client.send({ type: 'connection_init' })
  await client.next()
  return client
}
