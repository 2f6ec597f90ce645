import { expect, test } from 'vitest'
import { StoreUnavailableError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { aborted, gate, testEngine } from '../support/engine.ts'
import { failingStore } from '../support/failing-store.ts'
import { seededRandom } from '../support/seeded-random.ts'

function store() {
  return failingStore(createMemoryStore({ random: seededRandom(7) }))
}

test('a finish that meets a full disk is kept and written once there is space', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const hold = gate()
  let calls = 0
  const work = recovery.define('work', async () => {
    calls++
    await hold.opened
    return 'kept'
  })
  const handle = await work.start(null)
  await clock.advance(0)

  disk.full = true
  hold.open()
  await clock.advance(5000)
  expect(disk.refused()).toBeGreaterThan(2)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  disk.full = false
  await clock.advance(1000)

  await expect(handle.result()).resolves.toBe('kept')
  expect(calls).toBe(1)
})

test('while a finish is kept, what its function left running does not move its progress', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const [hold, left] = [gate(), gate()]
  const work = recovery.define('work', async (_: null, ctx) => {
    ctx.progress({ current: 1 })
    void left.opened.then(() => ctx.progress({ current: 2 }))
    await hold.opened
  })
  const handle = await work.start(null)
  await clock.advance(0)
  disk.full = true
  hold.open()
  await clock.advance(1000)
  left.open()
  await clock.advance(1000)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress', progress: { current: 1 } })
  disk.full = false
  await clock.advance(5000)
  expect(await handle.operation()).toMatchObject({ state: 'success', progress: { current: 1 } })
})

test('while a finish is kept nothing else is begun, though there are free slots', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const hold = gate()
  const order: string[] = []
  const work = recovery.define('work', async (name: string) => {
    if (name === 'first') await hold.opened
    order.push(name)
  })
  await work.start('first')
  await work.start('second', { runAt: new Date(clock.now() + 2500) })
  await clock.advance(0)

  disk.full = true
  hold.open()
  await clock.advance(10_000)
  // Only the finish was tried: once at the beginning, and once a second.
  expect(disk.refused()).toBe(11)
  disk.full = false
  await clock.advance(1000)

  expect(order).toEqual(['first', 'second'])
})

test('a deadline that passes while the disk is full is kept to once there is space', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const work = recovery.define('work', () => gate().opened, { deadline: '2s' })
  const handle = await work.start(null)
  await clock.advance(1000)
  disk.full = true
  await clock.advance(5000)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  disk.full = false
  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', error: { code: 'DEADLINE_EXCEEDED' } })
})

test('a stop does not wait for a disk that stays full, and the next start takes up what could not be written', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const work = recovery.define('work', async (_input: null, ctx) => aborted(ctx.signal))
  const handle = await work.start(null)
  await clock.advance(0)
  disk.full = true
  const stopped = recovery.stop({ timeoutMs: 3000 })
  await clock.advance(4000)

  await expect(stopped).resolves.toBeUndefined()
  await expect(handle.operation()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
})

test('nothing new is begun while the disk is full, and it goes on by itself afterwards', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  let calls = 0
  const work = recovery.define('work', async () => ++calls)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 100) })

  disk.full = true
  await clock.advance(10_000)
  expect(calls).toBe(0)
  disk.full = false
  await clock.advance(1000)

  await expect(handle.result()).resolves.toBe(1)
})

test('a start that cannot be written is refused, and so is a command', async () => {
  const disk = store()
  const { recovery, clock } = await testEngine({ store: disk.store })
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 60_000) })
  disk.full = true

  await expect(work.start(null)).rejects.toBeInstanceOf(StoreUnavailableError)
  await expect(handle.cancel()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  disk.full = false
  await expect(handle.cancel()).resolves.toMatchObject({ state: 'cancelled' })
})
