import { expect } from 'vitest'
import type { Context } from '../../src/index.ts'
import { gate, testOnEveryBase } from '../support/engine.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { collect } from './collected-updates.ts'

const GB = 1e9
const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 1, circuitBreaker: false } as const

/** Counts from one number to another or to its signal, so many a second, with a report each tenth of a second. */
async function count(ctx: Context, clock: FakeClock, { from = 0, to = 1e9, perSecond = 10, total = 1000 } = {}) {
  for (let current = from; current < to && !ctx.signal.aborted; current += perSecond / 10) {
    ctx.progress({ current, total, unit: 'rows' })
    await passing(clock, 100)
  }
}

function passing(clock: FakeClock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.timer(ms, resolve)
  })
}

testOnEveryBase('a function that only counts has a rate after a second', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const { updates } = collect(recovery)
  const handle = await recovery.define('work', (_input: null, ctx) => count(ctx, clock)).start(null)
  await clock.advance(900)
  expect((await handle.operation()).progress).not.toHaveProperty('rate')
  await clock.advance(200)
  expect((await handle.operation()).progress?.rate).toBeCloseTo(10, 6)
  expect(updates.at(-1)).toMatchObject({ kind: 'progress', progress: { rate: expect.closeTo(10, 6), total: 1000 } })
  await handle.cancel()
})

testOnEveryBase('a function that goes on where another attempt left off is as fast as it is now', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const from = 3.8 * GB
  const resumed = { from, perSecond: 1000, total: 4 * GB, to: 4 * GB }
  const handle = await recovery.define('work', (_input: null, ctx) => count(ctx, clock, resumed)).start(null)
  await clock.advance(5000)
  expect((await handle.operation()).progress).toMatchObject({ rate: expect.closeTo(1000, 3) })
  await handle.cancel()
})

testOnEveryBase('steps that are done already are not counted as the work of this attempt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define(
    'work',
    async (_input: null, ctx) => {
      for (let page = 1; page <= 100; page++) {
        await ctx.step(`page ${page}`, () => passing(clock, 1000).then(() => page))
        ctx.progress({ current: page, total: 100, unit: 'pages' })
        if (page === 50 && ctx.attempt === 1) throw new Error('again')
      }
    },
    AT_ONCE,
  )
  const handle = await work.start(null)
  await clock.advance(50_000)
  expect(await handle.operation()).toMatchObject({ state: 'recovering', attempt: 2, progress: { current: 50 } })
  await clock.advance(2500)
  expect((await handle.operation()).progress).toMatchObject({ current: 52, rate: expect.closeTo(1, 6) })
  await handle.cancel()
})

testOnEveryBase('a rate that the function tells itself is told as it is', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async (_input: null, ctx) => {
    ctx.progress({ current: 0 })
    await passing(clock, 2000)
    ctx.progress({ current: 100, rate: 7 })
    await passing(clock, 2000)
    ctx.progress({ current: 200 })
    await gate().opened
  })
  const handle = await work.start(null)
  await clock.advance(2000)
  expect((await handle.operation()).progress).toMatchObject({ current: 100, rate: 7 })
  await clock.advance(2000)
  expect((await handle.operation()).progress).toMatchObject({ current: 200, rate: expect.closeTo(50, 6) })
  await handle.cancel()
})

testOnEveryBase('an attempt that falls silent is told without its rate, once', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const silence = gate()
  const work = recovery.define('work', async (_input: null, ctx) => {
    await count(ctx, clock, { to: 20 })
    await silence.opened
    await count(ctx, clock, { from: 20 })
  })
  const handle = await work.start(null)
  await clock.advance(20_000)
  expect((await handle.operation()).progress).toMatchObject({ current: 19, rate: expect.closeTo(10, 6) })
  const { updates } = collect(recovery)
  await clock.advance(120_000)
  expect((await handle.operation()).progress).not.toHaveProperty('rate')
  expect(updates).toMatchObject([{ kind: 'progress', progress: { current: 19, total: 1000 } }])
  expect(updates[0]).not.toHaveProperty('progress.rate')

  silence.open()
  await clock.advance(60_000)
  expect((await handle.operation()).progress?.rate).toBeCloseTo(10, 0)
  await handle.cancel()
})

testOnEveryBase('a function that reports once a minute keeps its rate from one report to the next', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async (_input: null, ctx) => {
    for (let current = 0; ; current += 60) {
      ctx.progress({ current })
      await passing(clock, 60_000)
    }
  })
  const handle = await work.start(null)
  for (let minute = 1; minute < 4; minute++) {
    await clock.advance(60_000)
    expect((await handle.operation()).progress?.rate).toBeCloseTo(1, 6)
    await clock.advance(59_000)
    expect((await handle.operation()).progress?.rate).toBeCloseTo(1, 6)
    await clock.advance(1000)
  }
  await handle.cancel()
})

testOnEveryBase('what does not run has no rate, and its next attempt begins without one', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const { updates } = collect(recovery)
  let calls = 0
  const work = recovery.define('work', (_input: null, ctx) => (++calls === 1 ? count(ctx, clock) : gate().opened), AT_ONCE)
  const handle = await work.start(null)
  await clock.advance(3000)
  expect((await handle.operation()).progress).toHaveProperty('rate')

  await handle.pause()
  await clock.advance(1000)
  expect(await handle.operation()).toMatchObject({ state: 'paused', progress: { unit: 'rows' } })
  expect((await handle.operation()).progress).not.toHaveProperty('rate')
  expect(updates.at(-1)).toMatchObject({ kind: 'state', event: { type: 'paused' } })
  expect(updates.at(-1)).not.toHaveProperty('progress.rate')

  await handle.resume()
  await clock.advance(0)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress', progress: { unit: 'rows' } })
  expect((await handle.operation()).progress).not.toHaveProperty('rate')
  await handle.cancel()
})

testOnEveryBase('what a function left running says nothing of an operation that has ended', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', (_input: null, ctx) => {
    void count(ctx, clock, { to: 50 })
  })
  const { updates } = collect(recovery)
  const handle = await work.start(null)
  await clock.advance(60_000)
  expect(updates.map((update) => (update.kind === 'state' ? update.event.type : update.progress))).toEqual([
    'created',
    'attempt_started',
    'succeeded',
  ])
  expect(await handle.operation()).toMatchObject({ state: 'success', progress: { current: 0 } })
})
