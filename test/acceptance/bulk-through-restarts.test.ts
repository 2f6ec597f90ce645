import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask, follow } from '../../scripts/demo/client.ts'
import { Server } from '../../scripts/demo/server.ts'
import { CancelOperations } from '../../src/client/documents/bulk.ts'
import { RecoveryStatus } from '../../src/client/documents/operations.ts'
import { created } from '../store/stores.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { inStore } from './life.ts'

const COUNT = 1500
const KILLS = 1
// A server is started twice, which takes its time on a busy machine.
const LIMIT_MS = 120_000

test(
  'two large cancels on a server that is killed change each operation once between them',
  async () => {
    const folder = await tempFolder()
    await inStore(join(folder, 'recovery.db'), async (store) => {
      const runAt = Date.UTC(2100, 0, 1)
      const input = { url: 'http://localhost/', destination: 'file' }
      const ids = Array.from({ length: COUNT }, (_, n) => `op-${n}`)
      await store.commit(ids.map((id) => created(id, { functionName: 'download', input, runAt })))
    })
    const server = new Server(folder, { RECOVERY_STORE: 'sqlite:recovery.db', RECOVERY_INITIAL_DELAY: '10ms' })
    onTestFinished(async () => {
      if (server.serving) await server.kill()
    })
    await server.start()
    const { recoveryStatus } = await ask(server.url, RecoveryStatus, {})
    const variables = { input: { filter: { functionNames: ['download'] }, reason: 'moved' } }
    const bulks = await Promise.all([ask(server.url, CancelOperations, variables), ask(server.url, CancelOperations, variables)])
    const ids = bulks.map(({ cancelOperations }) => cancelOperations.operation?.id ?? '')
    expect(ids.every((id) => id.startsWith('op_'))).toBe(true)

    const cancelled: string[] = []
    const ended = new Set<string>()
    let kills = 0
    for await (const { state, operationId } of follow(() => server.url, recoveryStatus.eventCursor)) {
      if (state === 'CANCELLED') cancelled.push(operationId)
      // A sweep of old events may end meanwhile, which is nothing of theirs.
      if (state === 'SUCCESS' && ids.includes(operationId)) ended.add(operationId)
      if (kills < KILLS && cancelled.length > 300 * (kills + 1)) {
        kills++
        await server.kill()
        await server.start()
      }
      if (ended.size === ids.length) break
    }
    await server.stop()

    // A subscriber saw each of them once, whatever happened to the server.
    expect([cancelled.length, new Set(cancelled).size]).toEqual([COUNT, COUNT])
    const operations = await inStore(join(folder, 'recovery.db'), (store) => store.operations(ids))
    const results = operations.map(({ result }) => result as { changed: number; skippedCount: number })
    expect(results.reduce((sum, { changed }) => sum + changed, 0)).toBe(COUNT)
    expect(results.map(({ skippedCount }) => skippedCount)).toEqual([0, 0])
  },
  LIMIT_MS,
)
