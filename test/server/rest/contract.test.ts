import { expect, test } from 'vitest'
import { startRest, withOperations } from './rest-server.ts'
import { faultsOf, type Shape } from './shape.ts'

// The documented fields of each path, with their types and units, as callers of the old system rely on them.

const STATUS: Shape = {
  enabled: 'boolean',
  persistence_enabled: 'boolean',
  max_retries: 'count',
  circuit_breaker_threshold: 'count',
  active_operations: 'count',
  total_operations: 'count',
  recovered_operations: 'count',
  failed_operations: 'count',
  average_recovery_time: 'number',
  retry_attempts: 'count',
}

const OPERATION: Shape = {
  operation_id: 'text',
  function_name: 'text',
  state: 'state',
  attempt: 'count',
  max_attempts: 'count',
  error: 'text?',
  created_at: 'instant',
  updated_at: 'instant',
  metadata: 'object',
}

test('GET /api/recovery/status has every documented field, with times in seconds', async () => {
  const { get } = await withOperations()
  const { status, body } = await get('/api/recovery/status')
  expect(status).toBe(200)
  expect(body.success).toBe(true)
  expect(faultsOf(body.recovery, STATUS)).toEqual([])
  expect(body.recovery).toMatchObject({
    enabled: true,
    max_retries: 3,
    active_operations: 1,
    total_operations: 5,
    recovered_operations: 1,
    failed_operations: 2,
    average_recovery_time: 2,
    retry_attempts: 2,
  })
})

test('GET /api/recovery/operations answers the active ones, and how many there are', async () => {
  const { get } = await withOperations()
  const { status, body } = await get('/api/recovery/operations')
  expect(status).toBe(200)
  expect(body).toMatchObject({ success: true, total_count: 1 })
  expect(body.operations.map(({ operation_id: id }) => id)).toEqual(['waits'])
  expect(faultsOf(body.operations[0] ?? {}, OPERATION)).toEqual([])
})

test('GET /api/recovery/operations/{id} answers every documented field', async () => {
  const { get } = await withOperations()
  for (const id of ['done', 'recovered', 'ended', 'refused', 'waits']) {
    const { status, body } = await get(`/api/recovery/operations/${id}`)
    expect([status, body.success, faultsOf(body.operation, OPERATION)]).toEqual([200, true, []])
  }
  expect((await get('/api/recovery/operations/ended')).body.operation).toMatchObject({
    operation_id: 'ended',
    function_name: 'flaky',
    state: 'exhausted',
    attempt: 2,
    max_attempts: 2,
    error: 'connection reset',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:01.000Z',
    metadata: {
      team: 'blue',
      error_category: 'network_connection',
      error_severity: 'medium',
      error_recoverable: true,
      classification_confidence: 1,
    },
    input: { n: 1 },
    result: null,
  })
})

test('the progress in the metadata of a running operation is percent', async () => {
  const { get, recovery, clock } = await startRest()
  const { promise, resolve } = Promise.withResolvers<void>()
  recovery.define('half', (_input, ctx) => {
    ctx.progress({ fraction: 0.453 })
    return promise
  })
  await recovery.start('half', null, { id: 'half' })
  await clock.advance(0)
  const { body } = await get('/api/recovery/operations/half')
  expect(body.operation).toMatchObject({ state: 'in_progress', attempt: 1, metadata: { progress: 45.3 } })
  resolve()
})

test('POST …/retry answers its message and a retry id', async () => {
  const { post } = await withOperations()
  const { status, body } = await post('/api/recovery/operations/ended/retry', { force: false, max_attempts: 5 })
  expect([status, body]).toEqual([
    200,
    { success: true, message: 'Operation ended retry initiated', retry_id: expect.stringMatching(/^retry_[0-9a-z]+$/) },
  ])
})

test('POST …/cancel answers its message and the state', async () => {
  const { post } = await withOperations()
  const cancelled = { success: true, message: 'Operation waits cancelled', state: 'cancelled' }
  expect(await post('/api/recovery/operations/waits/cancel')).toMatchObject({ status: 200, body: cancelled })
  expect(await post('/api/recovery/operations/waits/cancel')).toMatchObject({ status: 200, body: cancelled })
})

const PERFORMANCE: Shape = {
  total_operations: 'count',
  recovered_operations: 'count',
  failed_operations: 'count',
  average_recovery_time: 'number',
  retry_attempts: 'count',
  circuit_breaker_trips: 'count',
  success_rate: 'ratio',
  average_attempts_per_recovery: 'number',
}

test('GET /api/recovery/performance has every documented field, rates as ratios and times in seconds', async () => {
  const { get } = await withOperations()
  const { status, body } = await get('/api/recovery/performance')
  expect([status, body.success, faultsOf(body.performance, PERFORMANCE)]).toEqual([200, true, []])
  expect(body.performance).toMatchObject({
    total_operations: 5,
    recovered_operations: 1,
    failed_operations: 2,
    average_recovery_time: 2,
    retry_attempts: 2,
    circuit_breaker_trips: 0,
    success_rate: 1 / 3,
    average_attempts_per_recovery: 2,
  })
  expect((await get('/api/recovery/performance?window=3600.5')).body.performance.total_operations).toBe(5)
  expect((await get('/api/recovery/performance?window=0')).body.error).toContain('window must be a number of seconds')
})

test('a server that has done nothing answers zeros, and neither NaN nor null', async () => {
  const { get } = await startRest()
  const numbers = Object.values((await get('/api/recovery/performance')).body.performance)
  expect(new Set(numbers)).toEqual(new Set([0]))
})

test('when recovery is switched off the status says so and nothing else, and two paths are refused as they were', async () => {
  const { get, post } = await startRest({ enabled: false })
  expect(await get('/api/recovery/status')).toMatchObject({ status: 200, body: { success: true, recovery: { enabled: false } } })
  expect(Object.keys((await get('/api/recovery/status')).body.recovery)).toEqual(['enabled'])
  const refused = { status: 400, body: { success: false, error: 'Recovery system not enabled' } }
  expect(await get('/api/recovery/performance')).toMatchObject(refused)
  expect(await post('/api/recovery/test')).toMatchObject(refused)
})

test('every answer forbids caches and guessing, be it a success or an error', async () => {
  const { get, post } = await withOperations()
  for (const { headers } of [await get('/api/recovery/status'), await get('/api/nothing'), await post('/api/recovery/status')]) {
    expect(headers.get('cache-control')).toBe('no-cache, no-store, must-revalidate')
    expect(headers.get('pragma')).toBe('no-cache')
    expect(headers.get('expires')).toBe('0')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  }
})
