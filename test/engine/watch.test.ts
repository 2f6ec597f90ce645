import { expect } from 'vitest'
import { QUEUE_SIZE } from '../../src/engine/events/subscription.ts'
import { CursorExpiredError } from '../../src/index.ts'
import { gate, testOnEveryBase } from '../support/engine.ts'
import { collect, nameOf } from './collected-updates.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 2 } as const

testOnEveryBase('a subscriber sees every change of state in order', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const flaky = recovery.define(
    'flaky',
    async (_: null, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('no')) : 1),
    AT_ONCE,
  )
  const watcher = collect(recovery)

  await flaky.run(null)
  await clock.advance(0)

  expect(watcher.types()).toEqual(['created', 'attempt_started', 'attempt_failed', 'attempt_started', 'succeeded'])
})

testOnEveryBase('a cursor replays what came after it and goes on live without a gap or a duplicate', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async () => 1, AT_ONCE)
  const before = recovery.eventCursor()
  await work.run(null)
  const watcher = collect(recovery, { after: before })
  await work.run(null)
  await clock.advance(0)

  const positions = watcher.updates.map((update) => (update.kind === 'state' ? update.event.position : -1))
  expect(watcher.types()).toEqual([...three(), ...three()])
  expect(positions).toEqual([...positions].sort((a, b) => a - b))
  expect(new Set(positions).size).toBe(6)
})

function three(): string[] {
  return ['created', 'attempt_started', 'succeeded']
}

testOnEveryBase(
  'a subscriber that falls far behind still gets every change of state once and in order',
  async ({ testEngine }) => {
    const { recovery, clock } = await testEngine()
    const work = recovery.define('work', async () => 1, AT_ONCE)
    const iterator = recovery.watch()
    const rounds = Math.ceil((QUEUE_SIZE * 2) / 3)
    await Promise.all(Array.from({ length: rounds }, () => work.run(null)))
    await clock.advance(0)

    const positions: number[] = []
    while (positions.length < rounds * 3) {
      const { value } = await iterator.next()
      if (value?.kind === 'state') positions.push(value.event.position)
    }

    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(new Set(positions).size).toBe(rounds * 3)
    await iterator.return?.()
  },
)

testOnEveryBase('filters by operation, function and state leave out everything else', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const one = recovery.define('one', async () => 1)
  const two = recovery.define('two', async () => 2)
  const handle = await one.start(null, { runAt: new Date(clock.now() + 1000) })
  const byId = collect(recovery, { operationId: handle.id })
  const byFunction = collect(recovery, { functionName: 'two' })
  const byState = collect(recovery, { states: ['success'] })

  await two.run(null)
  await clock.advance(1000)

  expect(byId.types()).toEqual(['attempt_started', 'succeeded'])
  expect(byFunction.types()).toEqual(three())
  expect(byState.types()).toEqual(['succeeded', 'succeeded'])
})

testOnEveryBase('progress is coalesced, carries the last cursor passed and is not replayed', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const hold = gate()
  const work = recovery.define('work', async (_: null, ctx) => {
    for (let i = 1; i <= 100; i++) ctx.progress({ current: i, total: 100 })
    await hold.opened
  })
  const watcher = collect(recovery)

  await work.start(null)
  await clock.advance(1000)
  hold.open()
  await clock.advance(0)

  const [progress] = watcher.updates.filter((update) => update.kind === 'progress')
  expect(watcher.types()).toEqual(['created', 'attempt_started', 'progress', 'succeeded'])
  expect(progress).toMatchObject({ progress: { current: 100, fraction: 1 }, cursor: watcher.updates[1]?.cursor })
})

testOnEveryBase('no progress follows the event that stopped its attempt', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async (_: null, ctx) => {
    ctx.progress({ fraction: 0.1 })
    await gate().opened
  })
  const all = collect(recovery)
  const running = collect(recovery, { states: ['in_progress'] })
  const handle = await work.start(null)
  await clock.advance(0)
  await handle.pause()
  await clock.advance(1000)

  expect(all.types()).toEqual(['created', 'attempt_started', 'paused'])
  expect(running.types()).toEqual(['attempt_started'])
})

testOnEveryBase('queries show the live progress of a running attempt and its end stores the last', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const hold = gate()
  const work = recovery.define('work', async (_: null, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await hold.opened
    ctx.progress({ fraction: 0.9 })
  })

  const handle = await work.start(null)
  await clock.advance(0)
  expect(await handle.operation()).toMatchObject({ progress: { fraction: 0.5 } })
  hold.open()
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({ state: 'success', progress: { fraction: 0.9 } })
})

testOnEveryBase('a report that is no progress is ignored and the work goes on', async ({ testEngine }) => {
  const { recovery } = await testEngine()
  const work = recovery.define('work', async (_: null, ctx) => {
    ctx.progress({ fraction: Number.NaN })
    return 'fine'
  })

  await expect(work.run(null)).resolves.toBe('fine')
})

testOnEveryBase('a cursor of another log is expired and a malformed one is refused', async ({ testEngine }) => {
  const { recovery } = await testEngine()

  await expect(recovery.watch({ after: 'evt_00000000_1' }).next()).rejects.toBeInstanceOf(CursorExpiredError)
  expect(() => recovery.watch({ after: 'nonsense' })).toThrow('no event cursor')
})

testOnEveryBase('an iteration that is left ends, and so do all when the engine stops', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const left = recovery.watch()
  const waiting = left.next()
  await left.return?.()
  await expect(waiting).resolves.toEqual({ done: true, value: undefined })

  const watcher = collect(recovery)
  const stopped = recovery.stop()
  await clock.advance(0)
  await stopped
  await expect(watcher.ended).resolves.toBeUndefined()
})

testOnEveryBase('the updates of a handle end with its operation', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null, { runAt: new Date(clock.now() + 100) })
  const seen: string[] = []
  const all = (async () => {
    for await (const update of handle.updates()) seen.push(nameOf(update))
  })()
  await clock.advance(100)
  await all

  expect(seen).toEqual(['attempt_started', 'succeeded'])
})

testOnEveryBase('all who are told of a change or of progress at once are given the very same update', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  const end = gate()
  const load = recovery.define('load', async (_: null, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const [one, other] = [collect(recovery), collect(recovery)]
  await load.start(null)
  await clock.advance(1000)
  end.open()
  await clock.advance(1000)

  expect(one.types()).toEqual(['created', 'attempt_started', 'progress', 'succeeded'])
  expect(other.updates).toHaveLength(4)
  for (const [index, update] of one.updates.entries()) expect(other.updates[index]).toBe(update)
  one.stop()
  other.stop()
})

testOnEveryBase('what waits for a subscriber is answered in order to several who ask at once', async ({ testEngine }) => {
  const { recovery, clock } = await testEngine()
  recovery.define('good', () => 1)
  const updates = recovery.watch()
  const early = [updates.next(), updates.next()]
  await recovery.start('good', null)
  await clock.advance(0)
  const asked = [...early, updates.next()]
  const told = (await Promise.all(asked)).map(({ value }) => (value === undefined ? 'end' : nameOf(value)))

  expect(told).toEqual(['created', 'attempt_started', 'succeeded'])
  await updates.return?.()
  expect((await updates.next()).done).toBe(true)
})
