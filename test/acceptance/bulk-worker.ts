import { flushCompileCache } from 'node:module'
import process from 'node:process'
import { createSystemClock } from '../../src/engine/system.ts'
import { createRecovery } from '../../src/index.ts'
import { type KillPoint, KillSwitch, withKillSwitch } from './kill-switch.ts'
import { openStore } from './life.ts'

/** What one process does: it begins a bulk operation, or goes on with the one that is there, and waits for its end. */
export interface BulkLife {
  readonly database: string
  readonly action: 'cancel' | 'delete'
  readonly killAt: KillPoint | null
}

// Written at the end of a process, which most of these do not reach.
flushCompileCache()
const { database, action, killAt } = JSON.parse(process.argv[2] ?? '') as BulkLife
const store = withKillSwitch(await openStore(database), new KillSwitch(killAt))
// What the test has made is older than what is kept.
const retention = { operations: null, events: null }
const recovery = await createRecovery({ store, clock: createSystemClock(), retention, open: false })
const { operations } = await recovery.list({
  filter: { functionNames: ['bulk.control'] },
  order: { field: 'created_at', direction: 'asc' },
  limit: 1,
})
await recovery.open()
const operation = operations[0] ?? (await recovery.bulk[action]({ functionNames: ['work'] })).operation
await recovery.ending(operation?.id ?? '')
await recovery.stop()
