import { expect, test } from 'vitest'
import { currentOperation, OperationCancelledError, type Recovery } from '../../src/index.ts'
import type { Operation } from '../../src/operation/operation.ts'
import { gate, testEngine } from '../support/engine.ts'
import { failingStore } from '../support/refusing-store.ts'

const EXACT = { initialDelay: '1s', backoffFactor: 2, jitter: 0, maxRetries: 3 } as const

async function all(recovery: Recovery): Promise<readonly Operation[]> {
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 100 })
  return operations
}

test('a call that succeeds at once writes nothing and emits nothing, but is counted', async () => {
  const { recovery, clock } = await testEngine()
  const before = recovery.eventCursor()
  const double = recovery.recoverable(async (n: number) => n * 2, { name: 'double' })

  await expect(Promise.all([double(1), double(2), double(3)])).resolves.toEqual([2, 4, 6])
  expect(await all(recovery)).toEqual([])
  expect(recovery.eventCursor()).toBe(before)
  expect((await recovery.functions())[0]).toMatchObject({ name: 'double', total: 0, lightCalls: 3 })
  await double(4)
  await clock.advance(5000)
  expect((await recovery.status()).counters).toMatchObject([{ functionName: 'double', created: 0, lightCalls: 4 }])
})

test('the first failure makes a call durable, with its first attempt and its error', async () => {
  const { recovery, clock } = await testEngine()
  const startedAt = clock.now()
  const slow = gate()
  const wrapped = recovery.recoverable(
    async (a: string, b: { c: number }) => {
      if (currentOperation()?.attempt === 1) {
        await slow.opened
        throw new Error('first')
      }
      return `${a} ${b.c} ${currentOperation()?.durable}`
    },
    { ...EXACT, name: 'load' },
  )

  const result = wrapped('x', { c: 1 })
  await clock.advance(400)
  slow.open()
  await clock.advance(0)

  const [operation] = await all(recovery)
  expect(operation).toMatchObject({
    functionName: 'load',
    state: 'recovering',
    input: ['x', { c: 1 }],
    createdAt: startedAt,
    attempt: 1,
    error: { message: 'first' },
    dueAt: startedAt + 1400,
  })
  const { items } = await recovery.attempts(operation?.id ?? '', { limit: 10 })
  expect(items).toMatchObject([{ outcome: 'failed', startedAt, finishedAt: startedAt + 400, error: { message: 'first' } }])
  await clock.advance(1000)

  await expect(result).resolves.toBe('x 1 true')
  expect(await all(recovery)).toMatchObject([{ state: 'success', result: 'x 1 true', failedAttempts: 1 }])
})

test('a step makes a running call durable, and is not run again', async () => {
  const { recovery, clock } = await testEngine()
  const steps: number[] = []
  const wrapped = recovery.recoverable(
    async () => {
      const operation = currentOperation()
      const part = await operation?.step('part', () => steps.push(1))
      await operation?.state.set({ part: part ?? null })
      if (operation?.attempt === 1) throw new Error('after the step')
      return operation?.state.get()
    },
    { ...EXACT, name: 'stepped' },
  )

  const result = wrapped()
  await clock.advance(0)
  expect(await all(recovery)).toMatchObject([{ state: 'recovering', checkpoint: { part: 1 } }])
  await clock.advance(1000)

  await expect(result).resolves.toEqual({ part: 1 })
  expect(steps).toEqual([1])
})

test('a call that became durable is paused, resumed and cancelled as any operation is', async () => {
  const { recovery, clock } = await testEngine()
  const wrapped = recovery.recoverable(async () => Promise.reject(new Error('down')), { ...EXACT, name: 'broken' })

  const result = wrapped()
  const ended = expect(result).rejects.toBeInstanceOf(OperationCancelledError)
  await clock.advance(0)
  const id = (await all(recovery))[0]?.id ?? ''
  await recovery.pause(id)
  await clock.advance(60_000)
  expect(await recovery.operation(id)).toMatchObject({ state: 'paused', totalAttempts: 1 })
  await recovery.resume(id)
  await recovery.cancel(id)
  await ended
})

test('when a durable call is given up, its caller gets the error with the original as cause', async () => {
  const { recovery, clock } = await testEngine()
  const cause = new Error('never')
  const wrapped = recovery.recoverable(async () => Promise.reject(cause), { ...EXACT, name: 'hopeless' })

  const ended = expect(wrapped()).rejects.toMatchObject({ name: 'OperationExhaustedError', attempts: 4, cause })
  await clock.advance(10_000)
  await ended
})

test('an attempt that times out is durable as one that failed is', async () => {
  const { recovery, clock } = await testEngine()
  const wrapped = recovery.recoverable(() => (currentOperation()?.attempt === 1 ? gate<string>().opened : 'in time'), {
    ...EXACT,
    timeout: '2s',
    name: 'slow',
  })

  const result = wrapped()
  await clock.advance(2000)
  expect(await all(recovery)).toMatchObject([{ state: 'recovering', error: { category: 'timeout' } }])
  // The attempt ignores its signal: the next one waits for the grace.
  await clock.advance(40_000)

  await expect(result).resolves.toBe('in time')
})

test('arguments that cannot be stored are retried in memory, and the log tells it once', async () => {
  const warnings: string[] = []
  const silent = () => undefined
  const log = { debug: silent, info: silent, warn: (_: object, message: string) => warnings.push(message), error: silent }
  const { recovery, clock } = await testEngine({ log })
  const seen: unknown[] = []
  const wrapped = recovery.recoverable(
    async (_callback: () => void) => {
      seen.push(currentOperation()?.durable)
      if (seen.length % 2 === 1) throw new Error('once')
      return seen.length
    },
    { initialDelay: 0, jitter: 0, name: 'with callback' },
  )

  await expect(wrapped(silent)).resolves.toBe(2)
  await expect(wrapped(silent)).resolves.toBe(4)
  await clock.advance(0)
  expect(seen).toEqual([false, false, false, false])
  expect(await all(recovery)).toEqual([])
  expect(warnings).toEqual(['A call cannot be made durable; it is retried in memory'])
})

test('a call stays in memory while the store cannot be written', async () => {
  const { recovery } = await testEngine({ store: failingStore() })
  let calls = 0
  const wrapped = recovery.recoverable(
    async () => {
      if (calls++ === 0) throw new Error('once')
      return 'done'
    },
    { initialDelay: 0, jitter: 0, name: 'unwritten' },
  )

  await expect(wrapped()).resolves.toBe('done')
})

test('with always a call is durable before its first attempt, and what cannot be stored is refused', async () => {
  const { recovery, clock } = await testEngine()
  const open = gate<string>()
  const wrapped = recovery.recoverable(async (_value: unknown) => open.opened, { name: 'durable', persistence: 'always' })

  const result = wrapped('x')
  await clock.advance(0)
  expect(await all(recovery)).toMatchObject([{ state: 'in_progress', input: ['x'], attempt: 1 }])
  open.open('done')
  await clock.advance(0)

  await expect(result).resolves.toBe('done')
  await expect(wrapped({ at: 1n })).rejects.toThrow('arguments[0].at is a bigint')
})

test('the caller gets what the function answered, even what the store cannot hold', async () => {
  const { recovery, clock } = await testEngine()
  const answer = new Map([['a', 1]])
  const wrapped = recovery.recoverable(async () => answer, { name: 'map', persistence: 'always' })

  const result = wrapped()
  await clock.advance(0)

  await expect(result).resolves.toBe(answer)
  expect(await all(recovery)).toMatchObject([{ state: 'success', result: null }])
})

test('aborting the signal of a durable call cancels its operation', async () => {
  const { recovery, clock } = await testEngine()
  const controller = new AbortController()
  const options = { ...EXACT, name: 'taken back', signal: controller.signal }
  const wrapped = recovery.recoverable(async () => Promise.reject(new Error('down')), options)

  const ended = expect(wrapped()).rejects.toBeInstanceOf(OperationCancelledError)
  await clock.advance(0)
  controller.abort()
  await clock.advance(0)
  await ended

  expect(await all(recovery)).toMatchObject([{ state: 'cancelled' }])
})

test('with never a Recovery lends its defaults and keeps nothing', async () => {
  const { recovery } = await testEngine({ defaults: { maxRetries: 1, initialDelay: 0, jitter: 0 } })
  const wrapped = recovery.recoverable(async () => Promise.reject(new Error('down')), { persistence: 'never' })

  await expect(wrapped()).rejects.toMatchObject({ attempts: 2 })
  expect(await all(recovery)).toEqual([])
})

test('a durable function needs a name, and one of its own', async () => {
  const { recovery } = await testEngine()
  recovery.recoverable(async () => 1, { name: 'taken' })

  expect(() => recovery.recoverable(async () => 1)).toThrow('needs a name')
  expect(() => recovery.recoverable(async () => 1, { name: 'taken' })).toThrow('already defined')
})

test('an operation that is started by name gets its arguments as a list', async () => {
  const { recovery, clock } = await testEngine()
  recovery.recoverable(async (a: number, b: number) => a + b, { name: 'sum' })

  const sum = recovery.run('sum', [1, 2])
  const odd = expect(recovery.run('sum', 3)).rejects.toThrow('is the array of its arguments')
  await clock.advance(0)

  await expect(sum).resolves.toBe(3)
  await odd
})

test('a durable call is held by no circuit breaker that nobody asked for', async () => {
  const { recovery, clock } = await testEngine()
  const options = { initialDelay: 0, maxRetries: 9 } as const
  const failing = async () => Promise.reject(new Error('down'))
  const plain = expect(recovery.recoverable(failing, { ...options, name: 'plain' })()).rejects.toMatchObject({ attempts: 10 })
  recovery.recoverable(failing, { ...options, name: 'guarded', circuitBreaker: { threshold: 2 } })
  await clock.advance(100)

  await plain
  expect(recovery.breakers.list()).toMatchObject([{ scope: 'guarded', threshold: 2 }])
})
