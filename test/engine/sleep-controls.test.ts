import { expect, test } from 'vitest'
import { gate } from '../support/engine.ts'
import { HOUR, sleeper } from './sleeper.ts'

test('a paused sleep gives its charge back, and sleeps on until its own end when it is resumed before', async () => {
  const { clock, handle, recovery } = await sleeper((ctx) => ctx.sleep('pause', HOUR))
  const until = clock.now() + HOUR

  await handle.pause()
  expect(await handle.operation()).toMatchObject({ state: 'paused', attempt: 0 })
  await clock.advance(1000)
  await handle.resume()
  await clock.advance(0)
  expect(await handle.operation()).toMatchObject({ state: 'pending', attempt: 1, dueAt: until })
  await clock.advance(HOUR)

  expect(await handle.operation()).toMatchObject({ state: 'success', attempt: 1 })
  expect((await recovery.attempts('op', { limit: 9 })).items.map(({ outcome }) => outcome)).toEqual(['paused', 'success'])
})

test('a sleeping operation is cancelled at once, and nobody hurries it by a retry', async () => {
  const { handle } = await sleeper((ctx) => ctx.sleep('pause', HOUR))

  await expect(handle.retry()).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
  await handle.cancel()

  expect(await handle.operation()).toMatchObject({ state: 'cancelled', attempt: 0 })
})

test('a deadline that passes during a sleep ends the operation', async () => {
  const { clock, handle } = await sleeper((ctx) => ctx.sleep('pause', HOUR), { deadline: '10m' })

  await clock.advance(HOUR)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', error: { code: 'DEADLINE_EXCEEDED' } })
})

test('the timeout is for each run of the function, not for the time that it sleeps', async () => {
  const slow = gate<number>()
  const { clock, handle } = await sleeper(
    async (ctx) => {
      await ctx.sleep('pause', HOUR)
      await ctx.step('slow', () => slow.opened)
    },
    { timeout: '10s', maxRetries: 0 },
  )

  await clock.advance(HOUR + 9_999)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  await clock.advance(1)
  slow.open(1)

  expect(await handle.operation()).toMatchObject({ state: 'exhausted', error: { name: 'OperationTimeoutError' } })
})

test.each(['pause', 'cancel'] as const)(
  'a %s while steps run beside a sleep reaches the function through it',
  async (control) => {
    const slow = gate<number>()
    const caught = gate<unknown>()
    const { clock, handle, recovery } = await sleeper(async (ctx) => {
      void ctx.step('slow', () => slow.opened)
      await ctx.sleep('pause', HOUR).catch(caught.open)
      slow.open(1)
    })

    await handle[control]()
    await clock.advance(0)

    expect(await caught.opened).toMatchObject({
      name: 'AttemptStoppedError',
      stopCause: `${control}${control === 'cancel' ? 'led' : 'd'}`,
    })
    expect((await recovery.status()).server.running).toBe(0)
  },
)
