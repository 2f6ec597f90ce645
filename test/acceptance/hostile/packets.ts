import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Case, Outcome } from './attack.ts'
import type { Target } from './target.ts'

const OPEN = '/socket.io/?EIO=4&transport=websocket'

/**
 * Says packets over a WebSocket of socket.io, after it was let in, and answers the first that refuses: an error of the
 * namespace (44), an acknowledgement (43), or how the server closed the connection.
 */
export function packets(...said: readonly (string | Buffer)[]): Case['attack'] {
  return async (target) => {
    const socket = await join(target, target.tokens.admin)
    const answer = refusalIn(socket)
    for (const one of said) socket.send(one)
    return answer.finally(() => socket.terminate())
  }
}

/** The same before it says who it is. */
export function firstPackets(...said: readonly string[]): Case['attack'] {
  return async ({ port }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${OPEN}`)
    await once(socket, 'message')
    const answer = refusalIn(socket)
    for (const one of said) socket.send(one)
    return answer.finally(() => socket.terminate())
  }
}

async function join({ port }: Target, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${OPEN}`)
  socket.on('error', () => undefined)
  await once(socket, 'message')
  socket.send(`40${JSON.stringify({ token })}`)
  await once(socket, 'message')
  return socket
}

async function refusalIn(socket: WebSocket): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  socket.on('message', (data) => {
    const packet = String(data)
    if (/^4[34]/.test(packet) && !packet.includes('"success":true')) resolve(outcomeOfPacket(packet))
  })
  socket.once('close', (status, reason) => resolve({ status, message: String(reason) }))
  return promise
}

function outcomeOfPacket(packet: string): Outcome {
  const [first] = [JSON.parse(packet.slice(packet.search(/[[{]/)))].flat()
  const { message, error, data } = first as { message?: string; error?: string; data?: { code?: string } }
  return { status: 0, ...(data?.code !== undefined && { code: data.code }), message: message ?? error ?? packet }
}
