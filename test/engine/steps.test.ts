import { expect } from 'vitest'
import { gate, testOnEveryBase } from '../support/engine.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const

testOnEveryBase('a finished step is not run again by a later attempt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const ran: string[] = []
  const work = recovery.define(
    'work',
    async (_input: null, ctx) => {
      const a = await ctx.step('a', () => ran.push('a'))
      const b = await ctx.step('b', async () => {
        ran.push('b')
        if (ctx.attempt === 1) throw new Error('b broke')
        return 'b'
      })
      return [a, b]
    },
    AT_ONCE,
  )

  const handle = await work.start(null)
  await clock.advance(0)

  await expect(handle.result()).resolves.toEqual([1, 'b'])
  expect(ran).toEqual(['a', 'b', 'b'])
  expect(await recovery.steps(handle.id)).toMatchObject([
    { name: 'a', output: 1, attempt: 1 },
    { name: 'b', output: 'b', attempt: 2 },
  ])
})

testOnEveryBase('parallel steps of one attempt are all stored', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (_input: null, ctx) =>
    Promise.all(['x', 'y', 'z'].map((name) => ctx.step(name, async () => name.toUpperCase()))),
  )

  await expect(work.run(null)).resolves.toEqual(['X', 'Y', 'Z'])
})

testOnEveryBase('an operation succeeds only after the steps that its function left running', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const slow = gate<string>()
  const work = recovery.define('work', (_input: null, ctx) => {
    void ctx.step('slow', () => slow.opened)
    return 'early'
  })

  const handle = await work.start(null)
  await clock.advance(1000)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  slow.open('done')
  await clock.advance(0)

  await expect(handle.result()).resolves.toBe('early')
  expect(await recovery.steps(handle.id)).toMatchObject([{ name: 'slow', output: 'done' }])
})

testOnEveryBase('a step that fails and that nobody awaits fails the attempt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define(
    'work',
    (_input: null, ctx) => {
      void ctx.step('forgotten', async () => Promise.reject(new Error('lost')))
      return 'fine?'
    },
    { maxRetries: 0 },
  )

  const handle = await work.start(null)
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', error: { message: 'lost' } })
})

testOnEveryBase('two steps of one name in one attempt are refused', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (_input: null, ctx) => {
    await ctx.step('same', () => 1)
    await ctx.step('same', () => 2)
  })

  await expect(work.run(null)).rejects.toThrow('"same" was run twice')
})

testOnEveryBase('a step whose attempt was cancelled stores nothing', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const slow = gate<string>()
  const thrown = gate<unknown>()
  const work = recovery.define('work', async (_input: null, ctx) => {
    await ctx.step('slow', () => slow.opened).catch(thrown.open)
  })

  const handle = await work.start(null)
  await clock.advance(0)
  await handle.cancel()
  slow.open('too late')
  await clock.advance(0)

  expect(await thrown.opened).toMatchObject({ name: 'AttemptStoppedError', stopCause: 'cancelled' })
  expect(await recovery.steps(handle.id)).toEqual([])
})

testOnEveryBase('what ctx.state held last is there for the next attempt', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const work = recovery.define(
    'work',
    async (_input: null, ctx) => {
      const before = ctx.state.get() as { page: number } | null
      const page = (before?.page ?? 0) + 1
      await ctx.state.set({ page })
      if (page < 3) throw new Error('again')
      return page
    },
    AT_ONCE,
  )

  await expect(work.run(null)).resolves.toBe(3)
})

testOnEveryBase('the parts of the context work when they are taken out of it', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (_input: null, { step, progress, state }) => {
    progress({ fraction: 1 })
    await state.set('kept')
    return step('one', () => 1)
  })

  await expect(work.run(null)).resolves.toBe(1)
})
