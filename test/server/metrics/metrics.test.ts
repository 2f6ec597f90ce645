import { expect, test } from 'vitest'
import { createMetrics } from '../../../src/server/metrics/create-metrics.ts'
import { FunctionLabels } from '../../../src/server/metrics/function-labels.ts'
import { gate, testEngine } from '../../support/engine.ts'
import { Exposition } from './exposition.ts'

const NOBODY = { websocket: 0, sse: 0, socketio: 0 }
const FAILS = () => {
  throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
}
const DEFAULTS = { maxRetries: 1, initialDelay: '10s', jitter: 'none' } as const

async function meteredEngine(options: Parameters<typeof testEngine>[0] = {}) {
  const { recovery, clock } = await testEngine({ defaults: DEFAULTS, ...options, open: false })
  const metrics = createMetrics(recovery, '1.2.3')
  const scrape = async () => new Exposition(await metrics.text(NOBODY))
  await recovery.open()
  return { recovery, clock, scrape, metrics }
}

test('figures are those of what has happened', async () => {
  const { recovery, clock, scrape } = await meteredEngine()
  let failures = 1
  recovery.define('mends', () => (failures-- > 0 ? FAILS() : 'done'))
  recovery.define('fails', FAILS)
  await recovery.start('mends', null)
  await recovery.start('fails', null)
  await recovery.start('fails', null, { runAt: new Date(clock.now() + 3_600_000) })
  await clock.advance(0)
  await clock.advance(10_000)

  const figures = await scrape()
  const of = (name: string) => (labels: Record<string, string>) => figures.value(`recoverable_${name}`, labels)
  expect(of('operations')({ function: 'mends', state: 'success' })).toBe(1)
  expect(of('operations')({ function: 'fails', state: 'exhausted' })).toBe(1)
  expect(of('operations')({ function: 'fails', state: 'pending' })).toBe(1)
  expect(of('operations_created_total')({ function: 'fails' })).toBe(2)
  expect(of('operations_recovered_total')({ function: 'mends' })).toBe(1)
  expect(of('operations_recovered_total')({ function: 'fails' })).toBeUndefined()
  expect(of('operation_duration_seconds_sum')({ function: 'mends', state: 'success' })).toBe(10)
  expect(of('operation_duration_seconds_count')({ function: 'fails', state: 'exhausted' })).toBe(1)
  expect(of('attempts_started_total')({ function: 'mends' })).toBe(2)
  expect(of('retries_total')({ function: 'mends' })).toBe(1)
  expect(of('attempt_duration_seconds_count')({ function: 'mends', result: 'failed' })).toBe(1)
  expect(of('attempt_duration_seconds_count')({ function: 'mends', result: 'success' })).toBe(1)
  expect(of('attempt_duration_seconds_count')({ function: 'fails', result: 'failed' })).toBe(2)
  expect(of('queue_wait_seconds_count')({ function: 'fails' })).toBe(2)
  expect(of('slots')({})).toBe(64)
  expect(of('running_attempts')({})).toBe(0)
  expect(of('claiming')({})).toBe(1)
})

test('an attempt is told by how it came to its end', async () => {
  const { recovery, clock, scrape } = await meteredEngine()
  const forever = (_: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  recovery.define('slow', forever, { timeout: '20s', maxRetries: 0 })
  recovery.define('late', forever, { deadline: '5s' })
  recovery.define('sleepy', async (_input: unknown, { sleep }) => sleep('a while', '5s'))
  const paused = await recovery.start('slow', null)
  const cancelled = await recovery.start('slow', null)
  for (const name of ['slow', 'late', 'sleepy']) await recovery.start(name, null)
  await clock.advance(0)
  await recovery.pause(paused.operation.id)
  await recovery.cancel(cancelled.operation.id)
  await clock.advance(20_000)

  const attempts = (await scrape()).series('recoverable_attempt_duration_seconds_count')
  const results = attempts.map(({ labels, value }) => `${labels.function} ${labels.result} ${value}`).sort()
  expect(results).toEqual([
    'late expired 1',
    'sleepy sleeping 1',
    'sleepy success 1',
    'slow cancelled 1',
    'slow paused 1',
    'slow timed_out 1',
  ])
  expect((await scrape()).value('recoverable_attempts_started_total', { function: 'sleepy' })).toBe(1)
})

test('what waits for a slot is told by how long it has been due', async () => {
  const { recovery, clock, scrape } = await meteredEngine({ concurrency: 1 })
  const { opened, open } = gate()
  recovery.define('holds', () => opened)
  await recovery.start('holds', null)
  await clock.advance(0)
  await recovery.start('holds', null)
  await clock.advance(30_000)
  const busy = await scrape()
  expect(busy.value('recoverable_longest_due_seconds')).toBe(30)
  expect(busy.value('recoverable_running_attempts')).toBe(1)
  open()
  await clock.advance(0)
  const after = await scrape()
  expect(after.value('recoverable_longest_due_seconds')).toBe(0)
  expect(after.value('recoverable_queue_wait_seconds_sum', { function: 'holds' })).toBe(30)
})

test('circuit breakers are told by scope, and by state altogether', async () => {
  const { recovery, clock, scrape } = await meteredEngine()
  recovery.define('fails', FAILS, { maxRetries: 0, circuitBreaker: { threshold: 1, timeout: '1m' } })
  recovery.define('other', () => 1, { circuitBreaker: { scope: 'shop' } })
  await recovery.start('fails', null)
  await clock.advance(0)
  await recovery.start('fails', null)
  await clock.advance(0)
  await recovery.breakers.trip('shop')
  const open = await scrape()
  expect(open.value('recoverable_circuit_breaker_state', { scope: 'fails' })).toBe(2)
  expect(open.value('recoverable_circuit_breaker_forced', { scope: 'fails' })).toBe(0)
  expect(open.value('recoverable_circuit_breaker_forced', { scope: 'shop' })).toBe(1)
  expect(open.value('recoverable_circuit_breaker_trips_total', { scope: 'fails' })).toBe(1)
  expect(open.value('recoverable_circuit_breakers', { state: 'open' })).toBe(2)
  expect(open.value('recoverable_operations_blocked', { function: 'fails' })).toBe(1)
  await recovery.breakers.reset('shop')
  const closed = await scrape()
  expect(closed.value('recoverable_circuit_breaker_state', { scope: 'shop' })).toBe(0)
  expect(closed.value('recoverable_circuit_breakers', { state: 'open' })).toBe(1)
})

test('of many scopes the hundred that tell most have series, and all are counted', async () => {
  const { recovery, scrape } = await meteredEngine()
  for (let i = 0; i < 150; i++) recovery.define(`f${i}`, () => 1, { circuitBreaker: { scope: `host ${i}` } })
  await recovery.breakers.trip('host 149')
  const figures = await scrape()
  expect(figures.series('recoverable_circuit_breaker_state')).toHaveLength(100)
  expect(figures.value('recoverable_circuit_breaker_state', { scope: 'host 149' })).toBe(2)
  expect(figures.value('recoverable_circuit_breakers', { state: 'closed' })).toBe(149)
})

test('functions that are not registered, and those beyond the 200th, share one label', async () => {
  const labels = new FunctionLabels((functionName) => functionName !== 'gone')
  expect([labels.of('gone'), labels.of('first')]).toEqual(['other', 'first'])
  for (let i = 0; i < 199; i++) labels.of(`f${i}`)
  expect([labels.of('late'), labels.of('first'), labels.of('f198')]).toEqual(['other', 'first', 'f198'])
})

test('transactions are told by their number of changes', async () => {
  const { recovery, clock, scrape } = await meteredEngine()
  recovery.define('quick', () => 1)
  await Promise.all(Array.from({ length: 10 }, () => recovery.start('quick', null)))
  await clock.advance(0)
  const figures = await scrape()
  expect(figures.value('recoverable_commit_changes_sum')).toBe(30)
  expect(figures.value('recoverable_commit_changes_count')).toBe(figures.value('recoverable_commit_duration_seconds_count'))
  expect(figures.value('recoverable_commit_changes_count')).toBeLessThan(30)
  expect(figures.value('recoverable_commit_queue_changes')).toBe(0)
})

test('scrapes at once, and under load, are each whole', async () => {
  const { recovery, clock, metrics } = await meteredEngine()
  recovery.define('quick', () => 1)
  const starts = Promise.all(Array.from({ length: 500 }, () => recovery.start('quick', null)))
  const texts = await Promise.all(Array.from({ length: 20 }, () => metrics.text(NOBODY)))
  for (const text of texts) expect(new Exposition(text).series('recoverable_slots')).toHaveLength(1)
  await starts
  await clock.advance(0)
  const figures = new Exposition(await metrics.text(NOBODY))
  expect(figures.value('recoverable_operations', { function: 'quick', state: 'success' })).toBe(500)
})

test('the process, its event loop and what was built are told too', async () => {
  const { scrape } = await meteredEngine()
  const figures = await scrape()
  expect(figures.value('recoverable_build_info', { version: '1.2.3', node: process.version, store: 'memory' })).toBe(1)
  expect(figures.names).toContain('process_resident_memory_bytes')
  expect(figures.names).toContain('nodejs_eventloop_lag_p99_seconds')
})

test('calls that made no operation are counted', async () => {
  const { recovery, scrape } = await meteredEngine()
  const wrapped = recovery.recoverable(async () => 1, { name: 'light', persistence: 'on-failure' })
  for (let i = 0; i < 3; i++) await wrapped()
  expect((await scrape()).value('recoverable_light_calls_total', { function: 'light' })).toBe(3)
})
