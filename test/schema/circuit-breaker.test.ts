import { expect, test } from 'vitest'
import {
  CircuitBreakers,
  CircuitBreakerUpdates,
  ResetCircuitBreaker,
  TripCircuitBreaker,
} from '../../src/client/documents/circuit-breakers.ts'
import type { Recovery } from '../../src/index.ts'
import { take, testApi } from './harness.ts'

const TOUCHY = { maxRetries: 0, circuitBreaker: { threshold: 2, timeout: '10s' } } as const
const BY_TIME = { field: 'created_at', direction: 'asc' } as const
const FOLLOW = CircuitBreakerUpdates.toString()

/** A function that fails until it is told otherwise. */
function define(recovery: Recovery, name = 'call') {
  const world = { well: false }
  recovery.define(name, () => (world.well ? 'fine' : Promise.reject(new Error('down'))), TOUCHY)
  return world
}

async function failTwice(recovery: Recovery, clock: { advance(ms: number): Promise<void> }, name = 'call'): Promise<void> {
  await recovery.start(name, null)
  await recovery.start(name, null)
  await clock.advance(0)
}

test('a breaker shows its state, why it opened and how much waits for it', async () => {
  const { recovery, clock, typed } = await testApi()
  define(recovery)
  await failTwice(recovery, clock)
  await recovery.start('call', null)
  await clock.advance(0)

  expect((await typed(CircuitBreakers, {})).circuitBreakers).toEqual([
    {
      id: expect.stringMatching(/^cb_/),
      scope: 'call',
      state: 'OPEN',
      forced: false,
      computedState: 'OPEN',
      computedRetryAt: '2026-01-01T00:00:10.000Z',
      failureCount: 2,
      threshold: 2,
      failureRate: null,
      openedAt: '2026-01-01T00:00:00.000Z',
      retryAt: '2026-01-01T00:00:10.000Z',
      trips: 1,
      blockedOperations: 1,
      lastError: 'down',
    },
  ])
})

test('it is found by its scope, its id, its function and an operation, and an unknown one is null', async () => {
  const { recovery, data } = await testApi()
  define(recovery)
  recovery.define('free', () => 1, { circuitBreaker: false })
  await recovery.start('call', null, { id: 'mine' })
  const { circuitBreaker } = await data('{ circuitBreaker(scope: "call") { id scope } }')
  const { id } = circuitBreaker as { id: string }

  const found = await data(
    `query ($id: ID!) {
      none: circuitBreaker(scope: "nobody") { id }
      node(id: $id) { __typename id ... on CircuitBreaker { scope } }
      nodes(ids: [$id, "cb_nobody"]) { id }
      functions { name circuitBreaker { id } }
      operation(id: "mine") { circuitBreaker { id state } }
      recoveryStatus { circuitBreakerThreshold }
    }`,
    { id },
  )
  expect(found).toEqual({
    none: null,
    node: { __typename: 'CircuitBreaker', id, scope: 'call' },
    nodes: [{ id }, null],
    functions: [
      { name: 'call', circuitBreaker: { id } },
      { name: 'free', circuitBreaker: null },
      { name: 'retention.sweep', circuitBreaker: null },
      { name: 'bulk.control', circuitBreaker: null },
    ],
    operation: { circuitBreaker: { id, state: 'CLOSED' } },
    recoveryStatus: { circuitBreakerThreshold: 5 },
  })
})

test('an operation that waits for it tells when it may be permitted, and null when nobody knows', async () => {
  const { recovery, clock, data } = await testApi()
  define(recovery)
  await failTwice(recovery, clock)
  await recovery.start('call', null, { id: 'mine' })
  await clock.advance(0)
  const next = async () => (await data('{ operation(id: "mine") { nextAttemptAt } }')).operation

  expect(await next()).toEqual({ nextAttemptAt: '2026-01-01T00:00:10.000Z' })
  await recovery.breakers.trip('call', { for: '1h' })
  expect(await next()).toEqual({ nextAttemptAt: '2026-01-01T01:00:00.000Z' })
  await recovery.breakers.trip('call')
  expect(await next()).toEqual({ nextAttemptAt: null })
})

test('it is tripped for a time or for good, forced closed and reset', async () => {
  const { recovery, typed } = await testApi()
  define(recovery)
  const id = recovery.breakers.find('call')?.id
  const plain = { id, scope: 'call', forced: true, computedState: 'CLOSED', retryAt: null }
  const trip = async (input: { duration?: string; reason?: string }) =>
    (await typed(TripCircuitBreaker, { input: { scope: 'call', ...input } })).tripCircuitBreaker
  const reset = async (input: { forceClosed?: boolean }) =>
    (await typed(ResetCircuitBreaker, { input: { scope: 'call', ...input } })).resetCircuitBreaker

  expect(await trip({ duration: '1m', reason: 'maintenance' })).toEqual({
    circuitBreaker: { ...plain, state: 'OPEN', retryAt: '2026-01-01T00:01:00.000Z' },
  })
  expect(await trip({})).toEqual({ circuitBreaker: { ...plain, state: 'OPEN' } })
  expect(await reset({ forceClosed: true })).toEqual({ circuitBreaker: { ...plain, state: 'CLOSED' } })
  expect(await reset({})).toEqual({ circuitBreaker: { ...plain, state: 'CLOSED', forced: false } })
})

test('while a person forces it, what it is by itself is told apart', async () => {
  const { recovery, clock, typed } = await testApi()
  define(recovery)
  await recovery.breakers.forceClosed('call')
  await failTwice(recovery, clock)
  const own = { computedState: 'OPEN', computedRetryAt: '2026-01-01T00:00:10.000Z', failureCount: 2 }
  expect((await typed(CircuitBreakers, {})).circuitBreakers).toMatchObject([{ ...own, state: 'CLOSED', forced: true }])
})

test('what cannot be tripped or reset is answered as data', async () => {
  const { recovery, typed } = await testApi()
  define(recovery)
  const nobody = { scope: 'nobody' }

  expect((await typed(ResetCircuitBreaker, { input: nobody })).resetCircuitBreaker).toEqual({
    code: 'NOT_FOUND',
    message: 'There is no circuit breaker with the scope "nobody"; circuitBreakers lists those there are',
  })
  expect((await typed(TripCircuitBreaker, { input: nobody })).tripCircuitBreaker).toMatchObject({ code: 'NOT_FOUND' })
  const input = { scope: 'call', duration: 0 }
  expect((await typed(TripCircuitBreaker, { input })).tripCircuitBreaker).toMatchObject({ code: 'INVALID_INPUT' })
})

test('while it is open a retry is refused with how long to wait, and after a reset it works', async () => {
  const { recovery, clock, data } = await testApi()
  const world = define(recovery)
  await failTwice(recovery, clock)
  await recovery.start('call', null, { id: 'mine' })
  await clock.advance(4000)
  const retry = `mutation { retryOperation(input: { id: "mine" }) {
    __typename ... on CircuitOpenError { code retryAfter untilReset message } ... on RetryOperationPayload { operation { state } } } }`

  expect(await data(retry)).toEqual({
    retryOperation: {
      __typename: 'CircuitOpenError',
      code: 'CIRCUIT_OPEN',
      retryAfter: 6000,
      untilReset: false,
      message: 'The circuit breaker "call" is open; try again in 6 s or reset it',
    },
  })
  await recovery.breakers.trip('call')
  expect(await data(retry)).toMatchObject({
    retryOperation: { retryAfter: 10_000, untilReset: true, message: expect.stringContaining('is open until it is reset') },
  })
  world.well = true
  await data('mutation { resetCircuitBreaker(input: { scope: "call" }) { __typename } }')
  await clock.advance(0)
  expect(await recovery.requireOperation('mine')).toMatchObject({ state: 'success' })
  const { operations } = await recovery.list({ filter: { states: ['exhausted'] }, order: BY_TIME, limit: 1 })
  await expect(recovery.retry(operations[0]?.id ?? '')).resolves.toMatchObject({ operation: { state: 'recovering' } })
})

test('a subscriber sees each change with the values of that moment', async () => {
  const { recovery, clock, follow, data } = await testApi()
  const world = define(recovery)
  const taken = take(await follow(FOLLOW, { scope: 'call' }), 6)
  await failTwice(recovery, clock)
  await recovery.start('call', null)
  await clock.advance(0)
  world.well = true
  await clock.advance(10_000)
  await data('mutation { tripCircuitBreaker(input: { scope: "call", duration: "90s", reason: "rest" }) { __typename } }')
  await data('mutation { resetCircuitBreaker(input: { scope: "call", forceClosed: true }) { __typename } }')
  await data('mutation { resetCircuitBreaker(input: { scope: "call" }) { __typename } }')

  const [start, later] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:10.000Z']
  const same = { scope: 'call', operationType: 'call', forced: false, cursor: expect.stringMatching(/^evt_/), reason: null }
  const calm = { ...same, failureCount: 0, timeoutRemaining: null, timestamp: later }
  expect(await taken).toEqual([
    {
      ...same,
      type: 'breaker_opened',
      state: 'OPEN',
      failureCount: 2,
      timeoutRemaining: 10,
      reason: 'down',
      timestamp: start,
    },
    { ...calm, type: 'breaker_half_opened', state: 'HALF_OPEN', failureCount: 2 },
    { ...calm, type: 'breaker_closed', state: 'CLOSED' },
    { ...calm, type: 'breaker_forced_open', state: 'OPEN', forced: true, timeoutRemaining: 90, reason: 'rest' },
    { ...calm, type: 'breaker_forced_closed', state: 'CLOSED', forced: true },
    { ...calm, type: 'breaker_reset', state: 'CLOSED' },
  ])
})

test('a subscriber that comes back after its cursor gets what it missed, once, and goes on live', async () => {
  const { recovery, clock, follow } = await testApi()
  define(recovery)
  define(recovery, 'other')
  const before = recovery.eventCursor()
  await failTwice(recovery, clock)
  await failTwice(recovery, clock, 'other')
  await recovery.breakers.reset('call')
  const answers = await follow(FOLLOW, { after: before })
  const replayed = (await take(answers, 3)) as { cursor: string; scope: string; state: string }[]
  const live = take(answers, 1)
  await recovery.breakers.trip('other')
  const seen = [...replayed, ...((await live) as typeof replayed)]

  expect(seen.map(({ scope, state }) => `${scope} ${state}`)).toEqual(['call OPEN', 'other OPEN', 'call CLOSED', 'other OPEN'])
  expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(4)
  const again = await follow(FOLLOW, { after: replayed[1]?.cursor, scope: 'other' })
  expect(await take(again, 1)).toEqual([seen[3]])
})

test('a cursor of breakers and one of operations are places in the same log', async () => {
  const { recovery, clock, follow } = await testApi()
  define(recovery)
  const opened = take(await follow(FOLLOW), 1)
  await failTwice(recovery, clock)
  const [{ cursor }] = (await opened) as [{ cursor: string }]
  await recovery.start('call', null, { id: 'mine' })
  const operations = await follow('subscription ($after: String) { recoveryUpdate(after: $after) { operationId } }', {
    after: cursor,
  })

  expect(await take(operations, 2)).toEqual(Array(2).fill({ operationId: expect.any(String) }))
})
