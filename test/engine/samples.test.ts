import { expect, test } from 'vitest'
import { createRecovery, type Log } from '../../src/index.ts'
import type { RecordKind, StoreRecord } from '../../src/operation/record.ts'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

const EXACT = { initialDelay: '1s', backoffFactor: 1, jitter: 0, maxRetries: 9, circuitBreaker: false } as const
const DOWN = Object.assign(new Error('down'), { status: 503 })

/** Engines that live one after another on one store, each with a function that fails until an instant. */
function outages(store: Store = createMemoryStore({ random: seededRandom(1) })) {
  const clock = new FakeClock()
  const warned: string[] = []
  const log: Log = { debug: () => undefined, info: () => undefined, error: () => undefined, warn: (_, text) => warned.push(text) }
  let downUntil = 0
  // Closing would end the memory store with its first engine.
  const kept = new Proxy(store, {
    get: (target, name) => {
      const member = name === 'close' ? async () => undefined : (Reflect.get(target, name, target) as unknown)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  async function begin(options: object = EXACT) {
    const recovery = await createRecovery({ store: kept, clock, log, random: seededRandom(2) })
    recovery.define(
      'call',
      async (sleep: number) => {
        if (clock.now() < downUntil) throw DOWN
        return sleep
      },
      options,
    )
    /** One operation through one outage of this length. */
    const outage = async (ms: number) => {
      downUntil = clock.now() + ms
      const { operation } = await recovery.start('call', 1)
      await clock.advance(60_000)
      return (await recovery.operation(operation.id)) as { state: string; totalAttempts: number }
    }
    return { recovery, outage }
  }
  const samples = async () => (await store.records('samples')).map(({ key, value }) => [key, value])
  return { clock, begin, samples, warned, store }
}

test('how long an outage lasted is kept by function and category: a point between the last failure and the success', async () => {
  const { begin, samples } = outages()
  const { outage } = await begin()
  await outage(4500)

  const [[key, value]] = (await samples()) as [[string, number[]]]
  expect(key).toBe('service:call')
  expect(value).toHaveLength(1)
  expect(value[0]).toBeGreaterThanOrEqual(4000)
  expect(value[0]).toBeLessThanOrEqual(5000)
})

test('nothing is learned from operations that did not fail or did not recover', async () => {
  const { begin, samples } = outages()
  const { outage } = await begin()
  await outage(0)
  await outage(3_600_000)

  expect(await samples()).toEqual([])
})

test('nothing is learned from a fallback: the outage was not over', async () => {
  const { begin, samples } = outages()
  const { outage } = await begin({ ...EXACT, maxRetries: 1, fallback: 'instead' })

  expect(await outage(3_600_000)).toMatchObject({ state: 'success', totalAttempts: 2 })
  expect(await samples()).toEqual([])
})

test('at most fifty are kept, the latest', async () => {
  const { begin, samples } = outages()
  const { outage } = await begin()
  for (let i = 0; i < 55; i++) await outage(500 + i)

  expect((await samples())[0]?.[1]).toHaveLength(50)
})

test('what was learned is used after a restart: one attempt is enough where backoff needs several', async () => {
  const { begin, clock } = outages()
  const first = await begin()
  for (let i = 0; i < 20; i++) await first.outage(4000 + 100 * i)
  const stopped = first.recovery.stop()
  await clock.advance(1000)
  await stopped

  const second = await begin({ strategy: 'learned', maxRetries: 9 })
  let attempts = 0
  for (let i = 0; i < 10; i++) attempts += (await second.outage(5000)).totalAttempts
  // The failure that opens each outage, and between one and two more calls.
  expect(attempts).toBeLessThan(35)
})

test('a stop writes what is not written yet', async () => {
  const { begin, clock, samples } = outages()
  const { recovery } = await begin()
  const opened = gate()
  recovery.define('flaky', async (_: null, ctx) => (ctx.attempt === 1 ? Promise.reject(DOWN) : opened.open()), EXACT)
  await recovery.start('flaky', null)
  await clock.advance(1000)
  await opened.opened
  expect(await samples()).toEqual([])
  const stopped = recovery.stop()
  await clock.advance(0)
  await stopped

  expect(await samples()).toHaveLength(1)
})

test('the time that a successful attempt works does not count as outage, nor does a pause', async () => {
  const { begin, clock, samples } = outages()
  const { recovery } = await begin()
  const working = gate()
  recovery.define('slow', async (_: null, ctx) => (ctx.attempt === 1 ? Promise.reject(DOWN) : working.opened), EXACT)
  await recovery.start('slow', null, { id: 'slow' })
  await clock.advance(3_600_000)
  working.open()
  await clock.advance(2000)
  const [[, value]] = (await samples()) as [[string, number[]]]
  expect(value).toHaveLength(1)
  expect(value[0]).toBeLessThanOrEqual(1000)

  const paused = gate()
  recovery.define('paused', async (_: null, ctx) => (ctx.attempt === 1 ? Promise.reject(DOWN) : paused.opened), EXACT)
  await recovery.start('paused', null, { id: 'paused' })
  await clock.advance(1000)
  await recovery.pause('paused')
  await clock.advance(3_600_000)
  paused.open()
  await recovery.resume('paused')
  await clock.advance(2000)

  expect(await recovery.operation('paused')).toMatchObject({ state: 'success' })
  expect((await samples()).map(([key]) => key)).toEqual(['service:slow'])
})

test('a store that cannot keep them leaves a line in the log, and the engine goes on', async () => {
  const inner = createMemoryStore({ random: seededRandom(1) })
  const refuse =
    <T>(kindOf: (asked: T) => unknown, otherwise: (asked: T) => unknown) =>
    async (asked: T) => {
      if (kindOf(asked) === 'samples') throw new Error('no samples')
      return otherwise(asked)
    }
  const broken = new Proxy(inner, {
    get: (target, name) => {
      if (name === 'records') return refuse((kind: RecordKind) => kind, target.records.bind(target))
      if (name === 'putRecords')
        return refuse((records: readonly StoreRecord[]) => records[0]?.kind, target.putRecords.bind(target))
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const { begin, warned } = outages(broken)
  const { outage } = await begin()

  expect(await outage(500)).toMatchObject({ state: 'success' })
  expect(warned).toEqual([
    'What was learned about outages could not be read; it is learned anew',
    'What was learned about outages could not be stored',
  ])
})

test('a record of another form is ignored', async () => {
  const { begin, store, samples } = outages()
  await store.putRecords([{ kind: 'samples', key: 'service:call', value: { odd: true } }])
  const { outage } = await begin()
  await outage(500)

  expect((await samples())[0]?.[1]).toHaveLength(1)
})
