import { expect } from 'vitest'
import { InvalidTransitionError, NeedsForceError, NotFoundError } from '../../src/index.ts'
import { aborted, gate, testOnEveryBase } from '../support/engine.ts'

testOnEveryBase(
  'pausing a running operation aborts its signal, charges nothing and keeps what it stored',
  async ({ testEngine }) => {
    const { recovery, clock } = await testEngine()
    const stopped = gate<unknown>()
    const work = recovery.define('work', async (_input: null, ctx) => {
      if (ctx.state.get() !== null) return ctx.state.get()
      await ctx.state.set({ done: 3 })
      ctx.progress({ current: 3, total: 9 })
      stopped.open(await aborted(ctx.signal))
      throw new Error('stopped')
    })

    const handle = await work.start(null)
    await clock.advance(0)
    await handle.pause()
    expect(await stopped.opened).toMatchObject({ stopCause: 'paused' })
    await clock.advance(60_000)
    expect(await handle.operation()).toMatchObject({ state: 'paused', attempt: 0, progress: { current: 3, total: 9 } })

    await handle.resume()
    await clock.advance(0)
    await expect(handle.result()).resolves.toEqual({ done: 3 })
    expect(await handle.operation()).toMatchObject({ attempt: 1, totalAttempts: 1, sequence: 2 })
  },
)

testOnEveryBase('a resumed operation begins only when the function of the paused attempt has settled', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const slow = gate()
  let running = 0
  let most = 0
  const work = recovery.define('work', async (_input: null, ctx) => {
    running++
    most = Math.max(most, running)
    if (ctx.state.get() === null) {
      await ctx.state.set(1)
      await slow.opened
    }
    running--
    return 'end'
  })

  const handle = await work.start(null)
  await clock.advance(0)
  await handle.pause()
  await handle.resume()
  await clock.advance(5000)
  expect(await handle.operation()).toMatchObject({ state: 'pending' })
  slow.open()
  await clock.advance(0)

  await expect(handle.result()).resolves.toBe('end')
  expect(most).toBe(1)
})

testOnEveryBase(
  'a function that ignores its signal is reported after 30 s and its slot goes to others',
  async ({ testEngine }) => {
    const warnings: unknown[] = []
    const warn = (fields: object, message: string) => void warnings.push({ ...fields, message })
    const log = { debug: () => undefined, info: () => undefined, warn, error: () => undefined }
    const { recovery, clock } = await testEngine({ concurrency: 1, log })
    const deaf = recovery.define('deaf', () => gate().opened)
    const next = recovery.define('next', async () => 'ran')

    const handle = await deaf.start(null)
    await clock.advance(0)
    await handle.cancel({ reason: 'enough' })
    const waiting = await next.start(null)
    await clock.advance(29_999)
    expect(await waiting.operation()).toMatchObject({ state: 'pending' })
    expect(warnings).toEqual([])
    await clock.advance(101)

    await expect(waiting.result()).resolves.toBe('ran')
    expect(warnings).toMatchObject([
      { operationId: handle.id, stopCause: 'cancelled', message: expect.stringContaining('ignores') },
    ])
  },
)

testOnEveryBase('the grace period can be set', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine({ abortGrace: '5s', concurrency: 1 })
  const deaf = recovery.define('deaf', () => gate().opened)
  const next = recovery.define('next', async () => 'ran')
  const handle = await deaf.start(null)
  await clock.advance(0)
  await handle.pause()
  const waiting = await next.start(null)
  await clock.advance(4999)
  expect(await waiting.operation()).toMatchObject({ state: 'pending' })
  await clock.advance(101)

  await expect(waiting.result()).resolves.toBe('ran')
})

testOnEveryBase('cancelling twice is no error and what the function answers later is not recorded', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const slow = gate<string>()
  const work = recovery.define('work', () => slow.opened)

  const handle = await work.start(null)
  await clock.advance(0)
  await handle.cancel()
  await handle.cancel()
  slow.open('too late')
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({ state: 'cancelled', result: null, attempt: 0 })
  await expect(handle.result()).rejects.toMatchObject({ name: 'OperationCancelledError' })
})

testOnEveryBase('retrying an exhausted operation opens a new round whose steps are not run again', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  let steps = 0
  let broken = true
  const work = recovery.define(
    'work',
    async (_input: null, ctx) => {
      const value = await ctx.step('count', () => ++steps)
      if (broken) throw new Error('not yet')
      return value
    },
    { maxRetries: 1, initialDelay: 0, jitter: 0 },
  )

  const handle = await work.start(null)
  await clock.advance(100)
  expect(await handle.operation()).toMatchObject({ state: 'exhausted', totalAttempts: 2 })
  broken = false
  const { operation, retryId } = await handle.retry({ maxAttempts: 7 })
  expect(operation).toMatchObject({ state: 'recovering', round: 2, attempt: 0, maxAttempts: 7 })
  await clock.advance(0)

  await expect(handle.result()).resolves.toBe(1)
  expect((await recovery.history.attemptsById([retryId]))[0]).toMatchObject({
    operationId: handle.id,
    sequence: 3,
    outcome: 'success',
  })
})

testOnEveryBase('of many callers who retry one exhausted operation at once exactly one opens a round', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const hold = gate()
  const work = recovery.define(
    'work',
    (_input: null, ctx) => (ctx.attempt > 0 && second ? hold.opened : Promise.reject(new Error('no'))),
    {
      maxRetries: 0,
    },
  )
  let second = false
  const handle = await work.start(null)
  await clock.advance(0)
  second = true

  const answers = await Promise.allSettled(Array.from({ length: 50 }, () => handle.retry()))

  const ids = new Set(answers.filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value.retryId))
  expect(ids.size).toBe(1)
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(InvalidTransitionError)
  }
  expect(await handle.operation()).toMatchObject({ round: 2 })
  hold.open()
})

testOnEveryBase('"retry now" shortens the wait of an operation that recovers', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define(
    'work',
    async (_input: null, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('no')) : 'ok'),
    {
      initialDelay: '50s',
    },
  )

  const handle = await work.start(null)
  await clock.advance(0)
  await handle.retry()
  await clock.advance(0)

  await expect(handle.result()).resolves.toBe('ok')
})

testOnEveryBase(
  'a failed operation is retried only with force, and a wrong state says what is allowed',
  async ({ testEngine }) => {
    const { recovery, clock } = await testEngine()
    const work = recovery.define('work', async () => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' })
    })
    const handle = await work.start(null)
    await clock.advance(0)

    await expect(handle.retry()).rejects.toBeInstanceOf(NeedsForceError)
    await expect(handle.pause()).rejects.toMatchObject({
      code: 'INVALID_TRANSITION',
      state: 'failed',
      allowedActions: ['force_retry'],
    })
    expect((await handle.retry({ force: true })).operation).toMatchObject({ round: 2 })
  },
)

testOnEveryBase('an unknown id is refused by its name', async ({ testEngine }) => {
  const { recovery } = await testEngine()

  await expect(recovery.cancel('op_nobody')).rejects.toBeInstanceOf(NotFoundError)
})
