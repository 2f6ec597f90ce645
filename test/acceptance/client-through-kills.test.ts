import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ClientError, createClient, OperationEvents, orThrow, type RecoveryClient } from '../../src/client/index.ts'
import { decodeCursor } from '../../src/operation/cursor.ts'
import { startServerProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const COUNT = 120
const KILLS = 3
const IDS = Array.from({ length: COUNT }, (_, index) => `operation-${index}`)

const FUNCTIONS = `
export function register(recovery) {
  recovery.define('work', async (input, ctx) => {
    await ctx.step('a step', () => input)
    if (input % 3 === 0 && ctx.attempt === 1) throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
    return input
  }, { maxRetries: 3, initialDelay: '20ms', circuitBreaker: false })
}
`

/** Some port that is free now, and that one server after the other listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The real server as a process that can be killed and started again at the same address. */
async function startMortal() {
  const folder = await tempFolder()
  await writeFile(join(folder, 'functions.mjs'), FUNCTIONS)
  const settings = { PORT: String(await freePort()), RECOVERY_STORE: 'sqlite:recovery.db', RECOVERY_FUNCTIONS: './functions.mjs' }
  let server = startServerProcess(folder, settings)
  const url = await server.started()
  const killAndRestart = async () => {
    server.child.kill('SIGKILL')
    await server.exited
    server = startServerProcess(folder, settings)
    await server.started()
  }
  return { url, killAndRestart }
}

/** Starts all of them, each as often as it takes until a server says that it has it. */
async function startAll(client: RecoveryClient): Promise<void> {
  for (const [input, id] of IDS.entries()) {
    for (;;) {
      try {
        orThrow(await client.start({ functionName: 'work', id, input }))
        break
      } catch (error) {
        if (!(error instanceof ClientError) || !['UNREACHABLE', 'STORE_UNAVAILABLE'].includes(error.code)) throw error
        await connected(client)
      }
    }
  }
}

function connected(client: RecoveryClient): Promise<void> {
  if (client.connection.state === 'connected') return Promise.resolve()
  return new Promise((resolve) => {
    const stop = client.onConnection(({ state }) => {
      if (state !== 'connected') return
      stop()
      resolve()
    })
  })
}

/** The cursors of the whole log, as the server keeps it by operation. */
async function readLog(client: RecoveryClient): Promise<readonly string[]> {
  const cursors: string[] = []
  for (const id of IDS) {
    const { operation } = await client.query(OperationEvents, { id, first: 100 })
    cursors.push(...(operation?.events.edges.map(({ node }) => node.cursor) ?? []))
  }
  return cursors.toSorted((a, b) => decodeCursor(a).position - decodeCursor(b).position)
}

test('however often the server is killed, subscribers get every event of the log exactly once and in order', async () => {
  const { url, killAndRestart } = await startMortal()
  const client = createClient({ url, random: () => 0.1 })
  onTestFinished(() => client.close())
  const { eventCursor: after } = await client.status()
  const updates: string[] = []
  const completed: string[] = []
  const watching = (async () => {
    for await (const { cursor, type } of client.updates({ after })) {
      // That a step is done is no event of the log.
      if (type !== null) updates.push(cursor)
    }
  })()
  const starting = startAll(client)
  let kills = 0
  let restarting: Promise<void> | null = null
  for await (const { operationId } of client.completions({ after })) {
    completed.push(operationId)
    if (completed.length === COUNT) break
    if (restarting !== null || kills === KILLS || completed.length < ((kills + 1) * COUNT) / (KILLS + 1)) continue
    kills++
    // Not waited for: what the dying process has sent is still on its way.
    restarting = killAndRestart().then(() => {
      restarting = null
    })
  }
  await Promise.all([starting, restarting])
  const log = await readLog(client)
  while (updates.at(-1) !== log.at(-1)) await new Promise((resolve) => setImmediate(resolve))
  client.close()
  await watching
  expect(kills).toBe(KILLS)
  expect(completed.toSorted()).toEqual(IDS.toSorted())
  expect(updates).toEqual(log)
}, 60_000)
