import { expect, test } from 'vitest'
import { STORES } from '../store/stores.ts'
import { gate, testEngine } from '../support/engine.ts'
import { failingStore } from '../support/failing-store.ts'
import { only, startMany, statesOf, testWorld, world } from './breaker-world.ts'

test.each(STORES)(
  'refuse attempts after too many failures, and a probe that succeeds lets all go on, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { control } = world(recovery)
    await startMany(recovery, clock, 2)
    const waiting = await startMany(recovery, clock, 3)

    expect(control.calls).toBe(2)
    expect(new Set(await statesOf(recovery, waiting))).toEqual(new Set(['blocked pending']))
    expect(await only(recovery, waiting[0] as string)).toMatchObject({ dueAt: clock.now() + 10_000, attempt: 0, sequence: 0 })
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', failureCount: 2, trips: 1, lastError: 'down' })
    expect(await recovery.breakers.blockedOperations('call')).toBe(3)

    control.well = true
    await clock.advance(9999)
    expect(control.calls).toBe(2)
    await clock.advance(1)
    expect(control.calls).toBeGreaterThanOrEqual(3)
    await clock.advance(1000)
    expect(await statesOf(recovery, waiting)).toEqual(['success', 'success', 'success'])
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', failureCount: 0, trips: 1 })
  },
)

test.each(STORES)('many blocked operations cost a few commits a probe, not one each, on the $name store', async ({ open }) => {
  const { recovery, clock, written } = await testWorld(open)
  world(recovery)
  await startMany(recovery, clock, 2)
  await startMany(recovery, clock, 100)
  expect(written.types().filter((type) => type === 'blocked')).toHaveLength(100)
  const before = written.count()

  for (let probe = 1; probe <= 5; probe++) await clock.advance(10_000)
  expect(written.types().slice(before)).toEqual(Array(5).fill(['unblocked', 'attempt_started', 'attempt_failed']).flat())
  expect(await recovery.breakers.blockedOperations('call')).toBe(95)
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', trips: 6, failureCount: 7 })
})

test.each(STORES)(
  'once it is closed its operations come one after the other, and no more than a batch when it opens again, on the $name store',
  async ({ open }) => {
    const { recovery, clock, written } = await testWorld(open)
    const { control } = world(recovery)
    await startMany(recovery, clock, 2)
    await startMany(recovery, clock, 200)
    control.well = true
    await clock.advance(10_000)
    expect(control.calls).toBeLessThan(6)
    await clock.advance(1000)
    expect(control.calls).toBeGreaterThan(7)
    expect(control.calls).toBeLessThan(20)

    control.well = false
    await clock.advance(9000)
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', trips: 2 })
    expect(await recovery.breakers.blockedOperations('call')).toBeGreaterThan(130)
    expect(written.types().filter((type) => type === 'unblocked').length).toBeLessThanOrEqual(65)
    control.well = true
    await clock.advance(60_000)
    expect(await recovery.count({ states: ['success'] })).toBe(200 - 2)
  },
)

test.each(STORES)('what waited comes back over three times as long as it was held, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  const { control } = world(recovery)
  await startMany(recovery, clock, 2)
  await startMany(recovery, clock, 200)
  control.well = true
  const successes = () => recovery.count({ states: ['success'] })

  // Held for 10 s, so let go over 30 s.
  await clock.advance(10_000)
  for (const [seconds, share] of [
    [10, 1 / 3],
    [20, 2 / 3],
  ] as const) {
    await clock.advance(10_000)
    expect(Math.abs((await successes()) - 200 * share), `after ${seconds} s`).toBeLessThan(200 * 0.1)
  }
  await clock.advance(11_000)
  expect(await successes()).toBe(200)
})

test.each(STORES)(
  'a half-open breaker permits as many probes as it may, and the next when one says nothing, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const ends: { readonly open: () => void }[] = []
    let well = false
    recovery.define(
      'call',
      async () => {
        if (!well) throw new Error('down')
        const end = gate()
        ends.push(end)
        await end.opened
      },
      { maxRetries: 0, circuitBreaker: { threshold: 2, timeout: '10s', halfOpen: { probes: 2, successes: 2 } } },
    )
    await startMany(recovery, clock, 2)
    const ids = await startMany(recovery, clock, 5)
    well = true
    await clock.advance(10_000)
    expect([ends.length, recovery.breakers.find('call')?.state]).toEqual([2, 'half_open'])
    await clock.advance(100_000)
    expect(ends).toHaveLength(2)

    const [running] = (await recovery.operations(ids)).filter(({ token }) => token !== null)
    await recovery.cancel(running?.id ?? '')
    for (const end of ends.slice(0, 2)) end.open()
    await clock.advance(0)
    expect(recovery.breakers.find('call')?.state).toBe('half_open')
    expect(ends).toHaveLength(4)
    for (const end of ends) end.open()
    await clock.advance(0)
    expect(recovery.breakers.find('call')?.state).toBe('closed')
  },
)

test.each(STORES)(
  'a woken operation that is paused before it begins makes room for another, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open, { concurrency: 1 })
    const { control } = world(recovery)
    const end = gate()
    recovery.define('other', () => end.opened)
    await startMany(recovery, clock, 2)
    const ids = await startMany(recovery, clock, 2)
    await startMany(recovery, clock, 1, 'other')
    control.well = true
    await clock.advance(10_000)
    const woken = (await recovery.operations(ids)).filter(({ blockedBy }) => blockedBy === null)
    expect(woken).toHaveLength(1)
    await recovery.pause(woken[0]?.id ?? '')
    await clock.advance(0)

    expect((await statesOf(recovery, ids)).toSorted()).toEqual(['paused', 'pending'])
    end.open()
    await clock.advance(0)
    expect((await statesOf(recovery, ids)).toSorted()).toEqual(['paused', 'success'])
  },
)

test.each(STORES)(
  'operations that cannot be woken now are woken as soon as the store can be written, on the $name store',
  async ({ open }) => {
    const failing = failingStore(await open())
    const { recovery, clock } = await testEngine({ store: failing.store })
    const { control } = world(recovery)
    await startMany(recovery, clock, 2)
    const ids = await startMany(recovery, clock, 3)
    control.well = true
    failing.full = true
    await clock.advance(12_000)
    expect(control.calls).toBe(2)
    failing.full = false
    await clock.advance(3000)

    expect(await statesOf(recovery, ids)).toEqual(['success', 'success', 'success'])
  },
)

test('when a blocked operation may go on follows its breaker: through another opening, a trip, a probe and a pause', async () => {
  const { recovery, clock } = await testEngine()
  const { control } = world(recovery)
  await startMany(recovery, clock, 2)
  const [first, second] = (await startMany(recovery, clock, 2)) as [string, string]
  const nextOf = async (id: string) => {
    const at = recovery.breakers.nextAttemptAt(await only(recovery, id))
    return at === null ? null : at - clock.now()
  }
  expect([await nextOf(first), await nextOf(second)]).toEqual([10_000, 10_000])

  // One of them is the probe, which fails: the other waits for the next one.
  await clock.advance(12_000)
  expect(control.calls).toBe(3)
  const left = (await only(recovery, first)).blockedBy === null ? second : first
  expect(await nextOf(left)).toBe(8000)
  await recovery.breakers.trip('call', { for: '1m' })
  expect(await nextOf(left)).toBe(60_000)
  await recovery.breakers.trip('call')
  expect(await nextOf(left)).toBeNull()

  await recovery.pause(left)
  expect(await nextOf(left)).toBeNull()
  await recovery.breakers.trip('call', { for: '2m' })
  await recovery.resume(left)
  await clock.advance(0)
  expect(await statesOf(recovery, [left])).toEqual(['blocked pending'])
  expect(await nextOf(left)).toBe(120_000)
})

test('an event that an operation is blocked tells what its breaker says when it is read', async () => {
  const { recovery, clock } = await testEngine()
  world(recovery)
  const before = recovery.eventCursor()
  await startMany(recovery, clock, 2)
  const [id] = (await startMany(recovery, clock, 1)) as [string]
  const replayed = async () => {
    for await (const update of recovery.watch({ operationId: id, after: before })) {
      if (update.kind === 'state' && update.event.type === 'blocked') return update.event.nextAttemptAt
    }
    return undefined
  }

  expect(await replayed()).toBe(clock.now() + 10_000)
  await recovery.breakers.trip('call', { for: '1m' })
  expect(await replayed()).toBe(clock.now() + 60_000)
  await recovery.breakers.trip('call')
  expect(await replayed()).toBeNull()
})
