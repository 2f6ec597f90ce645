import { onTestFinished } from 'vitest'
import { createRecovery, type FunctionOptions, type Recovery, type RecoveryOptions } from '../../src/index.ts'
import type { Change } from '../../src/operation/change.ts'
import type { Operation } from '../../src/operation/operation.ts'
import type { Store } from '../../src/operation/store.ts'
import { testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Opens after two failures in a row, for 10 s; an operation is tried once. */
export const TOUCHY = { maxRetries: 0, circuitBreaker: { threshold: 2, timeout: '10s' } } as const satisfies FunctionOptions

/** A store that keeps count of what is written. */
function counting(inner: Store) {
  const changes: Change[] = []
  const store = new Proxy(inner, {
    get(target, name) {
      if (name === 'commit') {
        return (given: readonly Change[]) => {
          changes.push(...given)
          return target.commit(given)
        }
      }
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { store, types: () => changes.map((change) => change.event?.type ?? 'none'), count: () => changes.length }
}

/** A function that fails until it is told that the world is well again. */
export function world(recovery: Recovery, options: FunctionOptions = TOUCHY, name = 'call') {
  const control = { well: false, calls: 0 }
  const call = recovery.define(
    name,
    async () => {
      control.calls++
      if (!control.well) throw new Error('down')
      return 'fine'
    },
    options,
  )
  return { control, call }
}

/** Starts this many, and lets what can happen now happen. */
export async function startMany(recovery: Recovery, clock: FakeClock, count: number, name = 'call'): Promise<readonly string[]> {
  const started = await Promise.all(Array.from({ length: count }, () => recovery.start(name, null)))
  await clock.advance(0)
  return started.map(({ operation }) => operation.id)
}

export async function statesOf(recovery: Recovery, ids: readonly string[]): Promise<readonly string[]> {
  return (await recovery.operations(ids)).map(({ state, blockedBy }) => (blockedBy === null ? state : `blocked ${state}`))
}

export async function only(recovery: Recovery, id: string): Promise<Operation> {
  return recovery.requireOperation(id)
}

/** An engine on a store of its own, whose writes are counted and whose time the test owns. */
export async function testWorld(open: () => Promise<Store>, options: RecoveryOptions = {}) {
  const written = counting(await open())
  return { ...(await testEngine({ ...options, store: written.store })), written }
}

/** Lives, one after the other, on one file and one clock. */
export async function lives() {
  const folder = await tempFolder()
  const clock = new FakeClock()
  async function live(define: (recovery: Recovery) => void, at: FakeClock = clock): Promise<Recovery> {
    const store = `sqlite:${folder}/recovery.db`
    const recovery = await createRecovery({ store, clock: at, random: seededRandom(1), open: false })
    onTestFinished(() => recovery.stop())
    define(recovery)
    await recovery.open()
    return recovery
  }
  return { clock, live }
}
