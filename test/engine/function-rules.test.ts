import { expect, test } from 'vitest'
import type { FunctionOptions, Json } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { gate, testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 2 } as const

class Refused extends Error {
  readonly retryable = false
}

/** Runs a function that throws, or answers, what `attempts` say, one after another; the last one again and again. */
async function ran(attempts: readonly unknown[], options: FunctionOptions) {
  const store = createMemoryStore({ random: seededRandom(5) })
  const warned: string[] = []
  const silent = () => undefined
  const log = {
    debug: silent,
    info: silent,
    error: silent,
    warn: (_fields: object, message: string) => void warned.push(message),
  }
  const { recovery, clock } = await testEngine({ store, log })
  const work = recovery.define(
    'work',
    async (_input: unknown, ctx) => {
      const outcome = attempts[Math.min(ctx.attempt, attempts.length) - 1]
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    { ...AT_ONCE, ...options },
  )
  const handle = await work.start({ n: 1 }, { id: 'op' })
  await clock.advance(60_000)
  await agreesWithItself(store, 'op')
  return { operation: await handle.operation(), handle, recovery, warned }
}

const DOWN = new Error('down')

test.each<[string, unknown[], FunctionOptions['shouldRetry'], object]>([
  ['false keeps a passing error from being retried', [DOWN], () => false, { state: 'failed', attempt: 1 }],
  [
    'true has an error retried that is not retried otherwise',
    [new Refused('no'), 1],
    () => true,
    { state: 'success', attempt: 2 },
  ],
  ['true retries no more often than allowed', [new Refused('no')], () => true, { state: 'exhausted', attempt: 3 }],
  ['nothing leaves it to the classifier', [new Refused('no')], () => undefined, { state: 'failed', attempt: 1 }],
])('shouldRetry: %s', async (_what, attempts, shouldRetry, expected) => {
  const { operation, warned } = await ran(attempts, { ...(shouldRetry && { shouldRetry }) })

  expect(operation).toMatchObject(expected)
  expect(warned.filter((message) => message.includes('shouldRetry'))).toEqual([])
})

test('shouldRetry is given the thrown value itself, and what is known about it', async () => {
  const seen: unknown[] = []
  await ran([DOWN, 1], {
    shouldRetry: (error, context) => {
      seen.push(error, context)
      return true
    },
  })

  expect(seen[0]).toBe(DOWN)
  expect(seen[1]).toMatchObject({
    operationId: 'op',
    functionName: 'work',
    attempt: 1,
    maxAttempts: 3,
    error: { message: 'down' },
  })
})

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('a bug')
    },
  ],
  ['answers a promise', async () => false],
  ['answers a promise that rejects', () => Promise.reject(new Error('a bug'))],
  ['answers a number', () => Number.NaN],
  ['answers text', () => 'no'],
])('a shouldRetry that %s is ignored and logged', async (_how, shouldRetry) => {
  const { operation, warned } = await ran([DOWN, 'done'], { shouldRetry: shouldRetry as () => boolean })

  expect(operation).toMatchObject({ state: 'success', attempt: 2 })
  expect(warned.some((message) => message.startsWith('shouldRetry '))).toBe(true)
})

test('an answer that retryOnResult refuses is a failure that is retried', async () => {
  const { operation, recovery } = await ran(['pending', 'done'], { retryOnResult: (value) => value === 'pending' })

  expect(operation).toMatchObject({ state: 'success', result: 'done', attempt: 2, failedAttempts: 1 })
  expect((await recovery.attempts('op', { limit: 9 })).items[0]).toMatchObject({
    outcome: 'failed',
    error: { name: 'ResultRefusedError', code: 'RESULT_REFUSED', retryable: true },
  })
})

test('an operation whose answers are refused to the end is exhausted', async () => {
  const { operation } = await ran(['pending'], { retryOnResult: () => true, shouldRetry: () => false })

  expect(operation).toMatchObject({ state: 'exhausted', attempt: 3, error: { code: 'RESULT_REFUSED' } })
})

test.each<[string, (value: unknown) => unknown]>([
  [
    'throws',
    () => {
      throw new Error('a bug')
    },
  ],
  ['answers nonsense', () => 'yes'],
  ['answers a promise that rejects', () => Promise.reject(new Error('a bug'))],
  ['changes the value', (value) => void (value as { n: number }).n++],
])('a retryOnResult that %s lets the answer stand', async (_how, retryOnResult) => {
  const { operation } = await ran([{ n: 1 }], { retryOnResult: retryOnResult as () => boolean })

  expect(operation).toMatchObject({ state: 'success', result: { n: 1 }, attempt: 1 })
})

test.each<[string, FunctionOptions['fallback'], Json]>([
  ['value', { from: 'cache' }, { from: 'cache' }],
  ['null', null, null],
  ['function of the error and the input', async (error, input) => [(error as Error).message, input], ['down', { n: 1 }]],
])(
  'a fallback %s ends the operation in success after the last failure, and the error is remembered',
  async (_kind, fallback, result) => {
    const { operation, handle, recovery } = await ran([DOWN], fallback === undefined ? {} : { fallback })

    expect(operation).toMatchObject({ state: 'success', result, attempt: 3, failedAttempts: 3, error: { message: 'down' } })
    await expect(handle.result()).resolves.toEqual(result)
    const { items } = await recovery.events('op', { limit: 20 })
    expect(items.at(-1)).toMatchObject({ type: 'succeeded', error: 'down', data: { fallback: true } })
    expect(await recovery.status()).toMatchObject({ counters: [{ recovered: 0, failed: 0, rows: { success: 1 } }] })
  },
)

test('a fallback stands for an error that is not retried, and for a timeout', async () => {
  const { operation } = await ran([new Refused('no')], { fallback: 'instead' })
  expect(operation).toMatchObject({ state: 'success', result: 'instead', attempt: 1 })

  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', () => gate().opened, { timeout: '1s', maxRetries: 0, fallback: 'in time' })
  const handle = await work.start(undefined, { id: 'late' })
  await clock.advance(60_000)
  await expect(handle.result()).resolves.toBe('in time')
  expect(await recovery.attempts('late', { limit: 1 })).toMatchObject({ items: [{ outcome: 'timed_out' }] })
})

test.each<[string, FunctionOptions['fallback']]>([
  ['throws', () => Promise.reject(new Error('no cache'))],
  ['answers what is not JSON', () => new Date(0)],
  ['never answers', () => gate().opened],
])('a fallback that %s leaves the operation its own error', async (_how, fallback) => {
  const { operation, warned } = await ran([DOWN], fallback === undefined ? {} : { fallback })

  expect(operation).toMatchObject({ state: 'exhausted', error: { message: 'down' }, result: null })
  expect(warned).toContain('The fallback failed; the operation ends with its own error')
})

test('a fallback is not asked while attempts are left, nor after a success, a cancel or a deadline', async () => {
  let asked = 0
  const fallback = () => ++asked
  await ran([DOWN, DOWN, 'done'], { fallback })
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', () => gate().opened, { fallback, deadline: '1m' })
  const cancelled = await work.start(undefined)
  const late = await work.start(undefined)
  await clock.advance(0)
  await cancelled.cancel()
  await clock.advance(120_000)

  expect(await late.operation()).toMatchObject({ state: 'exhausted', error: { code: 'DEADLINE_EXCEEDED' } })
  expect(asked).toBe(0)
})

test('a cancel that comes while the fallback is at work wins', async () => {
  const answer = gate<string>()
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', () => Promise.reject(DOWN), { maxRetries: 0, fallback: () => answer.opened })
  const handle = await work.start(undefined)
  await clock.advance(0)
  await handle.cancel()
  answer.open('late')
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({ state: 'cancelled', result: null })
})

test.each<[string, object]>([
  ['shouldRetry must be a function', { shouldRetry: true }],
  ['retryOnResult must be a function', { retryOnResult: null }],
  ['fallback is a Date', { fallback: new Date(0) }],
])('%s, or the function is not defined', async (message, options) => {
  const { recovery } = await testEngine()

  expect(() => recovery.define('work', () => 1, options)).toThrow(message)
})
