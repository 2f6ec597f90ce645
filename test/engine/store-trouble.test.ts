import { expect, test } from 'vitest'
import { StoreUnavailableError } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine } from '../support/engine.ts'
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
