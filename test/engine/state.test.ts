import { expect, test } from 'vitest'
import type { Context, Json } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

async function ended(work: (ctx: Context) => Promise<unknown>) {
  const { recovery, clock } = await testEngine()
  const fn = recovery.define('work', (_input: null, ctx) => work(ctx), { maxRetries: 0 })
  const handle = await fn.start(null)
  await clock.advance(0)
  return handle.operation()
}

test('of states that are set at once the last one stays, and the function reads it back', async () => {
  const operation = await ended(async (ctx) => {
    await Promise.all([1, 2, 3, 4].map((page) => ctx.state.set({ page })))
    return ctx.state.get()
  })

  expect(operation).toMatchObject({ state: 'success', checkpoint: { page: 4 }, result: { page: 4 } })
})

test('what is done to a value after it was set, or to what was read, changes no state', async () => {
  const operation = await ended(async (ctx) => {
    const own = { page: 1 }
    const set = ctx.state.set(own)
    own.page = 2
    await set
    const read = ctx.state.get() as { page: number }
    read.page = 3
    return ctx.state.get()
  })

  expect(operation).toMatchObject({ checkpoint: { page: 1 }, result: { page: 1 } })
})

test.each<[string, unknown, string]>([
  ['a value that JSON cannot hold', { at: new Date(0) }, 'state.at is a Date, not a plain object'],
  ['an undefined part', { page: undefined }, 'state.page is undefined'],
  ['more than can be kept', 'x'.repeat(10_000_000), 'state is 10000002 characters of JSON, at most 10000000 are kept'],
])('%s is refused as a state, and the last one stays', async (_what, value, message) => {
  const operation = await ended(async (ctx) => {
    await ctx.state.set('good')
    await ctx.state.set(value as Json)
  })

  expect(operation).toMatchObject({ state: 'failed', checkpoint: 'good', error: { code: 'INVALID_INPUT' } })
  expect(operation.error?.message).toContain(message)
})

test('a state that is set without waiting for it is stored before the operation succeeds', async () => {
  const operation = await ended(async (ctx) => {
    void ctx.state.set('kept')
  })

  expect(operation).toMatchObject({ state: 'success', checkpoint: 'kept' })
})
