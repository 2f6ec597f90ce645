import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { EventSource } from './event-source.ts'

const CHANNEL = 'net.server.socket'

/** The server's ends of the connections that are opened from now on in this test. */
export function serverSockets(): readonly Socket[] {
  const sockets: Socket[] = []
  const remember = (message: unknown) => sockets.push((message as { socket: Socket }).socket)
  subscribe(CHANNEL, remember)
  onTestFinished(() => {
    unsubscribe(CHANNEL, remember)
  })
  return sockets
}

/** Makes the source produce as many events of 1 kB as it is asked for, up to `count`; answers their texts. */
export function produce(source: EventSource, count: number, onEach: () => void): readonly string[] {
  const made: string[] = []
  source.produce(() => {
    onEach()
    if (made.length === count) return null
    made.push(`${made.length}:`.padEnd(1000, 'x'))
    return made.at(-1) as string
  })
  return made
}

/** Resolves when the kernel takes no more of a connection: what the server writes now would stay in its memory. */
export async function untilStalled(socket: Socket | undefined, source: EventSource): Promise<void> {
  let before = -1
  await expect
    .poll(
      () => {
        const stands = source.taken === before && socket !== undefined && socket.writableLength > 0
        before = source.taken
        return stands
      },
      { interval: 100, timeout: 10_000 },
    )
    .toBe(true)
}
