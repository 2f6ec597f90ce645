import { expect, test } from 'vitest'
import { QUEUE_SIZE } from '../../src/engine/events/subscription.ts'
import type { OperationUpdate } from '../../src/index.ts'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** A store whose answers to readers of the log are under way until the test lets them arrive. */
function slowToRead() {
  const inner = createMemoryStore({ random: seededRandom(1) })
  const arrival = gate()
  const readLog: Store['readLog'] = async (query) => {
    const page = await inner.readLog(query)
    await arrival.opened
    return page
  }
  const store = new Proxy(inner, {
    get(target, name) {
      if (name === 'readLog') return readLog
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { store, arrive: arrival.open }
}

function nameOf(update: OperationUpdate): string {
  return update.kind === 'progress' ? `${update.operationId} progress` : `${update.event.operationId} ${update.event.type}`
}

async function take(updates: AsyncIterator<OperationUpdate, undefined>, count: number): Promise<string[]> {
  const taken: string[] = []
  while (taken.length < count) {
    const { done, value } = await updates.next()
    if (done === true) break
    taken.push(nameOf(value))
  }
  return taken
}

test('events for others that are published while the log is read take nothing from what the log holds', async () => {
  const { store, arrive } = slowToRead()
  const { recovery, clock } = await testEngine({ store })
  const mine = recovery.define('mine', async () => 1)
  const others = recovery.define('others', async () => 1)
  const after = recovery.eventCursor()
  await (await mine.start(null, { id: 'a' })).result()
  const taken = take(recovery.watch({ after, functionName: 'mine' }), 3)
  await others.run(null)
  await clock.advance(0)
  arrive()

  expect(await taken).toEqual(['a created', 'a attempt_started', 'a succeeded'])
})

test('progress that waited when a subscriber fell behind is not told after what came later', async () => {
  const { recovery, clock } = await testEngine()
  const end = gate()
  const long = recovery.define('long', async (_: null, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const short = recovery.define('short', async () => 1)
  const updates = recovery.watch()
  const handle = await long.start(null, { id: 'long' })
  await clock.advance(1000)
  await Promise.all(Array.from({ length: Math.ceil(QUEUE_SIZE / 3) }, () => short.run(null)))
  end.open()
  await handle.result()
  await short.start(null, { id: 'last' })
  await clock.advance(0)

  const seen: string[] = []
  while (seen.at(-1) !== 'last succeeded') seen.push(...(await take(updates, 1)))
  const caughtUp = take(updates, 3)
  await short.start(null, { id: 'later' })
  await clock.advance(0)
  seen.push(...(await caughtUp))

  expect(seen.filter((name) => name.startsWith('long '))).toEqual(['long created', 'long attempt_started', 'long succeeded'])
  expect(seen.slice(-3)).toEqual(['later created', 'later attempt_started', 'later succeeded'])
})

test('progress that waits is dropped by the end of its operation, also for one who did not ask for ends', async () => {
  const { recovery, clock } = await testEngine()
  const end = gate()
  const work = recovery.define('work', async (_: null, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const updates = recovery.watch({ states: ['in_progress'] })
  const handle = await work.start(null, { id: 'first' })
  await clock.advance(1000)
  end.open()
  await handle.result()

  const taken = take(updates, 2)
  await work.start(null, { id: 'second' })
  await clock.advance(0)

  expect(await taken).toEqual(['first attempt_started', 'second attempt_started'])
})
