import { createSystemClock, systemRandom } from '../../src/engine/system.ts'
import { createRecovery, OperationEndedError, type Recovery } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { Account, prepare } from '../support/accounts.ts'
import { type KillPoint, KillSwitch, killAtRename, withKillSwitch } from './kill-switch.ts'
import { defineWork, type World } from './work.ts'

/** What one process does with a database: it starts what is not started yet, and works until all of it has ended. */
export interface Life {
  readonly database: string
  readonly world: World
  readonly jobs: readonly Job[]
  /** Where it dies; null: it lives until its work is done. */
  readonly killAt: KillPoint | null
  /** Default: as the engine says. */
  readonly maxInterruptions?: number
}

export interface Job {
  readonly id: string
  readonly functionName: string
  readonly input: unknown
}

export interface Begun {
  readonly store: Store
  readonly recovery: Recovery
  /** Resolves when all jobs have ended, however they did. */
  readonly done: Promise<void>
}

const clock = createSystemClock()

/** The store as a life opens it. */
export function openStore(database: string): Promise<Store> {
  const onError = (error: unknown) => {
    throw error
  }
  return openSqliteStore({ file: database, synchronous: 'normal', random: systemRandom, onError, entities: [Account], prepare })
}

/** Reads the database while no engine is at work on it. */
export async function inStore<T>(database: string, read: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(database)
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}

/** Begins a life in this process. */
export async function beginLife({ database, world, jobs, killAt, maxInterruptions }: Life): Promise<Begun> {
  const kill = new KillSwitch(killAt)
  if (killAt?.at === 'rename') killAtRename(kill)
  const store = withKillSwitch(await openStore(database), kill)
  const waits = { initialDelay: '10ms', jitter: 0 } as const
  const defaults = { ...waits, ...(maxInterruptions === undefined ? {} : { maxInterruptions }) }
  const recovery = await createRecovery({ store, clock, defaults, concurrency: 4, open: false })
  defineWork(recovery, world, kill, clock)
  await recovery.open()
  const ends = jobs.map((job) => endOf(recovery, job).catch(ignoreEnd))
  return { store, recovery, done: Promise.all(ends).then(() => undefined) }
}

async function endOf(recovery: Recovery, { id, functionName, input }: Job): Promise<void> {
  const known = (await recovery.operation(id)) !== null
  await (known ? recovery.ending(id) : recovery.run(functionName, input, { id }))
}

function ignoreEnd(error: unknown): void {
  if (!(error instanceof OperationEndedError)) throw error
}
