import { expect, test, vi } from 'vitest'
import { CursorExpiredError, type Recovery } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine, testOnEveryBase } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const SWEEPS = { functionNames: ['retention.sweep'] }
const FAILS = () => {
  throw new TypeError('no')
}

async function sweepsOf(recovery: Recovery) {
  const order = { field: 'created_at', direction: 'asc' } as const
  return (await recovery.list({ filter: SWEEPS, order, limit: 1000 })).operations
}

testOnEveryBase('finished operations are deleted when they are old, live ones never', async ({ testEngine: start }) => {
  const { recovery, clock } = await start({ retention: { operations: '2d', events: null } })
  const work = recovery.define('work', async () => 1)
  const handle = await work.start(null)
  const live = await work.start(null, { runAt: new Date(clock.now() + 30 * DAY) })
  await clock.advance(0)

  clock.jump(2 * DAY - 120_000)
  await clock.advance(MINUTE)
  expect(await recovery.operation(handle.id)).not.toBeNull()
  clock.jump(DAY)
  await clock.advance(MINUTE)

  expect(await recovery.operation(handle.id)).toBeNull()
  expect(await recovery.operation(live.id)).not.toBeNull()
  const [counters] = (await recovery.status()).counters
  expect(counters).toMatchObject({ functionName: 'work', created: 2, rows: { success: 0, pending: 1 } })
})

testOnEveryBase('a cursor whose events were deleted is expired', async ({ testEngine: start }) => {
  const { recovery, clock } = await start({ retention: { events: '1d' } })
  const before = recovery.eventCursor()
  const work = recovery.define('work', async () => 1)
  await work.run(null)
  clock.jump(2 * DAY)
  await clock.advance(MINUTE)

  await expect(recovery.watch({ after: before }).next()).rejects.toBeInstanceOf(CursorExpiredError)
})

testOnEveryBase('each state has a period of its own, and others follow the default', async ({ testEngine: start }) => {
  const { recovery, clock } = await start({
    retention: { operations: { success: '1d', failed: null, default: '3d' }, events: null },
  })
  recovery.define('works', () => 1)
  recovery.define('fails', FAILS, { maxRetries: 0 })
  await recovery.start('works', null, { id: 'success' })
  await recovery.start('fails', null, { id: 'failed' })
  await recovery.start('works', null, { id: 'cancelled', runAt: new Date(clock.now() + 1000) })
  await recovery.cancel('cancelled')
  await clock.advance(0)
  const left = async () => (await recovery.operations(['success', 'failed', 'cancelled'])).map(({ id }) => id).sort()

  clock.jump(2 * DAY)
  await clock.advance(MINUTE)
  expect(await left()).toEqual(['cancelled', 'failed'])
  clock.jump(2 * DAY)
  await clock.advance(MINUTE)
  expect(await left()).toEqual(['failed'])
})

test('what is deleted is seen as an operation that says what it was, and nothing to delete makes none', async () => {
  const { recovery, clock } = await testEngine({ retention: { operations: '1d', events: '2d' } })
  recovery.define('works', () => 1)
  recovery.define('fails', FAILS, { maxRetries: 0 })
  for (let i = 0; i < 1100; i++) await recovery.start('works', null)
  await recovery.start('fails', null)
  await clock.advance(10 * MINUTE)
  expect(await sweepsOf(recovery)).toEqual([])

  clock.jump(2 * DAY)
  await clock.advance(MINUTE)
  const [sweep, ...others] = await sweepsOf(recovery)
  expect(others).toEqual([])
  expect(sweep).toMatchObject({
    state: 'success',
    totalAttempts: 1,
    progress: { current: 4405, unit: 'rows' },
    result: {
      operations: 1101,
      byState: { success: 1100, failed: 1, exhausted: 0, cancelled: 0 },
      events: 3303,
      activity: 1,
    },
  })
  await clock.advance(10 * MINUTE)
  expect(await sweepsOf(recovery)).toHaveLength(1)
  // The figures are about what users started.
  expect(await recovery.performance()).toMatchObject({ totalOperations: 1101 })
  expect(await recovery.performance({ window: '1h' })).toMatchObject({ totalOperations: 0 })
  const createdOf = async (functionName: string | undefined) =>
    (await recovery.timeSeries({ window: '1h', ...(functionName && { functionName }) })).reduce(
      (sum, point) => sum + point.created,
      0,
    )
  expect(await createdOf(undefined)).toBe(0)
  expect(await createdOf('retention.sweep')).toBe(1)
  const { counters, ownCounters } = await recovery.status()
  expect(counters.map(({ functionName, created }) => [functionName, created])).toEqual([
    ['works', 1100],
    ['fails', 1],
  ])
  expect(ownCounters).toMatchObject([{ functionName: 'retention.sweep', created: 1 }])
})

test('a sweep that a person paused goes on where it was, and meanwhile no other is started', async () => {
  const store = createMemoryStore({ random: seededRandom(1) })
  const deleteFinished = store.deleteFinished.bind(store)
  const { opened, open } = gate()
  const deleting = vi.spyOn(store, 'deleteFinished').mockImplementation(async (...batch) => {
    const deleted = await deleteFinished(...batch)
    await opened
    return deleted
  })
  const { recovery, clock } = await testEngine({ store, retention: { operations: '1d', events: null } })
  recovery.define('works', () => 1)
  await Promise.all(Array.from({ length: 503 }, () => recovery.start('works', null)))
  await clock.advance(0)
  clock.jump(2 * DAY)
  await clock.advance(MINUTE)
  const [sweep] = await sweepsOf(recovery)
  expect(sweep?.state).toBe('in_progress')
  await recovery.pause(sweep?.id ?? '')
  open()
  await clock.advance(5 * MINUTE)
  expect((await sweepsOf(recovery)).map(({ state }) => state)).toEqual(['paused'])
  expect(deleting).toHaveBeenCalledTimes(1)
  expect(await recovery.count({ functionNames: ['works'] })).toBe(3)
  await recovery.resume(sweep?.id ?? '')
  await clock.advance(0)
  expect((await sweepsOf(recovery)).map(({ state }) => state)).toEqual(['success'])
  expect(await recovery.count({ functionNames: ['works'] })).toBe(0)
})

test('the last hundred sweeps are kept, and the older ones go before their time', async () => {
  const { recovery, clock } = await testEngine({ retention: { operations: { success: '30d' }, events: '1m' } })
  recovery.define('works', () => 1)
  for (let i = 0; i < 110; i++) {
    await recovery.start('works', null)
    await clock.advance(2 * MINUTE)
  }
  const sweeps = await sweepsOf(recovery)
  expect(sweeps.length).toBeGreaterThanOrEqual(100)
  expect(sweeps.length).toBeLessThanOrEqual(102)
  expect(await recovery.count({ functionNames: ['works'] })).toBe(110)
  const functions = await recovery.functions()
  expect(functions.find(({ name }) => name === 'retention.sweep')).toMatchObject({ total: 110, internal: true })
})

test('the function is there only where anything is ever deleted, also from when that was set', async () => {
  const { recovery, clock } = await testEngine({ retention: { operations: null, events: null } })
  recovery.define('works', () => 1)
  const isThere = async () => (await recovery.functions()).some(({ name }) => name === 'retention.sweep')
  expect(await isThere()).toBe(false)
  await recovery.start('works', null)
  await clock.advance(5 * MINUTE)
  await recovery.settings.update({ retention: '1m' })
  expect(await isThere()).toBe(true)
  await clock.advance(MINUTE)
  expect(await recovery.count({ functionNames: ['works'] })).toBe(0)
})

test('the period that is set at run time is the default: a state with a period of its own keeps that', async () => {
  const { recovery, clock } = await testEngine({ retention: { operations: { success: '10d' }, events: null } })
  recovery.define('works', () => 1)
  recovery.define('fails', FAILS, { maxRetries: 0 })
  await recovery.start('works', null)
  await recovery.start('fails', null)
  await clock.advance(0)
  await recovery.settings.update({ retention: '1m' })
  await clock.advance(5 * MINUTE)
  expect([await recovery.count({ functionNames: ['works'] }), await recovery.count({ functionNames: ['fails'] })]).toEqual([1, 0])
})

test('whoever cleans up after a sweep does not fail it', async () => {
  const warned: string[] = []
  const silent = () => undefined
  const log = { debug: silent, info: silent, warn: (_: object, message: string) => void warned.push(message), error: silent }
  const { recovery, clock } = await testEngine({ log, retention: { operations: '1d', events: null }, open: false })
  const told: number[] = []
  recovery.afterSweep(async (deleted) => {
    told.push(deleted)
    if (deleted > 0) throw new Error('the folder is gone')
  })
  recovery.define('works', () => 1)
  await recovery.open()
  await recovery.start('works', null)
  await clock.advance(0)
  clock.jump(2 * DAY)
  await clock.advance(MINUTE)
  expect(told.slice(0, 2)).toEqual([0, 1])
  expect(warned).toEqual(['What belongs to deleted operations could not be cleaned up'])
  expect((await sweepsOf(recovery))[0]?.state).toBe('success')
})
