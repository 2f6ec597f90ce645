import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createContext } from '../../schema/context.ts'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { buildSchema } from '../../schema/index.ts'
import { checkLimits } from '../../schema/limits.ts'
import { createSystemClock, systemRandom } from '../../src/engine/system.ts'
import { createRecovery } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { HttpServer } from '../../src/server/http-server.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { serverSockets } from '../server/stalled-client.ts'
import { connect } from '../server/ws-client.ts'

// More than a subscriber's queue holds, in messages so large that no kernel takes them all for a client that does not read.
const OPERATIONS = 1000
const STATES = ['PENDING', 'IN_PROGRESS', 'SUCCESS']
const COPIES = 60
const LONG_ID = 'x'.repeat(200)
const BUFFER_BOUND = 256 * 1024
const fields = Array.from({ length: COPIES }, (_, copy) => `copy${copy}: operationId`).join(' ')
const QUERY = `subscription { recoveryUpdate { cursor operationId state ${fields} } }`

const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }

/** A store that counts how often the log was read: by a subscriber that fell behind. */
function countingReads() {
  const inner = createMemoryStore({ random: systemRandom })
  const reads = { count: 0 }
  const store: Store = new Proxy(inner, {
    get(target, name) {
      if (name === 'readLog') reads.count++
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { store, reads }
}

/** The engine, the schema and the server as the product puts them together, in this process. */
async function startProduct() {
  const clock = createSystemClock()
  const { store, reads } = countingReads()
  const recovery = await createRecovery({ store, clock })
  onTestFinished(() => recovery.stop({ timeoutMs: 100 }))
  const server = new HttpServer({ host: '127.0.0.1', port: 0, allowedHosts: [], version: '1.2.3', clock, log })
  await server.listen()
  onTestFinished(() => server.stop(100))
  const createOwnContext = () => createContext(recovery)
  server.open({ schema: buildSchema(), createContext: createOwnContext, formatError: toGraphQLError, checkLimits, log })
  const quick = recovery.define('quick', async () => 1)
  /** Runs all operations, and looks meanwhile at what the server holds back for its first connection. */
  const work = async (sockets: ReturnType<typeof serverSockets>) => {
    let most = 0
    for (let index = 0; index < OPERATIONS; index++) {
      await quick.run(null, { id: `${index}-${LONG_ID}` })
      most = Math.max(most, sockets[0]?.writableLength ?? 0)
    }
    return most
  }
  return { url: server.url, port: Number(new URL(server.url).port), reads, work }
}

interface Update {
  readonly cursor: string
  readonly operationId: string
  readonly state: string
}

/** Every change of every operation, once, and those of each operation in order. */
function expectComplete(updates: readonly Update[]): void {
  const seen = updates.map(({ operationId, state }) => `${operationId.split('-')[0]} ${state}`)
  expect(seen).toEqual(Array.from({ length: OPERATIONS }, (_, index) => STATES.map((state) => `${index} ${state}`)).flat())
  expect(new Set(updates.map(({ cursor }) => cursor)).size).toBe(updates.length)
}

test('a WebSocket that stops reading costs no memory, and gets every change once and in order when it reads again', async () => {
  const sockets = serverSockets()
  const { url, reads, work } = await startProduct()
  const client = await connect(url)
  await client.send({ id: 's', type: 'subscribe', payload: { query: QUERY } })
  // Its answer comes after the subscription has begun.
  await client.send({ id: 'q', type: 'subscribe', payload: { query: '{ functions { name } }' } })
  expect(await client.next()).toMatchObject({ id: 'q', type: 'next' })
  expect(await client.next()).toEqual({ id: 'q', type: 'complete' })
  client.socket.pause()

  expect(await work(sockets)).toBeLessThan(BUFFER_BOUND)
  client.socket.resume()
  const updates: Update[] = []
  while (updates.length < OPERATIONS * STATES.length) {
    const { payload } = await client.next()
    updates.push((payload as { data: { recoveryUpdate: Update } }).data.recoveryUpdate)
  }

  expectComplete(updates)
  expect(reads.count).toBeGreaterThan(0)
})

test('a stream of server-sent events that is not read costs no memory, and tells every change once and in order', async () => {
  const sockets = serverSockets()
  const { port, reads, work } = await startProduct()
  const path = `/graphql?query=${encodeURIComponent(QUERY)}`
  const outgoing = request({ host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream' }, agent: false }).end()
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]

  expect(await work(sockets)).toBeLessThan(BUFFER_BOUND)
  const updates: Update[] = []
  let rest = ''
  for await (const chunk of response.setEncoding('utf8')) {
    const parts = (rest + chunk).split('\n\n')
    rest = parts.pop() as string
    for (const part of parts) {
      const data = /^data:(.+)$/m.exec(part)?.[1]
      if (data !== undefined) updates.push(JSON.parse(data).data.recoveryUpdate)
    }
    if (updates.length === OPERATIONS * STATES.length) break
  }

  expectComplete(updates)
  expect(reads.count).toBeGreaterThan(0)
})
