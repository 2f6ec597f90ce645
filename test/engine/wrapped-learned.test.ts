import { expect, test } from 'vitest'
import { custom, type DelayInput, type RecoverableOptions } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { testRecoverable } from '../support/light.ts'
import { seededRandom } from '../support/seeded-random.ts'

const DOWN = Object.assign(new Error('down'), { status: 503 })

/** A function that fails until an instant; `outage` is one call through an outage of this length, and how often it was made. */
function outages(clock: FakeClock, wrap: (work: () => Promise<string>) => () => Promise<string>) {
  let downUntil = 0
  let calls = 0
  const wrapped = wrap(async () => {
    calls++
    if (clock.now() < downUntil) throw DOWN
    return 'up'
  })
  return async (ms: number) => {
    calls = 0
    downUntil = clock.now() + ms
    const answer = wrapped()
    await clock.advance(120_000)
    await answer
    return calls
  }
}

/** A strategy that shows what it is told, and waits a second. */
function spying(seen: (readonly number[])[]) {
  return custom('spy', ({ samples }: DelayInput) => {
    seen.push(samples)
    return 1000
  })
}

test('a strategy is told how long earlier outages of its function and category lasted, without any store', async () => {
  const { recoverable, clock } = testRecoverable()
  const seen: (readonly number[])[] = []
  const outage = outages(clock, (work) => recoverable(work, { strategy: spying(seen), maxRetries: 9 }))
  await outage(2500)
  await outage(500)

  expect(seen.slice(0, 3)).toEqual([[], [], []])
  expect(seen[3]).toHaveLength(1)
  expect(seen[3]?.[0]).toBeGreaterThanOrEqual(2000)
  expect(seen[3]?.[0]).toBeLessThanOrEqual(3000)
})

test('each wrapped function learns for itself, even when two have one name', async () => {
  const { recoverable, clock } = testRecoverable()
  const seen: (readonly number[])[] = []
  const wrap = (work: () => Promise<string>) => recoverable(work, { name: 'same', strategy: spying(seen), maxRetries: 9 })
  await outages(clock, wrap)(500)
  await outages(clock, wrap)(500)

  expect(seen).toEqual([[], []])
})

test('the learned strategy needs fewer calls once it knows how long outages last', async () => {
  const { recoverable, clock } = testRecoverable()
  const outage = outages(clock, (work) => recoverable(work, { strategy: 'learned', maxRetries: 50 }))
  let unlearned = 0
  for (let i = 0; i < 5; i++) unlearned += await outage(20_000)
  for (let i = 0; i < 20; i++) await outage(20_000)
  let learnt = 0
  for (let i = 0; i < 5; i++) learnt += await outage(20_000)

  expect(learnt).toBeLessThan(unlearned)
})

test('a retry without a wait says nothing about outages', async () => {
  const { recoverable } = testRecoverable()
  const seen: (readonly number[])[] = []
  let calls = 0
  const strategy = custom('at once', ({ samples }: DelayInput) => {
    seen.push(samples)
    return 0
  })
  const wrapped = recoverable(async () => (calls++ % 2 === 0 ? Promise.reject(DOWN) : 'up'), { strategy })
  await wrapped()
  await wrapped()

  expect(seen).toEqual([[], []])
})

test('with a Recovery calls in memory and operations of one name learn together, and it is stored', async () => {
  const store = createMemoryStore({ random: seededRandom(5) })
  const { recovery, clock } = await testEngine({ store })
  const seen: (readonly number[])[] = []
  const options: RecoverableOptions = { name: 'call', strategy: spying(seen), maxRetries: 9 }
  const durable = outages(clock, (work) => recovery.recoverable(work, options))
  const light = outages(clock, (work) => recovery.recoverable(work, { ...options, persistence: 'never' }))
  await light(500)
  await durable(500)
  await light(500)

  expect(seen.map((samples) => samples.length)).toEqual([0, 1, 2])
  expect(await store.records('samples')).toMatchObject([
    { key: 'service:call', value: [expect.any(Number), expect.any(Number), expect.any(Number)] },
  ])
})
