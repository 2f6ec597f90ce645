import { expect } from 'vitest'
import { OperationExhaustedError, OperationFailedError } from '../../src/index.ts'
import { gate, testOnEveryBase } from '../support/engine.ts'

const EXACT = { initialDelay: '1s', backoffFactor: 2, jitter: 0, maxRetries: 3 } as const

testOnEveryBase('a function that succeeds answers its result', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const double = recovery.define('double', async (n: number) => n * 2)

  await expect(double.run(21)).resolves.toBe(42)
})

testOnEveryBase('a failing function is retried with growing waits until it succeeds', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const startedAt = clock.now()
  const calls: number[] = []
  const flaky = recovery.define(
    'flaky',
    async (_input: null, ctx) => {
      calls.push(clock.now() - startedAt)
      if (ctx.attempt < 4) throw new Error(`attempt ${ctx.attempt}`)
      return 'done'
    },
    EXACT,
  )

  const handle = await flaky.start(null)
  await clock.advance(7000)

  await expect(handle.result()).resolves.toBe('done')
  expect(calls).toEqual([0, 1000, 3000, 7000])
  expect(await handle.operation()).toMatchObject({
    state: 'success',
    attempt: 4,
    totalAttempts: 4,
    failedAttempts: 3,
    error: null,
  })
})

testOnEveryBase('while it waits the operation shows its error and when it is tried again', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const broken = recovery.define('broken', async () => Promise.reject(new Error('no luck')), EXACT)

  const handle = await broken.start(null)
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({
    state: 'recovering',
    attempt: 1,
    maxAttempts: 4,
    dueAt: clock.now() + 1000,
    error: { message: 'no luck', category: 'unknown', retryable: true },
  })
})

testOnEveryBase('when every attempt failed it ends exhausted and the error keeps its cause', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const cause = new Error('never')
  const broken = recovery.define('broken', async () => Promise.reject(cause), EXACT)

  const running = broken.run(null)
  const ended = expect(running).rejects.toSatisfy((error: unknown) => {
    return error instanceof OperationExhaustedError && error.attempts === 4 && error.cause === cause
  })
  await clock.advance(10_000)
  await ended
})

testOnEveryBase('an error that a retry cannot mend ends it failed after one attempt', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const denied = recovery.define('denied', async () => {
    throw Object.assign(new Error('not yours'), { code: 'EACCES' })
  })

  await expect(denied.run(null)).rejects.toBeInstanceOf(OperationFailedError)
})

testOnEveryBase('with maxRetries 0 a function is called once', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  let calls = 0
  const once = recovery.define(
    'once',
    async () => {
      calls++
      throw new Error('no')
    },
    { maxRetries: 0 },
  )

  const handle = await once.start(null)
  await clock.advance(100_000)

  expect(calls).toBe(1)
  expect(await handle.operation()).toMatchObject({ state: 'exhausted', attempt: 1 })
})

testOnEveryBase('a wait asked for by Retry-After wins over a shorter computed one', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const busy = recovery.define(
    'busy',
    async (_input: null, ctx) => {
      if (ctx.attempt === 1) throw Object.assign(new Error('busy'), { status: 503, headers: { 'retry-after': '5' } })
      return 'ok'
    },
    EXACT,
  )

  const handle = await busy.start(null)
  await clock.advance(4999)
  expect(await handle.operation()).toMatchObject({ state: 'recovering', strategy: 'retry-after', delayMs: 5000 })
  await clock.advance(1)

  await expect(handle.result()).resolves.toBe('ok')
})

testOnEveryBase('an attempt that takes longer than its timeout is charged, told to stop and retried', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const reasons: unknown[] = []
  const slow = recovery.define(
    'slow',
    (_input: null, ctx) =>
      ctx.attempt > 1
        ? 'fast'
        : new Promise<string>((_resolve, reject) => {
            ctx.signal.addEventListener('abort', () => {
              reasons.push(ctx.signal.reason)
              reject(ctx.signal.reason)
            })
          }),
    { ...EXACT, timeout: '2s' },
  )

  const handle = await slow.start(null)
  await clock.advance(2000)
  expect(await handle.operation()).toMatchObject({ state: 'recovering', attempt: 1, error: { category: 'timeout' } })
  expect(reasons).toMatchObject([{ stopCause: 'timed out' }])
  await clock.advance(1000)

  await expect(handle.result()).resolves.toBe('fast')
  const { items } = await recovery.attempts(handle.id, { limit: 10 })
  expect(items.map((attempt) => attempt.outcome)).toEqual(['timed_out', 'success'])
})

testOnEveryBase('an operation whose deadline passes ends exhausted, whatever its function does', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const never = gate()
  const stuck = recovery.define('stuck', () => never.opened, { deadline: '10s' })

  const running = stuck.run(null)
  const ended = expect(running).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' })
  await clock.advance(10_000)
  await ended
})

testOnEveryBase('no attempt is promised beyond the deadline', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const broken = recovery.define('broken', async () => Promise.reject(new Error('no')), { ...EXACT, deadline: '2500ms' })

  const handle = await broken.start(null)
  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', attempt: 2, error: { message: 'no' } })
})

testOnEveryBase('a result that JSON cannot hold ends the operation failed and names the part', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const odd = recovery.define('odd', async () => ({ list: [1n] }))

  await expect(odd.run(null)).rejects.toThrow('result.list[0] is a bigint')
})

testOnEveryBase('an attempt changes its own copy of the input only', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const seen: unknown[] = []
  const greedy = recovery.define(
    'greedy',
    async (input: { items: number[] }, ctx) => {
      seen.push(structuredClone(input))
      input.items.pop()
      if (ctx.attempt === 1) throw new Error('again')
    },
    { initialDelay: 0, jitter: 0 },
  )

  await greedy.run({ items: [1, 2] })
  await clock.advance(0)

  expect(seen).toEqual([{ items: [1, 2] }, { items: [1, 2] }])
})
