import { expect, test } from 'vitest'
import { createRecovery, custom, type DelayInput, linear, type PolicyOptions } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'

/** When the attempts of a function that always fails began, in milliseconds after the first. */
async function attemptTimes(options: PolicyOptions, error: object = {}): Promise<readonly number[]> {
  const { recovery, clock } = await testEngine()
  const times: number[] = []
  const work = async () => {
    times.push(clock.now())
    throw Object.assign(new Error('down'), error)
  }
  recovery.define('call', work, options)
  await recovery.start('call', null)
  await clock.advance(300_000)
  return times.map((at) => at - (times[0] as number))
}

test('a strategy is a value or a name', async () => {
  const strategy = linear({ initial: '5s', jitter: 'none' })
  expect(await attemptTimes({ strategy })).toEqual([0, 5000, 15_000, 30_000])
  expect(await attemptTimes({ strategy: 'fibonacci', jitter: 0 })).toEqual([0, 1000, 2000, 4000])
})

test('without one the category of the error decides: a name that does not resolve is tried after 5, 10 and 15 s', async () => {
  expect(await attemptTimes({ maxRetries: 9 }, { code: 'ENOTFOUND' })).toEqual([0, 5000, 15_000, 30_000])
})

test.each<[string, PolicyOptions, string]>([
  ['the number of retries of its category', { maxRetries: 9 }, 'category'],
  ['its own number of retries', { maxRetries: 2 }, 'max_retries'],
  ['its deadline', { maxRetries: 9, deadline: '20s' }, 'deadline'],
  ['its retry budget', { maxRetries: 9, budget: { tokens: 5 } }, 'budget'],
])('an operation that is ended by %s says so in its last event and its remedy', async (_limit, options, limit) => {
  const { recovery, clock } = await testEngine()
  const error = Object.assign(new Error('nowhere'), { code: 'ENOTFOUND' })
  recovery.define('call', () => Promise.reject(error), options)
  await recovery.start('call', null, { id: 'one' })
  await clock.advance(300_000)

  const { items } = await recovery.events('one', { limit: 20 })
  expect(items.at(-1)).toMatchObject({ type: 'attempt_failed', state: 'exhausted', data: { limit } })
  expect(items.filter(({ data }) => data !== null)).toHaveLength(1)
  const ended = await recovery.requireOperation('one')
  expect(ended.error?.remedy).not.toContain('by itself')
  const attempts = await recovery.attempts('one', { limit: 20 })
  expect(attempts.items.at(-1)?.error).toMatchObject({ code: 'ENOTFOUND', remedy: expect.stringContaining('by itself') })
})

test('a strategy is told the failures, the last wait and the time since the first failure', async () => {
  const told: Omit<DelayInput, 'random' | 'error' | 'samples'>[] = []
  const strategy = custom('told', ({ failures, previousMs, elapsedMs, error }) => {
    told.push({ failures, previousMs, elapsedMs })
    expect(error).toMatchObject({ retryable: true, retryAfterMs: null })
    return failures * 1000
  })
  await attemptTimes({ strategy })

  expect(told).toEqual([
    { failures: 1, previousMs: null, elapsedMs: 0 },
    { failures: 2, previousMs: 1000, elapsedMs: 1000 },
    { failures: 3, previousMs: 2000, elapsedMs: 3000 },
    // There is no fourth retry.
  ])
})

test('a strategy that throws never ends the engine nor repeats a call without a wait', async () => {
  const strategy = custom('broken', () => {
    throw new Error('no wait')
  })
  const times = await attemptTimes({ strategy })

  expect(times).toHaveLength(4)
  expect(times[1]).toBeGreaterThanOrEqual(900)
})

test('attempts name the strategy that chose the wait before them', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('call', () => Promise.reject(new Error('down')), { strategy: custom('mine', () => 500), maxRetries: 1 })
  await recovery.start('call', null, { id: 'one' })
  await clock.advance(500)

  const { items } = await recovery.attempts('one', { limit: 5 })
  expect(items.map(({ strategy, delayBeforeMs }) => [strategy, delayBeforeMs])).toEqual([
    [null, null],
    ['mine', 500],
  ])
})

test('in a later round the elapsed time counts from the beginning of that round', async () => {
  const { recovery, clock } = await testEngine()
  const elapsed: number[] = []
  const strategy = custom('told', ({ elapsedMs }) => {
    elapsed.push(elapsedMs)
    return 1000
  })
  recovery.define('call', () => Promise.reject(new Error('down')), { strategy, maxRetries: 2 })
  await recovery.start('call', null, { id: 'one' })
  await clock.advance(60_000)
  await recovery.retry('one')
  await clock.advance(60_000)

  expect(elapsed).toEqual([0, 1000, 0, 1000])
})

test('maxRetries of an operation goes beyond the policy of its function', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('call', () => Promise.reject(new Error('down')), { strategy: 'fixed', jitter: 0, maxRetries: 1 })
  await recovery.start('call', null, { id: 'one', maxAttempts: 5 })
  await clock.advance(60_000)

  expect(await recovery.operation('one')).toMatchObject({ state: 'exhausted', attempt: 5 })
})

test('defaults of the engine that are out of range are refused, the option named', async () => {
  const options = { store: createMemoryStore({ random: () => 0.5 }), clock: new FakeClock() }
  await expect(createRecovery({ ...options, defaults: { strategy: 'never' as never } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'strategy',
  })
})
