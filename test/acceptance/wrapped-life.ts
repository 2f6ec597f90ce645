import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createSystemClock, systemRandom } from '../../src/engine/system.ts'
import { createRecovery, currentOperation, type Persistence, type Recovery } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import { type KillPoint, KillSwitch, withKillSwitch } from './kill-switch.ts'

/** The stored name of the wrapped function, in every process. */
export const NAME = 'install'
export const OPTIONS = { name: NAME, initialDelay: '10ms', jitter: 0 } as const
export const SLEEP_MS = 150

/** What a process does with a wrapped function: it calls it once, and dies on the way. */
export interface WrappedLife {
  readonly database: string
  /** Lists the calls that were made, a line each. */
  readonly calls: string
  readonly persistence: Persistence
  /** `fails`: its first attempt does. `sleeps`: every attempt sleeps between two steps. */
  readonly work: 'fails' | 'sleeps'
  readonly killAt: KillPoint | null
}

const clock = createSystemClock()

function openStore(database: string): Promise<Store> {
  const onError = (error: unknown) => {
    throw error
  }
  return openSqliteStore({ file: database, synchronous: 'normal', random: systemRandom, onError })
}

/** The function that is wrapped, whichever way. Its first call fails by its own count, durable or not. */
function workOf({ calls, work }: WrappedLife, kill: KillSwitch): (project: string) => Promise<string> {
  return async (project) => {
    appendFileSync(calls, `${project}\n`)
    kill.reach('call', 'after')
    if (work === 'fails' && countCalls(calls) === 1) throw new Error('the first call always fails')
    if (work === 'sleeps') {
      const operation = currentOperation()
      await operation?.step('before', () => project)
      await operation?.sleep('pause', SLEEP_MS)
      await operation?.step('after', () => project)
    }
    return `${project} installed`
  }
}

export function countCalls(calls: string): number {
  return existsSync(calls) ? readFileSync(calls, 'utf8').split('\n').length - 1 : 0
}

/** An engine that is not open yet: what is registered before `open` is what it goes on with. */
export async function raise(life: WrappedLife) {
  const kill = new KillSwitch(life.killAt)
  const store = await openStore(life.database)
  const recovery = await createRecovery({ store: withKillSwitch(store, kill), clock, open: false })
  return { recovery, work: workOf(life, kill) }
}

/** Wraps the function and calls it, in the process that is to die. */
export async function callWrapped(life: WrappedLife): Promise<void> {
  const { recovery, work } = await raise(life)
  const install = recovery.recoverable(work, { ...OPTIONS, persistence: life.persistence })
  await recovery.open()
  await install('demo')
  await recovery.stop()
}

/** All operations there are, in the order of their creation. */
export async function operationsIn(recovery: Recovery) {
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 10 })
  return operations
}
