import { expect, onTestFinished, test } from 'vitest'
import { QUEUE_SIZE } from '../../src/engine/events/subscription.ts'
import { type BreakerUpdate, createRecovery, type Recovery } from '../../src/index.ts'
import { STORES } from '../store/stores.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { startMany, testWorld, world } from './breaker-world.ts'

async function take(updates: AsyncIterator<BreakerUpdate>, count: number): Promise<readonly BreakerUpdate[]> {
  const taken: BreakerUpdate[] = []
  while (taken.length < count) {
    const { done, value } = await updates.next()
    if (done === true) break
    taken.push(value)
  }
  return taken
}

/** Trips and resets it, this many times. */
async function change(recovery: Recovery, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await recovery.breakers.trip('call')
    await recovery.breakers.reset('call')
  }
}

test.each(STORES)('changes come in order with who made them and why, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  world(recovery)
  const updates = recovery.breakers.watch()
  await startMany(recovery, clock, 2)
  await recovery.breakers.reset('call', { actor: 'Ada', reason: 'mended' })
  const [opened, reset] = await take(updates, 2)

  expect(opened?.event).toMatchObject({
    scope: 'call',
    type: 'breaker_opened',
    state: 'open',
    failureCount: 2,
    retryAt: clock.now() + 10_000,
    reason: 'down',
    actor: null,
  })
  expect(reset?.event).toMatchObject({ type: 'breaker_reset', state: 'closed', reason: 'mended', actor: 'Ada', retryAt: null })
})

test('a subscriber that falls far behind still gets every change once and in order', async () => {
  const [memory] = STORES
  const { recovery } = await testWorld(memory?.open ?? (() => Promise.reject(new Error('no store'))))
  world(recovery)
  const updates = recovery.breakers.watch()
  await change(recovery, QUEUE_SIZE)
  const events = (await take(updates, QUEUE_SIZE * 2)).map(({ event }) => event)

  expect(events.map(({ type }) => type)).toEqual(Array(QUEUE_SIZE).fill(['breaker_forced_open', 'breaker_reset']).flat())
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => (events[0]?.position ?? 0) + index))
})

test.each(STORES)('a cursor replays what came after it and goes on live, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  world(recovery)
  const before = recovery.eventCursor()
  await change(recovery, 2)
  await startMany(recovery, clock, 1)
  const updates = recovery.breakers.watch({ after: before, scope: 'call' })
  const replayed = await take(updates, 4)
  await change(recovery, 1)
  const seen = [...replayed, ...(await take(updates, 2))]

  expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(6)
  const again = recovery.breakers.watch({ after: seen[4]?.cursor ?? '' })
  expect(await take(again, 1)).toEqual([seen[5]])
})

test.each(STORES)('who follows operations never falls out of the log over breakers, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  world(recovery).control.well = true
  const operations = recovery.watch({ states: ['success'] })
  const breakers = recovery.breakers.watch()
  await change(recovery, 3)
  await startMany(recovery, clock, 1)
  const { value: succeeded } = await operations.next()
  expect(succeeded).toMatchObject({ kind: 'state', cursor: recovery.eventCursor(), event: { type: 'succeeded' } })
  expect((await take(breakers, 6)).map(({ event }) => event.type)).toHaveLength(6)

  const waiting = breakers.next()
  await breakers.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
})

test('a breaker tripped for a time is told as open for just that long, however long telling it takes', async () => {
  const clock = new RestlessClock()
  const recovery = await createRecovery({ store: 'memory:', clock, random: seededRandom(1) })
  onTestFinished(() => recovery.stop())
  world(recovery)
  const updates = recovery.breakers.watch()
  await recovery.breakers.trip('call', { for: '90s' })
  const [tripped] = await take(updates, 1)

  expect(tripped?.event.retryAt).toBe((tripped?.event.at ?? 0) + 90_000)
})

/** Time passes with each look at it, as it may on a busy machine. */
class RestlessClock extends FakeClock {
  override now(): number {
    this.jump(1)
    return super.now()
  }
}
