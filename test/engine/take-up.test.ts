import { expect, onTestFinished, test } from 'vitest'
import { createRecovery } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { Crashable } from '../support/crashing-store.ts'
import { gate } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

test('an opening tells how many operations go on by themselves: quick ones too, paused ones not', async () => {
  const clock = new FakeClock()
  const crashable = new Crashable(createMemoryStore({ random: seededRandom(7) }))
  const { store, life } = crashable.connect(null)
  const first = await createRecovery({ store, clock, random: seededRandom(1) })
  const work = first.define('work', () => gate().opened, { concurrency: 1 })
  for (const id of ['running', 'due', 'due as well', 'paused']) await work.start(null, { id })
  await work.start(null, { id: 'later', runAt: new Date(clock.now() + 60_000) })
  await first.pause('paused')
  await clock.advance(0)
  life.crash()

  const second = await createRecovery({ store: crashable.connect(null).store, clock, random: seededRandom(2), open: false })
  onTestFinished(() => second.stop())
  second.define('work', async () => 'quick')

  expect(await second.open()).toEqual({ interrupted: 1, waiting: 4, unknown: [] })
})

test('an attempt whose process died costs no budget, counts for nothing in its breaker, and keeps its wait', async () => {
  const clock = new FakeClock()
  const crashable = new Crashable(createMemoryStore({ random: seededRandom(7) }))
  const options = {
    maxRetries: 3,
    initialDelay: '1s',
    jitter: 0,
    budget: { tokens: 5 },
    circuitBreaker: { threshold: 1 },
  } as const
  const { store, life } = crashable.connect(null)
  const first = await createRecovery({ store, clock, random: seededRandom(1) })
  await first.define('work', () => gate().opened, options).start(null, { id: 'one' })
  await clock.advance(0)
  life.crash()

  const second = await createRecovery({ store: crashable.connect(null).store, clock, random: seededRandom(2), open: false })
  onTestFinished(() => second.stop())
  second.define('work', () => 'done', options)
  await second.open()
  expect(await second.operation('one')).toMatchObject({ state: 'recovering', attempt: 0, dueAt: clock.now() + 1000 })
  expect(second.breakers.find('work')).toMatchObject({ state: 'closed', failureCount: 0 })
  expect((await second.functions())[0]?.retryBudget?.tokens).toBe(5)
  await clock.advance(1000)

  expect(await second.handle('one').result()).toBe('done')
  expect((await second.functions())[0]?.retryBudget?.tokens).toBe(5)
})
