import { expect, onTestFinished, test } from 'vitest'
import { createRecovery, type Recovery, StoreUnavailableError } from '../../src/index.ts'
import type { StoreRecord } from '../../src/operation/record.ts'
import type { Store } from '../../src/operation/store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { startMany, world } from './breaker-world.ts'

/** A store whose records can be made unwritable, and that keeps count of how often they are written. */
function stubborn(inner: Store) {
  const control = { full: false, written: [] as StoreRecord[], asked: 0 }
  const store = new Proxy(inner, {
    get(target, name) {
      if (name === 'close') return async () => undefined
      if (name === 'putRecords') {
        return async (...[records, event]: Parameters<Store['putRecords']>) => {
          control.asked++
          if (control.full) throw new StoreUnavailableError('The disk is full')
          control.written.push(...records)
          return target.putRecords(records, event)
        }
      }
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { store, control }
}

function newStore() {
  const inner = createMemoryStore({ random: seededRandom(3) })
  onTestFinished(() => inner.close())
  return { inner, ...stubborn(inner) }
}

async function eventsOf(inner: Store, recovery: Recovery): Promise<readonly string[]> {
  const { epoch } = inner.head()
  const events = await inner.readBreakerLog({ after: { epoch, position: 0 }, limit: 100 })
  expect(recovery.eventCursor()).toContain(epoch)
  return events.map(({ type }) => type)
}

test('a change that cannot be stored holds at once, is told to who asked for it, and is stored as soon as it can be', async () => {
  const { inner, store, control } = newStore()
  const { recovery, clock } = await testEngine({ store })
  world(recovery)
  control.full = true
  await expect(recovery.breakers.trip('call')).rejects.toBeInstanceOf(StoreUnavailableError)
  const reset = expect(recovery.breakers.reset('call')).resolves.toMatchObject({ state: 'closed' })
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed' })
  expect(await eventsOf(inner, recovery)).toEqual([])

  control.full = false
  await clock.advance(1000)
  await reset
  expect(await eventsOf(inner, recovery)).toEqual(['breaker_forced_open', 'breaker_reset'])
})

test('counts are stored at most once a second, and when the engine stops', async () => {
  const { store, control } = newStore()
  const { recovery, clock } = await testEngine({ store })
  world(recovery, { maxRetries: 0, circuitBreaker: { threshold: 100 } })
  await startMany(recovery, clock, 20)
  expect(control.written).toHaveLength(1)
  await clock.advance(1000)
  expect(control.written).toHaveLength(2)
  expect(control.written[1]?.value).toMatchObject({ lastError: 'down', state: { kind: 'closed', failures: 20 } })
  await startMany(recovery, clock, 3)
  const stopped = recovery.stop()
  await clock.advance(0)
  await stopped
  expect(control.written[2]?.value).toMatchObject({ state: { failures: 23 } })
})

test('a stop does not wait for a store that cannot be written', async () => {
  const { store, control } = newStore()
  const { recovery, clock } = await testEngine({ store })
  world(recovery)
  control.full = true
  await expect(recovery.breakers.trip('call')).rejects.toThrow('full')
  const stopped = recovery.stop()
  await clock.advance(0)
  await expect(stopped).resolves.toBeUndefined()
})

test.each([null, 1, [], {}, { id: 'cb_1' }, { id: 'cb_1', state: { kind: 'ajar' } }, { id: 7, state: { kind: 'closed' } }])(
  'a record that is not one of ours (%j) is not believed, and the breaker begins closed',
  async (value) => {
    const { inner, store } = newStore()
    await inner.putRecords([{ kind: 'breaker', key: 'call', value }])
    const recovery = await createRecovery({ store, open: false })
    onTestFinished(() => recovery.stop())
    world(recovery)
    await recovery.open()

    expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', trips: 0, id: expect.stringMatching(/^cb_/) })
    expect(await inner.records('breaker')).toMatchObject([{ value: { state: { kind: 'closed' } } }])
  },
)

test('a record with numbers that make no sense keeps nothing open for longer than its longest time', async () => {
  const { inner, store } = newStore()
  const { recovery, clock } = await testEngine({ store, open: false })
  const state = { kind: 'open', since: 'x', openedAt: -5, openings: null, failures: {}, retryAt: 9e15 }
  await inner.putRecords([{ kind: 'breaker', key: 'call', value: { id: 'cb_1', trips: 'many', lastError: 5, state } }])
  world(recovery)
  await recovery.open()

  expect(recovery.breakers.find('call')).toMatchObject({ id: 'cb_1', state: 'open', trips: 0, failureCount: 0, lastError: null })
  expect(recovery.breakers.find('call')?.retryAt).toBe(clock.now() + 3_600_000)
})

test('a function that is defined after the start gets the breaker that was stored for it', async () => {
  const { inner, store, control } = newStore()
  const state = { kind: 'forced_open', since: 5, until: null }
  await inner.putRecords([{ kind: 'breaker', key: 'call', value: { id: 'cb_1', trips: 3, lastError: null, state } }])
  const { recovery, clock } = await testEngine({ store })
  world(recovery)
  world(recovery, {}, 'fresh')
  await clock.advance(0)

  expect(recovery.breakers.list()).toMatchObject([{ id: 'cb_1', state: 'open', forced: true, trips: 3 }, { scope: 'fresh' }])
  expect(control.written).toMatchObject([{ key: 'fresh' }])
  expect(recovery.breakers.byId('cb_1')).toMatchObject({ scope: 'call' })
  expect(recovery.breakers.byId('cb_none')).toBeNull()
})
