import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { expect, onTestFinished } from 'vitest'
import { createContext } from '../../../schema/context.ts'
import { toGraphQLError } from '../../../schema/error-formatting.ts'
import { buildSchema } from '../../../schema/index.ts'
import { checkLimits } from '../../../schema/limits.ts'
import type { Log } from '../../../src/engine/context.ts'
import { createSystemClock } from '../../../src/engine/system.ts'
import type { RecoveryOptions } from '../../../src/index.ts'
import type { Clock } from '../../../src/operation/clock.ts'
import { HttpServer } from '../../../src/server/http-server.ts'
import { createSocketio } from '../../../src/server/socketio/socketio.ts'
import { testEngine } from '../../support/engine.ts'

const schema = buildSchema()

export const TRANSPORTS = ['polling', 'websocket'] as const

type Fields = Readonly<Record<string, unknown>>

/** An event as a script of the old system receives it. */
export interface Received {
  readonly event: string
  readonly payload: Fields
}

export interface TestSocket {
  readonly socket: Socket
  /** All that came, `connected` included, in the order it came. */
  readonly received: readonly Received[]
  /** Resolves when so many events of a name came; answers their payloads. */
  readonly until: (event: string, count: number) => Promise<readonly Fields[]>
}

/** socket.io on a real server, over a real engine in memory whose time the test owns. */
export async function startSocketio(options: RecoveryOptions = {}, serverClock: Clock = createSystemClock()) {
  const { recovery, clock } = await testEngine(options)
  const warnings: string[] = []
  const errors: object[] = []
  const ignore = () => undefined
  const warn = (_fields: object, message: string) => warnings.push(message)
  const log: Log = { debug: ignore, info: ignore, warn, error: (fields) => errors.push(fields) }
  const address = { host: '127.0.0.1', port: 0, allowedHosts: [], version: '1.2.3', clock: serverClock, log }
  const server = new HttpServer(address)
  await server.listen()
  onTestFinished(() => server.stop(100))
  server.open({
    schema,
    createContext: () => createContext(recovery),
    formatError: toGraphQLError,
    checkLimits,
    log,
    createSocketio: (api) => createSocketio(api, { clock: serverClock, log }),
  })
  const { url } = server
  return { recovery, clock, server, url, port: Number(new URL(url).port), warnings, errors }
}

/** A socket.io client of its own connection; it is told of everything from when the answer is there. */
export async function connect(url: string, options: Partial<ManagerOptions & SocketOptions> = {}): Promise<TestSocket> {
  const client = receive(io(url, { forceNew: true, reconnection: false, ...options }))
  await client.until('connected', 1)
  return client
}

/** Notes what comes; the socket is closed when the test has finished. */
export function receive(socket: Socket): TestSocket {
  onTestFinished(() => void socket.disconnect())
  const received: Received[] = []
  socket.onAny((event: string, payload: Fields) => received.push({ event, payload }))
  const of = (event: string) => received.filter((one) => one.event === event).map(({ payload }) => payload)
  return {
    socket,
    received,
    until: async (event, count) => {
      await expect.poll(() => of(event).length, { interval: 5, timeout: 10_000 }).toBeGreaterThanOrEqual(count)
      return of(event)
    },
  }
}

/** What was told of an operation: `recovering 2`, and `success!` for its end. */
export function story({ received }: TestSocket, id: string): readonly string[] {
  return received
    .filter(({ payload }) => payload.operation_id === id)
    .map(({ event, payload }) =>
      event === 'recovery_completed' ? `${payload.final_state}!` : `${payload.state} ${payload.attempt}`,
    )
}
