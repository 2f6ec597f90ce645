import { expect, test } from 'vitest'
import type { Change } from '../../src/operation/change.ts'
import type { CommitAnswer, Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

type Interfere = (change: Change, commit: () => Promise<CommitAnswer>) => Promise<CommitAnswer>

/** A memory store whose answers a test bends. */
function bentStore(interfere: Interfere): Store {
  const inner = createMemoryStore({ random: seededRandom(7) })
  const commit = (changes: readonly Change[]) =>
    Promise.all(changes.map((change) => interfere(change, async () => (await inner.commit([change]))[0] as CommitAnswer)))
  return new Proxy(inner, {
    get(target, name) {
      if (name === 'commit') return commit
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

function once(type: string, interfere: Interfere): Interfere {
  let done = false
  return (change, commit) => {
    if (done || change.event?.type !== type) return commit()
    done = true
    return interfere(change, commit)
  }
}

const lost = new Error('the answer was lost')

test.each([
  ['was written', true],
  ['was not written', false],
])('an end of unknown outcome that %s is settled by reading the row', async (_case, written) => {
  const store = bentStore(
    once('succeeded', async (_change, commit) => {
      if (written) await commit()
      return { kind: 'unknown', error: lost }
    }),
  )
  const { recovery, clock } = await testEngine({ store })
  let calls = 0
  const work = recovery.define('work', async () => ++calls)
  const handle = await work.start(null)
  await clock.advance(2000)

  await expect(handle.result()).resolves.toBe(1)
  expect(await handle.operation()).toMatchObject({ state: 'success', attempt: 1 })
})

test('a result that the store refuses ends the operation failed and says why', async () => {
  const store = bentStore(once('succeeded', async () => ({ kind: 'rejected', error: new Error('too big') })))
  const { recovery } = await testEngine({ store })
  const work = recovery.define('work', async () => 'huge')

  await expect(work.run(null)).rejects.toMatchObject({ name: 'OperationFailedError', error: { category: 'validation' } })
})

test('a start of unknown outcome says so instead of guessing', async () => {
  const store = bentStore(once('created', async () => ({ kind: 'unknown', error: lost })))
  const { recovery } = await testEngine({ store })
  const work = recovery.define('work', async () => 1)

  await expect(work.start(null)).rejects.toThrow('read the operation before trying again')
})

test('a command that finds the row changed reads it again and decides anew', async () => {
  let conflicts = 0
  const store = bentStore((change, commit) => {
    if (change.event?.type !== 'paused' || ++conflicts > 3) return commit()
    return Promise.resolve({ kind: 'conflict' })
  })
  const { recovery, clock } = await testEngine({ store })
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 1000) })

  await expect(handle.pause()).resolves.toMatchObject({ state: 'paused' })
})

test('a command against a row that never stands still gives up with a clear error', async () => {
  const store = bentStore((change, commit) =>
    change.event?.type === 'paused' ? Promise.resolve({ kind: 'conflict' } as const) : commit(),
  )
  const { recovery, clock } = await testEngine({ store })
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 1000) })

  await expect(handle.pause()).rejects.toMatchObject({ code: 'OVERLOADED' })
})

test('a beginning that the store refuses is tried again, once a second', async () => {
  let refusals = 0
  const store = bentStore((change, commit) => {
    if (change.event?.type !== 'attempt_started' || ++refusals > 3) return commit()
    return Promise.resolve({ kind: 'rejected', error: lost })
  })
  const { recovery, clock } = await testEngine({ store })
  const work = recovery.define('work', async () => 'ran')
  const handle = await work.start(null)
  await clock.advance(500)
  expect(refusals).toBe(1)
  await clock.advance(3000)

  await expect(handle.result()).resolves.toBe('ran')
  expect(refusals).toBe(4)
})

test.each([
  ['was written', true],
  ['was not written', false],
])('a beginning of unknown outcome that %s leads to one attempt that succeeds', async (_case, written) => {
  const store = bentStore(
    once('attempt_started', async (_change, commit) => {
      if (written) await commit()
      return { kind: 'unknown', error: lost }
    }),
  )
  const { recovery, clock } = await testEngine({ store })
  let calls = 0
  const work = recovery.define('work', async () => ++calls)
  const handle = await work.start(null)
  await clock.advance(2000)

  expect(await handle.operation()).toMatchObject({ state: 'success', result: 1, attempt: 1, sequence: 1 })
})

test('an attempt whose end the store refused is taken up again within a minute', async () => {
  const store = bentStore(once('attempt_failed', async () => ({ kind: 'rejected', error: lost })))
  const { recovery, clock } = await testEngine({ store })
  let calls = 0
  const work = recovery.define('work', async () => (++calls === 1 ? Promise.reject(new Error('no')) : 'ran'))
  const handle = await work.start(null)
  await clock.advance(59_000)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  await clock.advance(3000)

  expect(await handle.operation()).toMatchObject({ state: 'success', interruptions: 1 })
})
