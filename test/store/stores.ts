import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Change } from '../../src/operation/change.ts'
import type { Command } from '../../src/operation/command.ts'
import { creation } from '../../src/operation/creation.ts'
import type { EncryptionKey } from '../../src/operation/encryption-keys.ts'
import { type NewOperation, newOperation, type Operation } from '../../src/operation/operation.ts'
import type { CommitAnswer, Store } from '../../src/operation/store.ts'
import { transition } from '../../src/operation/transition.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { type JobTable, memoryJobs, sqliteJobs } from '../support/job-table.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface OpenStore {
  readonly name: string
  readonly open: () => Promise<Store>
  /** With the jobs of a cluster in the same place. */
  readonly openWithJobs: () => Promise<{ readonly store: Store; readonly jobs: JobTable }>
}

/** A key of 32 equal bytes: `testKey('a', 1)`. */
export function testKey(id: string, byte: number): EncryptionKey {
  return { id, key: new Uint8Array(32).fill(byte) }
}

const KEYS = [testKey('a', 1)]

/** Every store, opened empty for one test. */
export const STORES: readonly OpenStore[] = [
  { name: 'memory', open: async () => memory(), openWithJobs: async () => ({ store: memory(), jobs: memoryJobs() }) },
  { name: 'sqlite', open: async () => sqlite(await tempFile()), openWithJobs: () => sqliteWithJobs() },
  { name: 'encrypted sqlite', open: async () => sqlite(await tempFile(), KEYS), openWithJobs: () => sqliteWithJobs(KEYS) },
]

function memory(): Store {
  return closing(createMemoryStore({ random: seededRandom(5) }))
}

async function sqlite(file: string, encryption: readonly EncryptionKey[] = []): Promise<Store> {
  return closing(await openSqliteStore({ file, encryption, random: seededRandom(5) }))
}

async function sqliteWithJobs(encryption: readonly EncryptionKey[] = []) {
  const file = await tempFile()
  const store = await sqlite(file, encryption)
  const jobs = sqliteJobs(file)
  onTestFinished(jobs.close)
  return { store, jobs }
}

function closing(store: Store): Store {
  onTestFinished(() => store.close())
  return store
}

/** A database file of its own, gone after the test. */
export async function tempFile(): Promise<string> {
  return join(await tempFolder(), 'recovery.db')
}

export const T0 = Date.UTC(2026, 0, 1)

/** The creation of an operation; what is not said is ordinary. */
export function created(id: string, given: Partial<NewOperation> = {}, now = T0): Change {
  const plain = { functionName: 'work', input: null, metadata: {}, priority: 0, idempotencyKey: null, runAt: null }
  return creation(newOperation({ ...plain, deadlineMs: null, maxAttempts: 3, traceId: null, ...given, id }, now))
}

/** The change that a command makes of a row. */
export function following(operation: Operation, command: Command, now = T0): Change {
  const outcome = transition(operation, command, now)
  if (outcome.kind !== 'changed') throw new Error(`${command.type} is ${outcome.kind}`)
  return outcome.change
}

export function begin(operation: Operation, now = T0): Change {
  const { id } = operation
  return following(
    operation,
    { type: 'begin', attemptId: `att_${id}_${operation.sequence}`, token: `lease_${id}`, server: 'srv' },
    now,
  )
}

export function complete(operation: Operation, now = T0): Change {
  return following(operation, { type: 'complete', token: operation.token ?? '', result: 'ok' }, now)
}

export async function commit(store: Store, ...changes: Change[]): Promise<readonly CommitAnswer['kind'][]> {
  return (await store.commit(changes)).map((answer) => answer.kind)
}

/** Commits a whole successful life; answers the finished row. */
export async function finished(store: Store, id: string, given: Partial<NewOperation> = {}, now = T0): Promise<Operation> {
  const first = created(id, given, now)
  const second = begin(first.operation, now)
  const third = complete(second.operation, now)
  await commit(store, first)
  await commit(store, second)
  await commit(store, third)
  return third.operation
}
