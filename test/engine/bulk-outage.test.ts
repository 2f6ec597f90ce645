import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { failingStore } from '../support/failing-store.ts'
import { seededRandom } from '../support/seeded-random.ts'

test('an outage of the store is waited through, and what was written before it is counted once', async () => {
  const control = failingStore(createMemoryStore({ random: seededRandom(7) }))
  const { recovery, clock } = await testEngine({ store: control.store })
  recovery.define('work', () => 1)
  const runAt = new Date('2030-01-01')
  await Promise.all(Array.from({ length: 600 }, () => recovery.start('work', null, { runAt })))
  const { operation } = await recovery.bulk.cancel({}, { all: true })
  const watched = recovery.watch({ functionName: 'work', progress: false })
  const full = (async () => {
    for (let seen = 0; seen < 150; seen++) await watched.next()
    control.full = true
  })()
  await clock.advance(100)
  await full
  const midway = await recovery.count({ states: ['cancelled'] })
  expect(midway).toBeGreaterThan(0)
  expect(midway).toBeLessThan(600)
  control.full = false
  await clock.advance(60_000)

  expect(await recovery.operation(operation?.id ?? '')).toMatchObject({
    state: 'success',
    result: { matched: 600, changed: 600 },
  })
})

test('what an outage keeps from being changed at once is skipped with its reason', async () => {
  const control = failingStore(createMemoryStore({ random: seededRandom(7) }))
  const { recovery } = await testEngine({ store: control.store })
  recovery.define('work', () => 1)
  await recovery.start('work', null, { id: 'a', runAt: new Date('2030-01-01') })
  control.full = true

  expect(await recovery.bulk.cancel({ ids: ['a'] })).toMatchObject({
    matched: 1,
    changed: 0,
    skipped: [{ id: 'a', code: 'STORE_UNAVAILABLE', reason: 'The disk is full' }],
  })
})
