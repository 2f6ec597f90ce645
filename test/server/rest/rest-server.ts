import type { GraphQLSchema } from 'graphql'
import { onTestFinished } from 'vitest'
import { createContext, type TraceHeaders } from '../../../schema/context.ts'
import { toGraphQLError } from '../../../schema/error-formatting.ts'
import { buildSchema } from '../../../schema/index.ts'
import { checkLimits } from '../../../schema/limits.ts'
import type { Log } from '../../../src/engine/context.ts'
import { createSystemClock } from '../../../src/engine/system.ts'
import type { RecoveryOptions } from '../../../src/index.ts'
import { ANYONE, type Caller } from '../../../src/operation/caller.ts'
import { HttpServer } from '../../../src/server/http-server.ts'
import { createRest } from '../../../src/server/rest/rest-api.ts'
import { createMemoryStore } from '../../../src/store/memory-store.ts'
import { served } from '../../diagnostics/served.ts'
import { testEngine } from '../../support/engine.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const SCHEMA = buildSchema()

type Fields = Readonly<Record<string, unknown>>

/** Every key that some answer has at its top; which of them are there is what the tests find out. */
interface Body extends Fields {
  readonly success: boolean
  readonly error: string
  readonly type: string
  readonly suggestions: readonly string[]
  readonly recovery: Fields
  readonly performance: Fields
  readonly operation: Fields
  readonly operations: readonly (Fields & { readonly operation_id: string })[]
  readonly total_count: number
  readonly retry_id: string
  readonly download: Fields
  readonly downloads: readonly (Fields & { readonly id: string })[]
  readonly history: readonly (Fields & { readonly id: string })[]
}

export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

/** REST on a real server, over a real engine in memory whose time the test owns. */
export async function startRest(options: RecoveryOptions = {}, schema = SCHEMA) {
  const { recovery, clock } = await testEngine(options)
  return { recovery, clock, ...(await serve((caller, trace) => createContext(recovery, caller, null, trace), schema)) }
}

/** The same in real time, with diagnostics. */
export async function startDiagnostics(store = createMemoryStore({ random: seededRandom(1) })) {
  const { recovery, diagnostics } = await served({ store })
  return { recovery, ...(await serve(() => createContext(recovery, ANYONE, diagnostics), SCHEMA)) }
}

async function serve(createOwnContext: (caller: Caller, trace: TraceHeaders) => object, schema: GraphQLSchema) {
  const errors: object[] = []
  const ignore = () => undefined
  const log: Log = { debug: ignore, info: ignore, warn: ignore, error: (fields) => errors.push(fields) }
  const address = { host: '127.0.0.1', port: 0, allowedHosts: [], version: '1.2.3', clock: createSystemClock(), log }
  const server = new HttpServer(address)
  await server.listen()
  onTestFinished(() => server.stop(100))
  server.open({
    schema,
    createContext: createOwnContext,
    formatError: toGraphQLError,
    checkLimits,
    log,
    createRest: (api) => createRest(api, address.version),
  })
  const { url } = server
  const get = (path: string) => ask(`${url}${path}`)
  const post = (path: string, body?: unknown) => ask(`${url}${path}`, posted(body))
  return { url, port: Number(new URL(url).port), get, post, errors }
}

export type RestServer = Awaited<ReturnType<typeof startRest>>

/** As the documented scripts send it: no body and no content type when there is nothing to say. */
function posted(body: unknown): RequestInit {
  if (body === undefined) return { method: 'POST' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }
}

export async function ask(url: string, init?: RequestInit): Promise<RestAnswer> {
  const response = await fetch(url, init)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
}

/** `done` succeeded, `recovered` after a failure; `waits` is being retried, `ended` is exhausted, `refused` failed. */
export async function withOperations() {
  const rest = await startRest()
  const { recovery, clock } = rest
  const broken = () => Promise.reject(Object.assign(new Error('connection reset'), { code: 'ECONNRESET' }))
  recovery.define('good', () => 'fine')
  recovery.define('flaky', broken, { maxRetries: 1, initialDelay: '1s', jitter: 0, circuitBreaker: false })
  recovery.define('mended', (_input, ctx) => (ctx.attempt === 1 ? broken() : 'fine'), { initialDelay: '2s', jitter: 0 })
  recovery.define('bad', () => Promise.reject(new TypeError('never works')))
  await recovery.start('good', null, { id: 'done' })
  await recovery.start('mended', null, { id: 'recovered' })
  await recovery.start('flaky', { n: 1 }, { id: 'ended', metadata: { team: 'blue' } })
  await recovery.start('bad', null, { id: 'refused' })
  await clock.advance(10_000)
  await recovery.start('flaky', null, { id: 'waits' })
  await clock.advance(0)
  return rest
}
