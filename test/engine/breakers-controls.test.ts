import { expect, test } from 'vitest'
import { NotFoundError } from '../../src/index.ts'
import { STORES } from '../store/stores.ts'
import { gate } from '../support/engine.ts'
import { only, startMany, statesOf, TOUCHY, testWorld, world } from './breaker-world.ts'

test.each(STORES)(
  'a person trips one for a time; operations wait, a retry is refused, and it is probed afterwards, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { control } = world(recovery)
    control.well = true
    const tripped = await recovery.breakers.trip('call', { for: '1m', reason: 'maintenance', actor: 'Ada' })
    expect(tripped).toMatchObject({ state: 'open', forced: true, retryAt: clock.now() + 60_000, trips: 1 })
    const [id] = await startMany(recovery, clock, 1)
    await clock.advance(59_999)

    expect(await statesOf(recovery, [id as string])).toEqual(['blocked pending'])
    await expect(recovery.retry(id as string)).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 1 })
    await clock.advance(1)
    expect(await statesOf(recovery, [id as string])).toEqual(['success'])
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', forced: false })
  },
)

test.each(STORES)(
  'one that is tripped without a time stays so until it is reset, and then all go on, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { control } = world(recovery)
    control.well = true
    await recovery.breakers.trip('call')
    const ids = await startMany(recovery, clock, 3)
    await clock.advance(86_400_000)
    expect(control.calls).toBe(0)
    await recovery.breakers.reset('call', { actor: 'Ada' })
    await clock.advance(1000)

    expect(await statesOf(recovery, ids)).toEqual(['success', 'success', 'success'])
  },
)

test.each(STORES)('one that is forced closed permits whatever fails, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  const { control } = world(recovery)
  await startMany(recovery, clock, 2)
  const [id] = await startMany(recovery, clock, 1)
  await recovery.breakers.forceClosed('call')
  await startMany(recovery, clock, 5)

  expect(control.calls).toBe(8)
  expect(await statesOf(recovery, [id as string])).toEqual(['exhausted'])
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', forced: true })
})

test.each(STORES)('an operation that is blocked still ends at its deadline, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  world(recovery, { ...TOUCHY, deadline: '5s' })
  await recovery.breakers.trip('call')
  const [id] = await startMany(recovery, clock, 1)
  await clock.advance(5000)

  expect(await only(recovery, id as string)).toMatchObject({ state: 'exhausted', blockedBy: null })
  expect(await recovery.breakers.blockedOperations('call')).toBe(0)
})

test.each(STORES)(
  'an operation that is blocked is paused, resumed into the same wait, and cancelled, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { control } = world(recovery)
    await recovery.breakers.trip('call', { for: '1m' })
    const ids = await startMany(recovery, clock, 2)
    const [first, second] = ids as [string, string]
    await recovery.pause(first)
    expect(await statesOf(recovery, ids)).toEqual(['paused', 'blocked pending'])
    expect(await recovery.breakers.blockedOperations('call')).toBe(1)
    await recovery.resume(first)
    await clock.advance(0)
    expect(await statesOf(recovery, ids)).toEqual(['blocked pending', 'blocked pending'])
    await recovery.cancel(second)
    expect(await recovery.breakers.blockedOperations('call')).toBe(1)
    control.well = true
    await clock.advance(60_000)

    expect(await statesOf(recovery, ids)).toEqual(['success', 'cancelled'])
    expect(control.calls).toBe(1)
  },
)

test.each(STORES)(
  'an operation that is blocked and retried by hand once it may be probed goes on with the id it was promised, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open, { concurrency: 1 })
    const { control } = world(recovery)
    const busy = gate()
    recovery.define('other', () => busy.opened)
    await startMany(recovery, clock, 2)
    const ids = await startMany(recovery, clock, 3)
    await startMany(recovery, clock, 1, 'other')
    control.well = true
    await clock.advance(10_000)
    const blocked = (await recovery.operations(ids)).filter(({ blockedBy }) => blockedBy !== null)
    expect(blocked).toHaveLength(2)
    const { retryId } = await recovery.retry(blocked[0]?.id ?? '')
    busy.open()
    await clock.advance(10_000)

    expect(await statesOf(recovery, ids)).toEqual(['success', 'success', 'success'])
    const { items } = await recovery.attempts(blocked[0]?.id ?? '', { limit: 5 })
    expect(items.map(({ id }) => id)).toEqual([retryId])
  },
)

test.each(STORES)('an unknown scope, a bad time and a bad reason are refused, on the $name store', async ({ open }) => {
  const { recovery } = await testWorld(open)
  world(recovery)

  await expect(recovery.breakers.reset('nobody')).rejects.toBeInstanceOf(NotFoundError)
  await expect(recovery.breakers.trip('call', { for: 0 })).rejects.toMatchObject({ field: 'duration' })
  await expect(recovery.breakers.trip('call', { for: 'soon' })).rejects.toMatchObject({ field: 'duration' })
  await expect(recovery.breakers.trip('call', { reason: 'x'.repeat(1001) })).rejects.toMatchObject({ field: 'reason' })
  expect(recovery.breakers.find('nobody')).toBeNull()
  expect(recovery.breakers.find('call')?.state).toBe('closed')
})
