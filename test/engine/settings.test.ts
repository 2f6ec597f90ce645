import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createRecovery, type RecoveryOptions } from '../../src/index.ts'
import { gate, testEngine } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { tempFolder } from '../support/temp-folder.ts'

const FAILS = () => {
  throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
}

async function waitOf(recovery: Awaited<ReturnType<typeof testEngine>>['recovery'], clock: FakeClock, name: string) {
  const { operation } = await recovery.start(name, null)
  await clock.advance(0)
  const { dueAt } = await recovery.requireOperation(operation.id)
  return (dueAt ?? 0) - clock.now()
}

test('functions that said nothing themselves follow the settings, the others stay as they are', async () => {
  const { recovery, clock } = await testEngine({ defaults: { jitter: 'none', initialDelay: '1s' } })
  recovery.define('follows', FAILS)
  recovery.define('knows', FAILS, { initialDelay: '3s', maxRetries: 1 })
  await recovery.settings.update({ initialDelay: '7s', maxRetries: 9 })
  recovery.define('later', FAILS)

  expect(await waitOf(recovery, clock, 'follows')).toBe(7000)
  expect(await waitOf(recovery, clock, 'later')).toBe(7000)
  expect(await waitOf(recovery, clock, 'knows')).toBe(3000)
  const functions = await recovery.functions()
  expect(functions.filter(({ internal }) => !internal).map(({ name, maxAttempts }) => [name, maxAttempts])).toEqual([
    ['follows', 10],
    ['knows', 2],
    ['later', 10],
  ])
  await recovery.settings.update({ initialDelay: null })
  expect(await waitOf(recovery, clock, 'follows')).toBe(1000)
})

test('an attempt that runs is judged by the settings of the moment it fails', async () => {
  const { recovery, clock } = await testEngine({ defaults: { jitter: 'none', initialDelay: '1s' } })
  const { opened, fail } = gate()
  recovery.define('slow', () => opened)
  const { operation } = await recovery.start('slow', null)
  await clock.advance(0)
  await recovery.settings.update({ initialDelay: '20s' })
  fail(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
  await clock.advance(0)
  expect((await recovery.requireOperation(operation.id)).dueAt).toBe(clock.now() + 20_000)
})

test('more slots are used at once, and fewer when those that run have ended', async () => {
  const { recovery, clock } = await testEngine({ concurrency: 1 })
  const gates = Array.from({ length: 4 }, () => gate())
  let begun = 0
  recovery.define('slow', () => gates[begun++]?.opened)
  for (const _ of gates) await recovery.start('slow', null)
  await clock.advance(0)
  expect(begun).toBe(1)
  await recovery.settings.update({ concurrency: 3 })
  await clock.advance(0)
  expect(begun).toBe(3)
  await recovery.settings.update({ concurrency: 1 })
  gates[0]?.open()
  await clock.advance(0)
  expect(begun).toBe(3)
  for (const { open } of gates) open()
  await clock.advance(0)
  expect(begun).toBe(4)
})

test('an adjusted function has its slots and its timeout changed, also for the attempt that runs', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('slow', (_input: unknown, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', reject)), {
    maxRetries: 0,
    timeout: '1h',
  })
  recovery.adjust('slow', { concurrency: 1 })
  const first = await recovery.start('slow', null)
  const second = await recovery.start('slow', null)
  await clock.advance(10_000)
  expect((await recovery.requireOperation(second.operation.id)).state).toBe('pending')
  recovery.adjust('slow', { concurrency: 2, timeout: '30s' })
  await clock.advance(19_999)
  expect((await recovery.requireOperation(first.operation.id)).state).toBe('in_progress')
  expect((await recovery.requireOperation(second.operation.id)).state).toBe('in_progress')
  await clock.advance(1)
  expect((await recovery.requireOperation(first.operation.id)).state).toBe('exhausted')
  await clock.advance(10_000)
  expect((await recovery.requireOperation(second.operation.id)).state).toBe('exhausted')
  expect(() => recovery.adjust('other', {})).toThrow(/no function named "other"/)
})

test('what is kept for less long is deleted by the next sweep', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('quick', () => 1)
  const { operation } = await recovery.start('quick', null)
  await clock.advance(120_000)
  expect(await recovery.operation(operation.id)).not.toBeNull()
  await recovery.settings.update({ retention: '1m' })
  await clock.advance(60_000)
  expect(await recovery.operation(operation.id)).toBeNull()
})

test('defaults that a function cannot live with are refused, naming it, and nothing is changed', async () => {
  const { recovery } = await testEngine({ defaults: { initialDelay: '1s' } })
  recovery.define('hasty', () => 1, { maxDelay: '2s' })
  const update = recovery.settings.update({ initialDelay: '5s' })
  await expect(update).rejects.toThrow(/function "hasty" says itself: maxDelay \(2000 ms\) is below initialDelay/)
  expect(recovery.settings.view()).toMatchObject({ values: { initialDelay: 1000 }, changed: [] })
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['an unknown setting', { maxRetrys: 5 }, /There is no setting "maxRetrys"; settings are: maxRetries, initialDelay/],
  ['a number of the wrong kind', { maxRetries: '5' }, /maxRetries is 5; it must be a number from 0 to 1000/],
  ['a text that is no duration', { maxDelay: 'soon' }, /maxDelay is "soon"; use milliseconds/],
  ['an object', { maxDelay: {} }, /maxDelay is/],
])('%s is refused', async (_what, changes, message) => {
  const { recovery } = await testEngine()
  const update = recovery.settings.update(changes)
  await expect(update).rejects.toThrow(message)
  await expect(update).rejects.toMatchObject({ code: 'INVALID_INPUT', field: Object.keys(changes)[0] })
})

test('a circuit breaker opens by the threshold of the moment, and functions that share one must still agree', async () => {
  const { recovery, clock } = await testEngine({ defaults: { maxRetries: 0 } })
  recovery.define('fails', FAILS)
  await recovery.settings.update({ circuitBreakerThreshold: 2, circuitBreakerTimeout: '9s' })
  expect((await recovery.status()).circuitBreakerThreshold).toBe(2)
  for (const _ of [1, 2]) await recovery.start('fails', null)
  await clock.advance(0)
  const blocked = await recovery.start('fails', null)
  await clock.advance(0)
  expect(await recovery.requireOperation(blocked.operation.id)).toMatchObject({ state: 'pending', dueAt: clock.now() + 9000 })

  recovery.define('says', FAILS, { circuitBreaker: { scope: 'shared', threshold: 2 } })
  recovery.define('says nothing', FAILS, { circuitBreaker: { scope: 'shared' } })
  const update = recovery.settings.update({ circuitBreakerThreshold: 3 })
  await expect(update).rejects.toThrow(/"says" and "says nothing" share the circuit breaker "shared"/)
})

test('many changes at once all hold', async () => {
  const { recovery } = await testEngine()
  await Promise.all([
    recovery.settings.update({ maxRetries: 7 }),
    recovery.settings.update({ concurrency: 9 }),
    recovery.settings.update({ maxRetries: 8 }),
  ])
  expect(recovery.settings.view()).toMatchObject({ values: { maxRetries: 8, concurrency: 9 } })
})

test('settings outlive the process, and what does not fit any more is left out with a line in the log', async () => {
  const store = `sqlite:${join(await tempFolder(), 'recovery.db')}`
  const logged: object[] = []
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (fields: object) => void logged.push(fields),
    error: () => undefined,
  }
  const open = async (options: RecoveryOptions = {}) => {
    const recovery = await createRecovery({ store, open: false, log, ...options })
    onTestFinished(() => recovery.stop())
    return recovery
  }
  const first = await open()
  first.settings.add([{ name: 'ofAFunction', configured: 1, check: (value) => value }], () => () => undefined)
  await first.open()
  await first.settings.update({ maxRetries: 8, initialDelay: '5s', ofAFunction: 2 }, { actor: 'ada' })
  await first.stop()

  const second = await open()
  await second.open()
  expect(second.settings.view()).toMatchObject({ values: { maxRetries: 8 }, changed: ['maxRetries', 'initialDelay'] })
  await second.settings.update({ concurrency: 3 })
  await second.stop()

  const third = await open()
  third.settings.add([{ name: 'ofAFunction', configured: 1, check: (value) => value }], () => () => undefined)
  third.define('hasty', () => 1, { maxDelay: '2s' })
  expect(logged).toEqual([])
  await third.open()
  expect(logged).toEqual([expect.objectContaining({ setting: 'together' })])
  expect(third.settings.view().changed).toEqual([])
  await third.stop()

  const fourth = await open()
  fourth.settings.add([{ name: 'ofAFunction', configured: 1, check: (value) => value }], () => () => undefined)
  await fourth.open()
  expect(fourth.settings.view().values).toMatchObject({ ofAFunction: 2, concurrency: 3, maxRetries: 8 })
})

test.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  ['a first wait above the configured longest one', {}, { initialDelay: '2m' }, 'initialDelay'],
  ['a first wait above the longest one of before', { maxDelay: '10s' }, { initialDelay: '11s' }, 'initialDelay'],
  ['a longest wait below the configured first one', {}, { maxDelay: 500 }, 'maxDelay'],
  ['a longest wait below the first one of before', { initialDelay: '20s' }, { maxDelay: '19s' }, 'maxDelay'],
  ['the two together', {}, { initialDelay: '20s', maxDelay: '19s' }, 'initialDelay'],
  ['a first wait given back', { initialDelay: 100, maxDelay: 500 }, { initialDelay: null }, 'initialDelay'],
])('%s is refused by its name, and changes nothing', async (_what, before, changes, field) => {
  const { recovery } = await testEngine()
  await recovery.settings.update(before)
  const view = recovery.settings.view()

  await expect(recovery.settings.update(changes)).rejects.toMatchObject({ code: 'INVALID_INPUT', field })
  expect(recovery.settings.view()).toEqual(view)
})

test('both waits can be raised together', async () => {
  const { recovery } = await testEngine()
  const { values } = await recovery.settings.update({ initialDelay: '2m', maxDelay: '1h' })
  expect(values).toMatchObject({ initialDelay: 120_000, maxDelay: 3_600_000 })
})
