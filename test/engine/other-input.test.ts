import { expect } from 'vitest'
import { z } from 'zod'
import { testOnEveryBase } from '../support/engine.ts'

testOnEveryBase('a retry with another input begins anew, with what the schema makes of it', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const seen: unknown[] = []
  const options = { input: z.object({ n: z.coerce.number() }), maxRetries: 0 }
  recovery.define(
    'work',
    async ({ n }, ctx) => {
      seen.push({ n, state: ctx.state.get(), step: await ctx.step('a', () => n) })
      await ctx.state.set(n)
      if (n < 2) throw new Error('too few')
      return n
    },
    options,
  )
  await recovery.start('work', { n: 1 }, { id: 'op' })
  await clock.advance(0)
  const { operation } = await recovery.retry('op', { input: { n: '2' }, actor: 'ann' })
  expect(operation).toMatchObject({ input: { n: 2 }, round: 2, checkpoint: null })
  await clock.advance(0)

  expect(seen).toEqual([
    { n: 1, state: null, step: 1 },
    { n: 2, state: null, step: 2 },
  ])
  expect(await recovery.operation('op')).toMatchObject({ state: 'success', result: 2 })
  const { items } = await recovery.events('op', { limit: 9 })
  expect(items.find(({ type }) => type === 'retried')).toMatchObject({ actor: 'ann', data: { inputChanged: true } })
})

testOnEveryBase('another input that cannot be used is refused, and the operation stays as it was', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  recovery.define('work', () => Promise.reject(new Error('no')), { input: z.object({ n: z.number() }), maxRetries: 0 })
  recovery.define('slow', () => Promise.reject(new Error('no')), { initialDelay: '1h' })
  recovery.define('system', () => Promise.reject(new Error('no')), { maxRetries: 0, internal: true })
  for (const name of ['work', 'slow', 'system']) await recovery.start(name, { n: 1 }, { id: name })
  await clock.advance(0)

  const retry = (id: string, input: unknown) => recovery.retry(id, { input })
  await expect(retry('work', { n: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'input' })
  await expect(retry('slow', { n: 2 })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'input' })
  await expect(retry('slow', { n: undefined })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'input' })
  await expect(retry('system', { n: 2 })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'input' })
  await expect(retry('nobody', 1)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const name of ['work', 'slow', 'system'])
    expect(await recovery.operation(name)).toMatchObject({ input: { n: 1 }, round: 1 })
})

testOnEveryBase('the breaker that may refuse a retry is that of the new input', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  recovery.define('call', (input: { host: string }) => (input.host === 'a' ? Promise.reject(new Error('down')) : 'ok'), {
    maxRetries: 0,
    circuitBreaker: { threshold: 1, scope: (input) => (input as { host: string }).host },
  })
  await recovery.start('call', { host: 'a' }, { id: 'op' })
  await clock.advance(0)

  await expect(recovery.retry('op')).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
  await recovery.retry('op', { input: { host: 'b' } })
  await clock.advance(0)
  expect(await recovery.operation('op')).toMatchObject({ state: 'success', result: 'ok' })
})
