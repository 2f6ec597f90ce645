import { expect, test } from 'vitest'
import { type Context, createRecovery } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { agreesWithItself } from '../support/consistency.ts'
import { Crashable } from '../support/crashing-store.ts'
import { gate } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { HOUR, sleeper } from './sleeper.ts'

test('a sleep lets go of its slot, and the same attempt goes on after its steps when it is over', async () => {
  const ran: string[] = []
  const { recovery, clock, handle } = await sleeper(
    async (ctx) => {
      ran.push('called')
      await ctx.step('before', () => ran.push('before'))
      await ctx.sleep('pause', '1h')
      await ctx.step('after', () => ran.push('after'))
      return ctx.attempt
    },
    { concurrency: 1 },
  )
  const other = await recovery.start('work', null)
  await clock.advance(0)

  expect(await handle.operation()).toMatchObject({ state: 'pending', attempt: 1, dueAt: clock.now() + HOUR })
  expect(await recovery.requireOperation(other.operation.id)).toMatchObject({ state: 'pending', attempt: 1 })
  expect((await recovery.status()).server.running).toBe(0)

  await clock.advance(HOUR - 1)
  expect(ran).toEqual(['called', 'before', 'called', 'before'])
  await clock.advance(1)

  await expect(handle.result()).resolves.toBe(1)
  expect(await handle.operation()).toMatchObject({ attempt: 1, totalAttempts: 1, sequence: 1, failedAttempts: 0 })
  const { items } = await recovery.events('op', { limit: 9 })
  expect(items.map(({ type }) => type)).toEqual(['created', 'attempt_started', 'sleeping', 'attempt_started', 'succeeded'])
  expect(await recovery.attempts('op', { limit: 9 })).toMatchObject({ items: [{ outcome: 'success', sequence: 1 }] })
})

test('neither catch nor finally of the function runs when it is put to sleep, and its signal is aborted', async () => {
  const seen: string[] = []
  const { clock, handle } = await sleeper(async (ctx) => {
    ctx.signal.addEventListener('abort', () => seen.push(ctx.signal.reason.stopCause))
    try {
      await ctx.sleep('pause', 1000)
      seen.push('over')
    } catch {
      seen.push('caught')
    } finally {
      seen.push('finally')
    }
  })

  expect(seen).toEqual(['put to sleep'])
  await clock.advance(1000)

  expect(seen).toEqual(['put to sleep', 'over', 'finally'])
  expect(await handle.operation()).toMatchObject({ state: 'success' })
})

test('a sleep that is over is not slept again by a later attempt, whatever its duration is then', async () => {
  const { clock, handle } = await sleeper(async (ctx) => {
    await ctx.sleep('pause', ctx.attempt === 1 ? 1000 : '10d')
    if (ctx.attempt === 1) throw new Error('down')
    return 'done'
  })

  await clock.advance(1000)

  expect(await handle.operation()).toMatchObject({ state: 'success', attempt: 2, failedAttempts: 1 })
})

test('a sleep of no length is over at once, and is stored like any other', async () => {
  const { recovery, handle } = await sleeper(async (ctx) => {
    await ctx.sleep('none', 0)
    return 'done'
  })

  expect(await handle.operation()).toMatchObject({ state: 'success' })
  expect(await recovery.steps('op')).toMatchObject([{ kind: 'sleep', name: 'none', output: null }])
})

test('steps beside a sleep are waited for before the slot is let go, with all that follows them', async () => {
  const slow = gate<string>()
  const { recovery, clock, handle } = await sleeper(async (ctx) => {
    const branch = ctx.step('one', () => slow.opened).then(() => ctx.step('two', () => 2))
    await Promise.all([ctx.sleep('pause', HOUR), branch])
    return 'done'
  })

  await clock.advance(1000)
  expect(await handle.operation()).toMatchObject({ state: 'in_progress' })
  slow.open('1')
  await clock.advance(0)
  expect(await handle.operation()).toMatchObject({ state: 'pending', attempt: 1 })
  expect((await recovery.steps('op')).map(({ name }) => name)).toEqual(['one', 'two', 'pause'])
  await clock.advance(HOUR)

  expect(await handle.operation()).toMatchObject({ state: 'success', sequence: 1 })
})

test('a sleep that ends while a step beside it runs wakes the function where it is', async () => {
  const slow = gate<string>()
  const { clock, handle, recovery } = await sleeper(async (ctx) => {
    const step = ctx.step('slow', () => slow.opened)
    const first = await Promise.race([ctx.sleep('limit', '10s').then(() => 'limit'), step])
    slow.open('late')
    return first
  })

  await clock.advance(10_000)

  await expect(handle.result()).resolves.toBe('limit')
  expect((await recovery.events('op', { limit: 9 })).items.map(({ type }) => type)).not.toContain('sleeping')
})

test('of several sleeps at once each ends at its own time', async () => {
  const { clock, handle, recovery } = await sleeper(async (ctx) => {
    const after = (name: string, ms: number) => ctx.sleep(name, ms).then(() => ctx.step(`${name} is over`, () => ms))
    return Promise.all([after('short', 1000), after('long', 5000)])
  })

  await clock.advance(1000)
  expect((await recovery.steps('op')).map(({ name }) => name)).toContain('short is over')
  expect(await handle.operation()).toMatchObject({ state: 'pending', dueAt: clock.now() + 4000 })
  await clock.advance(4000)

  await expect(handle.result()).resolves.toEqual([1000, 5000])
})

test.each<[string, (ctx: Context) => Promise<unknown>, string]>([
  ['a step', (ctx) => ctx.step('same', () => 1).then(() => ctx.sleep('same', 1)), '"same" was run twice'],
  ['no name', (ctx) => ctx.sleep('', 1), "A step's name has 1 to 255 characters"],
  ['text that is no duration', (ctx) => ctx.sleep('x', 'soon'), 'duration is "soon"'],
  ['a negative duration', (ctx) => ctx.sleep('x', -1), 'duration is -1'],
  ['a duration that is no number', (ctx) => ctx.sleep('x', Number.NaN), 'duration is NaN'],
])('a sleep with %s of its name or length is refused', async (_what, work, message) => {
  const { handle } = await sleeper(work)

  expect(await handle.operation()).toMatchObject({ state: 'failed', error: { code: 'INVALID_INPUT' } })
  expect((await handle.operation()).error?.message).toContain(message)
})

test('work that is no step does not keep the function awake, and what it answers then counts for nothing', async () => {
  const slow = gate()
  const late = gate<unknown>()
  let calls = 0
  const { clock, handle } = await sleeper(async (ctx) => {
    calls++
    if (calls === 1) void slow.opened.then(() => ctx.step('late', () => 1)).catch(late.open)
    await ctx.sleep('pause', HOUR)
  })
  expect(await handle.operation()).toMatchObject({ state: 'pending' })

  slow.open()
  await clock.advance(0)

  expect(await late.opened).toMatchObject({ name: 'AttemptStoppedError', stopCause: 'put to sleep' })
  await clock.advance(HOUR)
  expect(await handle.operation()).toMatchObject({ state: 'success' })
})

test('a function that answers without waiting for its sleep has answered', async () => {
  const { handle } = await sleeper(async (ctx) => {
    void ctx.sleep('pause', HOUR)
    return 'early'
  })

  expect(await handle.operation()).toMatchObject({ state: 'success', result: 'early' })
})

test('a sleep goes on over a restart in order, and the engine stops without waiting for it', async () => {
  const clock = new FakeClock()
  const crashable = new Crashable(createMemoryStore({ random: seededRandom(7) }))
  const work = async (_input: unknown, ctx: Context) => {
    await ctx.sleep('pause', HOUR)
    return 'rested'
  }
  const live = async () => {
    const recovery = await createRecovery({ store: crashable.connect(null).store, clock, random: seededRandom(1), open: false })
    recovery.define('work', work)
    await recovery.open()
    return recovery
  }
  const first = await live()
  await first.start('work', null, { id: 'op' })
  await clock.advance(1000)
  const asleep = await first.requireOperation('op')
  await first.stop()

  const second = await live()
  await clock.advance(HOUR)

  expect(asleep).toMatchObject({ state: 'pending', attempt: 1 })
  expect(await second.requireOperation('op')).toMatchObject({ state: 'success', result: 'rested', sequence: 1, interruptions: 0 })
  await agreesWithItself(crashable.inner, 'op')
  await second.stop()
})
