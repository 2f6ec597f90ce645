import { expect, test } from 'vitest'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** A memory store whose `due` a test replaces. */
function storeWith(due: (inner: Store) => Store['due']): Store {
  const inner = createMemoryStore({ random: seededRandom(7) })
  const replaced = due(inner)
  return new Proxy(inner, {
    get(target, name) {
      if (name === 'due') return replaced
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

test('one of low priority does not overtake what waits in the store for room in memory', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1, open: false })
  const order: string[] = []
  const hold = gate()
  const work = recovery.define('work', async (name: string) => {
    order.push(name)
    await hold.opened
  })
  const many = 600
  for (let n = 0; n < many; n++) await work.start(`ordinary ${n}`)
  await recovery.open()
  await clock.advance(0)
  await work.start('low', { priority: -1 })
  await work.start('high', { priority: 1 })
  hold.open()
  while (order.length < many + 2) await clock.advance(0)

  expect(order.indexOf('low')).toBe(many + 1)
  expect(order.indexOf('high')).toBe(1)
})

test('a read that fails loses nothing: what is due is claimed once the store answers again', async () => {
  let fails = false
  const store = storeWith(
    (inner) =>
      (...asked) =>
        fails ? Promise.reject(new Error('no answer')) : inner.due(...asked),
  )
  const { recovery, clock } = await testEngine({ store })
  const work = recovery.define('work', async () => 'ran')
  const handle = await work.start(null, { runAt: new Date(clock.now() + 100) })
  fails = true
  await clock.advance(200)
  fails = false
  expect(await handle.operation()).toMatchObject({ state: 'pending' })
  await clock.advance(1000)

  await expect(handle.result()).resolves.toBe('ran')
})

test('what becomes due between two looks at the clock is claimed all the same', async () => {
  const clock = new FakeClock()
  const at = clock.now() + 100
  const store = storeWith((inner) => (...asked) => {
    const found = inner.due(...asked)
    // Time does not stand still while the engine looks.
    if (clock.now() === at) clock.jump(1)
    return found
  })
  const { recovery } = await testEngine({ store, clock })
  const work = recovery.define('work', async () => 'ran')
  const first = await work.start(null, { runAt: new Date(at) })
  const second = await work.start(null, { runAt: new Date(at + 1) })
  await clock.advance(1000)

  expect([await first.operation(), await second.operation()]).toMatchObject([{ state: 'success' }, { state: 'success' }])
})

test('what nobody told of is found within a minute', async () => {
  const store = storeWith((inner) => inner.due.bind(inner))
  const { recovery, clock } = await testEngine({ store })
  const work = recovery.define('work', async () => 'ran')
  const told = store.joinCommits
  // As after a commit of unknown outcome: it is durable, and whoever joined it never hears so.
  told({ onCommit: () => () => undefined })
  const handle = await work.start(null)
  await clock.advance(59_000)
  expect(await handle.operation()).toMatchObject({ state: 'pending' })
  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'success', result: 'ran' })
})
