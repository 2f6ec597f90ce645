import { expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { gate, testEngine } from '../support/engine.ts'
import { lives, startMany, TOUCHY, world } from './breaker-world.ts'

const OPEN_UNTIL_RESET = 'The circuit breaker "call" was tripped and is open until it is reset; reset it when calls may go on'

test('a breaker that is forced closed tells what it would be by itself, and refuses nothing', async () => {
  const { recovery, clock } = await testEngine()
  const { control } = world(recovery)
  await recovery.breakers.forceClosed('call')
  const forced = { state: 'closed', forced: true, openedAt: null, retryAt: null, trips: 0 }
  await startMany(recovery, clock, 1)
  const counting = { computedState: 'closed', computedRetryAt: null, failureCount: 1, lastError: 'down' }
  expect(recovery.breakers.find('call')).toMatchObject({ ...forced, ...counting })
  await startMany(recovery, clock, 3)
  const open = { computedState: 'open', computedRetryAt: clock.now() + 10_000, failureCount: 2 }
  expect(recovery.breakers.find('call')).toMatchObject({ ...forced, ...open })
  expect(control.calls).toBe(4)

  await clock.advance(10_000)
  expect(recovery.breakers.find('call')).toMatchObject({ ...forced, computedState: 'half_open', computedRetryAt: null })
  control.well = true
  await startMany(recovery, clock, 1)
  expect(recovery.breakers.find('call')).toMatchObject({ ...forced, computedState: 'closed', failureCount: 0 })
})

test('a breaker that is tripped keeps the failures it has counted, and its rate', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { threshold: 5, failureRate: 1, window: 4, minimumCalls: 4 }
  const { control } = world(recovery, { maxRetries: 0, circuitBreaker })
  control.well = true
  await startMany(recovery, clock, 1)
  control.well = false
  await startMany(recovery, clock, 1)
  await recovery.breakers.trip('call', { for: '1m' })
  const counts = { failureCount: 1, failureRate: 0.5 }
  expect(recovery.breakers.find('call')).toMatchObject({ ...counts, state: 'open', forced: true, computedState: 'closed' })
  await clock.advance(60_000)
  const probed = { state: 'half_open', computedState: 'half_open', forced: false, failureCount: 1, failureRate: null }
  expect(recovery.breakers.find('call')).toMatchObject(probed)
})

test('attempts that run while it is tripped still count for what it is by itself', async () => {
  const { recovery, clock } = await testEngine()
  const end = gate()
  recovery.define('call', () => end.opened.then(() => Promise.reject(new Error('late'))), TOUCHY)
  await startMany(recovery, clock, 2)
  await recovery.breakers.trip('call')
  end.open()
  await clock.advance(0)

  const own = { computedState: 'open', computedRetryAt: clock.now() + 10_000, failureCount: 2, lastError: 'late' }
  expect(recovery.breakers.find('call')).toMatchObject({ ...own, state: 'open', forced: true, retryAt: null, trips: 1 })
})

test('its counts are written while it is forced as at any time, and no event tells of them', async () => {
  const store = createMemoryStore({ random: () => 0.5 })
  const { recovery, clock } = await testEngine({ store })
  world(recovery)
  await recovery.breakers.forceClosed('call')
  const updates = recovery.breakers.watch({ after: recovery.eventCursor() })
  await startMany(recovery, clock, 2)
  await clock.advance(1000)
  expect(await store.records('breaker')).toMatchObject([{ value: { state: { beneath: { kind: 'open', failures: 2 } } } }])
  await recovery.breakers.reset('call')
  expect((await updates.next()).value).toMatchObject({ event: { type: 'breaker_reset', failureCount: 0 } })
})

test('after a restart a forced breaker knows what it is by itself', async () => {
  const { clock, live } = await lives()
  const first = await live((recovery) => world(recovery))
  await startMany(first, clock, 2)
  await first.breakers.trip('call')
  const known = first.breakers.find('call')
  expect(known).toMatchObject({ computedState: 'open', computedRetryAt: clock.now() + 10_000, failureCount: 2 })
  await first.stop()
  const second = await live((recovery) => world(recovery))
  expect(second.breakers.find('call')).toEqual(known)
  await clock.advance(10_000)
  expect(second.breakers.find('call')).toMatchObject({ state: 'open', forced: true, computedState: 'half_open' })
})

test.each([
  ['of an earlier version', {}],
  ['that cannot be read', { beneath: { kind: 'ajar' } }],
])('beneath a forced breaker %s is a closed one', async (_what, more) => {
  const store = createMemoryStore({ random: () => 0.5 })
  const state = { kind: 'forced_closed', since: 5, ...more }
  await store.putRecords([{ kind: 'breaker', key: 'call', value: { id: 'cb_1', trips: 3, lastError: null, state } }])
  const { recovery } = await testEngine({ store })
  world(recovery)

  const closed = { computedState: 'closed', computedRetryAt: null, failureCount: 0 }
  expect(recovery.breakers.find('call')).toMatchObject({ ...closed, id: 'cb_1', state: 'closed', forced: true, trips: 3 })
})

test('one that is tripped until it is reset promises no time to whoever retries, and to what it ends', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { ...TOUCHY.circuitBreaker, whenOpen: 'fail' } as const
  const { call } = world(recovery, { ...TOUCHY, circuitBreaker })
  await recovery.breakers.trip('call')
  const answer = call.run(null).catch((error: unknown) => error)
  await clock.advance(0)
  const cause = { code: 'CIRCUIT_OPEN', message: OPEN_UNTIL_RESET, retryAfterMs: null }
  expect(await answer).toMatchObject({ cause })
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })

  expect(operations[0]).toMatchObject({ state: 'failed', error: cause })
  await expect(recovery.retry(operations[0]?.id ?? '')).rejects.toMatchObject(cause)
})

test('an operation that waits for one that is tripped until it is reset is told no time', async () => {
  const { recovery, clock } = await testEngine()
  world(recovery)
  await recovery.breakers.trip('call')
  const updates = recovery.watch()
  const [id = ''] = await startMany(recovery, clock, 1)
  const events = [(await updates.next()).value, (await updates.next()).value]

  expect(events).toMatchObject([{ event: { type: 'created' } }, { event: { type: 'blocked', nextAttemptAt: null } }])
  const waiting = await recovery.requireOperation(id)
  expect([waiting.dueAt, recovery.breakers.nextAttemptAt(waiting)]).toEqual([clock.now(), null])
})
