import { onTestFinished } from 'vitest'
import type { Log } from '../../src/engine/context.ts'
import { createSystemClock } from '../../src/engine/system.ts'
import type { Clock } from '../../src/operation/clock.ts'
import type { ServedDashboard } from '../../src/server/dashboard.ts'
import type { GraphqlOptions } from '../../src/server/graphql-api.ts'
import { HttpServer, type OpenOptions } from '../../src/server/http-server.ts'
import { DEFAULT_LIMITS, type Limits } from '../../src/server/limits/limits.ts'
import { createTestApi, formatTestError, type TestApi } from './test-schema.ts'

export interface LogLine {
  readonly level: keyof Log
  readonly fields: object
  readonly message: string
}

export interface TestServer extends TestApi {
  readonly server: HttpServer
  /** Opens a server that was started with `open: false`. */
  readonly open: () => void
  readonly url: string
  readonly port: number
  readonly lines: readonly LogLine[]
}

interface TestServerOptions {
  readonly clock?: Clock
  readonly allowedHosts?: readonly string[]
  readonly checkLimits?: GraphqlOptions['checkLimits']
  readonly limits?: Partial<Limits>
  readonly metrics?: OpenOptions['metrics']
  readonly health?: OpenOptions['health']
  readonly maxTokens?: number
  readonly introspection?: boolean
  readonly graphiql?: boolean
  readonly dashboard?: ServedDashboard
  readonly formatError?: GraphqlOptions['formatError']
  /** In place of the test schema. */
  readonly schema?: GraphqlOptions['schema']
  /** False: it only listens, as a server does whose store is being opened. */
  readonly open?: boolean
}

/** A real server on a free port; it is stopped when the test has finished. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const lines: LogLine[] = []
  const line = (level: keyof Log) => (fields: object, message: string) => lines.push({ level, fields, message })
  const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  const { clock = createSystemClock(), allowedHosts = [], graphiql = true, dashboard = 'off' } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const address = { host: '127.0.0.1', port: 0, allowedHosts, version: '1.2.3' }
  const server = new HttpServer({ ...address, graphiql, dashboard, clock, log, limits })
  await server.listen()
  onTestFinished(() => server.stop(100))
  const api = createTestApi()
  const open = () =>
    server.open({
      ...openOptions(api, log, options),
      metrics: options.metrics ?? null,
      health: options.health ?? null,
    })
  if (options.open !== false) open()
  return { ...api, server, open, url: server.url, port: Number(new URL(server.url).port), lines }
}

function openOptions(api: TestApi, log: Log, options: TestServerOptions): GraphqlOptions {
  const { schema = api.schema, checkLimits = () => null, formatError = formatTestError } = options
  const { maxTokens = 5000, introspection = true } = options
  return { schema, createContext: () => ({}), formatError, checkLimits, maxTokens, introspection, log }
}

/** Posts JSON as GraphQL clients do. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text })
}
