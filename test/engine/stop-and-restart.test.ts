import { expect } from 'vitest'
import type { Recovery, RecoveryOptions } from '../../src/index.ts'
import { Crashable } from '../support/crashing-store.ts'
import { aborted, type Base, gate, openEngine, testOnEveryBase } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { attemptsOf } from '../support/store-reads.ts'

/** Engines that live one after another on one base. */
function livesOn({ store: inner, dispatcher }: Base) {
  const clock = new FakeClock()
  const crashable = new Crashable(inner)
  const begin = async (define: (recovery: Recovery) => void, options: RecoveryOptions = {}) => {
    const { store, life } = crashable.connect(null)
    const recovery = await openEngine({ clock, open: false, ...options, store }, dispatcher)
    define(recovery)
    return { recovery, takenUp: await recovery.open(), kill: () => life.crash() }
  }
  return { clock, begin, store: inner }
}

const EXACT = { initialDelay: '1s', jitter: 0 } as const

testOnEveryBase('what a killed process left running goes on by itself after the normal wait, uncharged', async ({ base }) => {
  const { clock, begin } = livesOn(base)
  const first = await begin((recovery) => recovery.define('work', () => gate().opened, EXACT))
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  first.kill()

  const second = await begin((recovery) => recovery.define('work', async () => 'done', EXACT))
  expect(second.takenUp).toMatchObject({ interrupted: 1, waiting: 1, unknown: [] })
  expect(await second.recovery.operation('one')).toMatchObject({
    state: 'recovering',
    attempt: 0,
    error: { category: 'interrupted' },
  })
  await clock.advance(1000)

  expect(await second.recovery.operation('one')).toMatchObject({ state: 'success', attempt: 1, failedAttempts: 0 })
})

testOnEveryBase('an operation that kills its process every time ends exhausted after the third death', async ({ base }) => {
  const { clock, begin, store } = livesOn(base)
  for (let death = 1; death <= 3; death++) {
    const { recovery, kill } = await begin((engine) => engine.define('killer', () => gate().opened, EXACT))
    await recovery.start('killer', null, { id: 'one' })
    await clock.advance(10_000)
    kill()
  }
  await begin((recovery) => recovery.define('killer', async () => 'never', EXACT))

  expect(await store.operation('one')).toMatchObject({ state: 'exhausted', interruptions: 3, attempt: 0 })
})

testOnEveryBase('waiting operations are due as they were and paused ones stay paused', async ({ base }) => {
  const { clock, begin } = livesOn(base)
  const define = (recovery: Recovery) => recovery.define('work', async () => 'ran', EXACT)
  const first = await begin(define)
  await first.recovery.start('work', null, { id: 'later', runAt: new Date(clock.now() + 5000) })
  await first.recovery.start('work', null, { id: 'paused', runAt: new Date(clock.now() + 1000) })
  await first.recovery.pause('paused')
  first.kill()

  const second = await begin(define)
  await clock.advance(4999)
  expect(await second.recovery.operation('later')).toMatchObject({ state: 'pending' })
  await clock.advance(1)

  expect(await second.recovery.operation('later')).toMatchObject({ state: 'success' })
  expect(await second.recovery.operation('paused')).toMatchObject({ state: 'paused' })
})

testOnEveryBase(
  'operations of a function that is not there are kept, reported, and go on once it is defined',
  async ({ base }) => {
    const { clock, begin } = livesOn(base)
    const first = await begin((recovery) => {
      recovery.define('running', () => gate().opened, EXACT)
      recovery.define('waiting', async () => 'ran', EXACT)
    })
    await first.recovery.start('running', null, { id: 'running' })
    await first.recovery.start('waiting', null, { id: 'waiting', runAt: new Date(clock.now() + 1000) })
    await clock.advance(0)
    first.kill()

    const second = await begin(() => undefined)
    expect(second.takenUp).toEqual({
      interrupted: 0,
      waiting: 0,
      unknown: [
        { functionName: 'running', operations: 1 },
        { functionName: 'waiting', operations: 1 },
      ],
    })
    await clock.advance(60_000)
    expect(await second.recovery.operation('running')).toMatchObject({ state: 'in_progress' })
    second.recovery.define('running', async () => 'ran', EXACT)
    second.recovery.define('waiting', async () => 'ran', EXACT)
    await clock.advance(1000)

    expect(await second.recovery.operation('running')).toMatchObject({ state: 'success' })
    expect(await second.recovery.operation('waiting')).toMatchObject({ state: 'success' })
  },
)

testOnEveryBase('what is past its deadline at the start ends without being run', async ({ base }) => {
  const { clock, begin } = livesOn(base)
  const first = await begin((recovery) => recovery.define('work', () => gate().opened, { ...EXACT, deadline: '5s' }))
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  first.kill()
  clock.jump(10_000)

  let calls = 0
  const second = await begin((recovery) => recovery.define('work', async () => ++calls, EXACT))
  await clock.advance(10_000)

  expect(await second.recovery.operation('one')).toMatchObject({ state: 'exhausted', error: { code: 'DEADLINE_EXCEEDED' } })
  expect(calls).toBe(0)
})

testOnEveryBase('a graceful stop hands over what runs: uncharged, due at once, with its progress', async ({ base }) => {
  const { clock, begin, store } = livesOn(base)
  const first = await begin((recovery) =>
    recovery.define('work', async (_input: null, ctx) => {
      ctx.progress({ current: 5, total: 10 })
      await aborted(ctx.signal)
      throw ctx.signal.reason
    }),
  )
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  await first.recovery.stop()

  const { items } = await attemptsOf(store, 'one', { limit: 5 })
  expect(await store.operation('one')).toMatchObject({
    state: 'pending',
    attempt: 0,
    dueAt: clock.now(),
    progress: { current: 5 },
  })
  expect(items).toMatchObject([{ outcome: 'handed_over' }])
})

testOnEveryBase('what a function stores while it is handed over is kept', async ({ base }) => {
  const { clock, begin, store } = livesOn(base)
  const first = await begin((recovery) =>
    recovery.define('work', async (_input: null, ctx) => {
      await aborted(ctx.signal)
      await ctx.state.set({ offset: 42 })
      throw ctx.signal.reason
    }),
  )
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  await first.recovery.stop()

  expect(await store.operation('one')).toMatchObject({ state: 'pending', attempt: 0, checkpoint: { offset: 42 } })
})

testOnEveryBase('a function that ends while the engine stops keeps its success', async ({ base }) => {
  const { clock, begin, store } = livesOn(base)
  const first = await begin((recovery) =>
    recovery.define('work', async (_input: null, ctx) => {
      await aborted(ctx.signal)
      return 'in time'
    }),
  )
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  await first.recovery.stop()

  expect(await store.operation('one')).toMatchObject({ state: 'success', result: 'in time' })
})

testOnEveryBase('a stop waits no longer than its bound for a function that hangs', async ({ base }) => {
  const { clock, begin, store } = livesOn(base)
  const first = await begin((recovery) => recovery.define('work', () => gate().opened))
  await first.recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  const stopped = first.recovery.stop({ timeoutMs: 3000 })
  await clock.advance(3000)
  await stopped

  expect(await store.operation('one')).toMatchObject({ state: 'pending', attempt: 0 })
})
