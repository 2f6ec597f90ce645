import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { buildSchema } from '../../schema/index.ts'
import { checkLimits } from '../../schema/limits.ts'
import { type ClientOptions, createClient, type Events } from '../../src/client/index.ts'
import type { Log } from '../../src/engine/context.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import type { Recovery, RecoveryOptions } from '../../src/index.ts'
import { HttpServer } from '../../src/server/http-server.ts'
import { testEngine } from '../support/engine.ts'

const schema = buildSchema()
const ignore = () => undefined
const log: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** A real server over a real engine in memory whose time the test owns. Its HTTP side can be stopped and started again. */
export async function startServed(options: RecoveryOptions = {}) {
  const { recovery, clock } = await testEngine(options)
  let server = await open(recovery, 0)
  const { url } = server
  onTestFinished(() => server.stop(0))
  return {
    recovery,
    clock,
    url,
    stop: () => server.stop(0),
    restart: async () => {
      server = await open(recovery, Number(new URL(url).port))
    },
  }
}

async function open(recovery: Recovery, port: number): Promise<HttpServer> {
  const server = new HttpServer({ host: '127.0.0.1', port, allowedHosts: [], version: '1.2.3', clock: createSystemClock(), log })
  await server.listen()
  server.open({ schema, createContext: () => createContext(recovery), formatError: toGraphQLError, checkLimits, log })
  return server
}

/** A client that loses no time between its tries; it is closed when the test has finished. */
export function connect(options: ClientOptions) {
  const client = createClient({ random: () => 0, ...options })
  onTestFinished(() => client.close())
  return client
}

/** The next `count` events. */
export async function take<T>(events: Events<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  while (taken.length < count) {
    const { done, value } = await events.next()
    if (done === true) break
    taken.push(value)
  }
  return taken
}

/** A class of WebSockets that tells what is sent through it. */
export function tappedSocket() {
  const queries: string[] = []
  let onQuery: () => void = () => undefined
  class TappedSocket extends WebSocket {
    override send(text: string): void {
      super.send(text)
      const { type, payload } = JSON.parse(text) as { readonly type: string; readonly payload?: { readonly query: string } }
      if (type !== 'subscribe') return
      queries.push(payload?.query ?? '')
      onQuery()
    }
  }
  /** Resolves once so many operations were sent. */
  const sent = async (count: number) => {
    while (queries.length < count) {
      await new Promise<void>((resolve) => {
        onQuery = resolve
      })
    }
  }
  return { webSocket: TappedSocket, queries, sent }
}
