import { expect } from 'vitest'
import { gate, testOnEveryBase } from '../support/engine.ts'
import { collect } from './collected-updates.ts'

const QUICK = ['created', 'attempt_started', 'succeeded']

testOnEveryBase('a finished step is told while its attempt goes on, and is no event', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const [first, last] = [gate(), gate()]
  const work = recovery.define('work', async (_: null, ctx) => {
    await Promise.all(['a', 'b', 'c'].map((name) => ctx.step(name, () => name)))
    await first.opened
    ctx.progress({ fraction: 0.5 })
    await ctx.step('last', () => null)
    await last.opened
  })
  const all = collect(recovery)
  const changes = collect(recovery, { progress: false })
  const handle = await work.start(null)
  await clock.advance(1000)
  expect(all.types()).toEqual(['created', 'attempt_started', 'progress'])
  expect(all.updates[2]).toMatchObject({ operationId: handle.id, state: 'in_progress', progress: null })
  expect(all.updates[2]?.cursor).toBe(all.updates[1]?.cursor)

  first.open()
  await clock.advance(1000)
  expect(all.updates.slice(3)).toMatchObject([{ kind: 'progress', progress: { fraction: 0.5 } }])
  last.open()
  await clock.advance(1000)
  expect(all.types().slice(4)).toEqual(['succeeded'])
  expect(changes.types()).toEqual(QUICK)
})

testOnEveryBase('no finished step is told after the event that ended or stopped its attempt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const quick = recovery.define('quick', async (_: null, ctx) => ctx.step('only', () => 1))
  const long = recovery.define('long', async (_: null, ctx) => {
    await ctx.step('first', () => 1)
    await gate().opened
  })
  const watcher = collect(recovery)
  await quick.run(null)
  await clock.advance(1000)
  expect(watcher.types()).toEqual(QUICK)

  const handle = await long.start(null)
  await clock.advance(0)
  await handle.pause()
  await clock.advance(1000)
  expect(watcher.types().slice(3)).toEqual(['created', 'attempt_started', 'paused'])
})
