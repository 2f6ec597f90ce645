import { expect, test } from 'vitest'
import { EVENTS, type EventField } from '../../../src/server/socketio/event-table.ts'
import { connect, startSocketio, TRANSPORTS } from './socketio-server.ts'

// The documented events with their fields, types and units, as callers of the old system rely on them.

const again = () => Promise.reject(Object.assign(new Error('connection reset'), { code: 'ECONNRESET' }))
const ONCE_MORE = { initialDelay: '4s', jitter: 0, maxRetries: 1 } as const

function isOfType(value: unknown, { type, nullable, unit, values }: EventField): boolean {
  if (value === null) return nullable === true
  if (type === 'integer') return Number.isSafeInteger(value) && (value as number) >= 0
  if (type === 'number') return Number.isFinite(value) && (value as number) >= 0
  if (values !== undefined) return values.includes(value as string)
  if (unit === 'RFC 3339, UTC') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value))
  return typeof value === type
}

/** What differs between a payload and the row of the table. */
function faultsOf(event: string, payload: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = EVENTS.find(({ name }) => name === event)?.payload ?? []
  const known = new Set(fields.map(({ name }) => name))
  const strange = Object.keys(payload).filter((name) => !known.has(name))
  const wrong = fields.filter((field) => !(field.name in payload && isOfType(payload[field.name], field)))
  return [...strange.map((name) => `${name} is not in the table`), ...wrong.map(({ name }) => `${name} is wrong`)]
}

test.each(TRANSPORTS)('recovery_update tells each change of state and each start of an attempt over %s', async (transport) => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('flaky', (_input, ctx) => (ctx.attempt === 1 ? again() : 1), ONCE_MORE)
  const { until } = await connect(url, { transports: [transport] })
  await recovery.start('flaky', null, { id: 'mine' })
  await clock.advance(10_000)

  const updates = await until('recovery_update', 5)
  expect(updates.flatMap((update) => faultsOf('recovery_update', update))).toEqual([])
  const same = { operation_id: 'mine', function_name: 'flaky', max_attempts: 2 }
  const [start, retry] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:04.000Z']
  expect(updates).toEqual([
    { ...same, state: 'pending', attempt: 0, error: null, timestamp: start },
    { ...same, state: 'in_progress', attempt: 1, error: null, timestamp: start },
    { ...same, state: 'recovering', attempt: 1, error: 'connection reset', timestamp: start },
    { ...same, state: 'recovering', attempt: 2, error: 'connection reset', timestamp: retry },
    { ...same, state: 'success', attempt: 2, error: null, timestamp: retry },
  ])
})

test.each(TRANSPORTS)('recovery_completed tells each end once, with seconds, over %s', async (transport) => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('flaky', (_input, ctx) => (ctx.attempt === 1 ? again() : 1), ONCE_MORE)
  recovery.define('broken', again, ONCE_MORE)
  recovery.define('bad', () => Promise.reject(new TypeError('never works')))
  const { until, received } = await connect(url, { transports: [transport] })
  await recovery.start('flaky', null, { id: 'a recovers' })
  await recovery.start('broken', null, { id: 'b exhausts' })
  await recovery.start('bad', null, { id: 'c fails' })
  await recovery.start('flaky', null, { id: 'd is cancelled', runAt: new Date('2027-01-01') })
  await clock.advance(10_000)
  await recovery.cancel('d is cancelled')

  const ends = await until('recovery_completed', 4)
  expect(ends.flatMap((end) => faultsOf('recovery_completed', end))).toEqual([])
  expect(ends.toSorted((a, b) => (String(a.operation_id) < String(b.operation_id) ? -1 : 1))).toMatchObject([
    { operation_id: 'a recovers', success: true, final_state: 'success', total_attempts: 2, duration: 4 },
    { operation_id: 'b exhausts', success: false, final_state: 'exhausted', total_attempts: 2, duration: 4 },
    { operation_id: 'c fails', success: false, final_state: 'failed', total_attempts: 1, duration: 0 },
    { operation_id: 'd is cancelled', success: false, final_state: 'cancelled', total_attempts: 0, duration: 0 },
  ])
  expect(ends).toHaveLength(4)
  for (const { operation_id: id, timestamp } of ends) {
    const own = received.filter(({ payload }) => payload.operation_id === id)
    expect(own.map(({ event }) => event).indexOf('recovery_completed')).toBe(own.length - 1)
    expect(own.at(-2)?.payload.timestamp).toBe(timestamp)
  }
})

test.each(TRANSPORTS)(
  'circuit_breaker_update tells the state in upper case and the seconds that are left over %s',
  async (transport) => {
    const { recovery, clock, url } = await startSocketio()
    const world = { well: false }
    recovery.define('call', () => (world.well ? 'fine' : again()), {
      maxRetries: 0,
      circuitBreaker: { threshold: 1, timeout: '90s', scope: 'models' },
    })
    const { until } = await connect(url, { transports: [transport] })
    await recovery.start('call', null)
    await clock.advance(1000)
    world.well = true
    await recovery.start('call', null)
    await clock.advance(90_000)
    await recovery.breakers.trip('models')
    await recovery.breakers.reset('models')

    const updates = await until('circuit_breaker_update', 5)
    expect(updates.flatMap((update) => faultsOf('circuit_breaker_update', update))).toEqual([])
    const same = { operation_type: 'models' }
    expect(updates).toEqual([
      { ...same, state: 'OPEN', timeout_remaining: 90 },
      { ...same, state: 'HALF_OPEN', timeout_remaining: 0 },
      { ...same, state: 'CLOSED', timeout_remaining: 0 },
      { ...same, state: 'OPEN', timeout_remaining: 0 },
      { ...same, state: 'CLOSED', timeout_remaining: 0 },
    ])
  },
)

test('where each host has a circuit breaker its operation type begins with the function, so that two are told apart', async () => {
  const { recovery, clock, url } = await startSocketio()
  const scope = ({ host }: { readonly host: string }) => host
  recovery.define('call', again, { maxRetries: 0, circuitBreaker: { threshold: 1, timeout: '90s', scope } })
  const { until } = await connect(url)
  for (const host of ['a.test', 'b.test:8443']) await recovery.start('call', { host })
  await clock.advance(0)
  const updates = await until('circuit_breaker_update', 2)
  expect(updates.flatMap((update) => faultsOf('circuit_breaker_update', update))).toEqual([])
  expect(updates).toEqual([
    { operation_type: 'call:a.test', state: 'OPEN', timeout_remaining: 90 },
    { operation_type: 'call:b.test:8443', state: 'OPEN', timeout_remaining: 90 },
  ])
})

test('connected is sent once to each socket', async () => {
  const { url } = await startSocketio()
  const first = await connect(url)
  const second = await connect(url)
  for (const { received } of [first, second]) {
    expect(received).toEqual([{ event: 'connected', payload: { data: expect.any(String) } }])
    expect(received.flatMap(({ payload }) => faultsOf('connected', payload))).toEqual([])
  }
})

test('the table names every event once and says what each field means', () => {
  expect(new Set(EVENTS.map(({ name }) => name)).size).toBe(EVENTS.length)
  for (const { about, payload } of EVENTS)
    for (const text of [about, ...payload.map((field) => field.about)]) expect(text).toMatch(/\.$/)
})
