import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'

interface Message {
  readonly type: string
  readonly id?: string
  readonly payload?: Readonly<Record<string, unknown>>
}

/** What the server does with each message of its nth connection, from 0. */
export type Script = (message: Message, peer: Peer, nth: number) => void

export interface Peer {
  readonly close: (code: number, reason: string) => void
  readonly send: (...messages: readonly Message[]) => void
}

/** A server of graphql-transport-ws that does what a test says, right or wrong. */
export async function startScripted(script: Script) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'graphql-transport-ws' })
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  let connections = 0
  server.on('connection', (socket) => {
    const nth = connections++
    const peer = peerOf(socket)
    socket.on('message', (data) => script(JSON.parse(String(data)) as Message, peer, nth))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections }
}

function peerOf(socket: WebSocket): Peer {
  return {
    close: (code, reason) => socket.close(code, reason),
    send: (...messages) => {
      for (const message of messages) socket.send(JSON.stringify(message))
    },
  }
}

/** The answer to a subscription: one event with this cursor. */
export function event(id: string | undefined, cursor: string): Message {
  return { type: 'next', ...(id !== undefined && { id }), payload: { data: { recoveryUpdate: { cursor } } } }
}
