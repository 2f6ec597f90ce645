import { expect, onTestFinished, test } from 'vitest'
import type { RecoveryOptions } from '../../../src/index.ts'
import { type RestServer, startRest, withOperations } from './rest-server.ts'

const operation = (id: string, action: string) => `/api/recovery/operations/${id}/${action}`

test('what cannot be done is a conflict that says what can', async () => {
  const { post } = await withOperations()
  for (const [id, action] of [
    ['done', 'retry'],
    ['done', 'cancel'],
    ['done', 'pause'],
    ['done', 'resume'],
    ['ended', 'cancel'],
    ['refused', 'cancel'],
    ['waits', 'resume'],
  ] as const) {
    const { status, body } = await post(operation(id, action))
    expect([id, action, status, body.type]).toEqual([id, action, 409, 'INVALID_TRANSITION'])
    expect(body).toMatchObject({ success: false, error: expect.stringContaining(`does not accept ${action}`) })
    expect(body).not.toHaveProperty('traceback')
  }
  expect((await post(operation('waits', 'resume'))).body.suggestions).toContain('What can be done now: pause')
})

test('a failure that a retry will not mend, and a cancelled operation, are retried with force only', async () => {
  const { post } = await withOperations()
  await post(operation('waits', 'cancel'), { reason: 'not needed' })
  for (const id of ['refused', 'waits']) {
    expect(await post(operation(id, 'retry'), { force: false })).toMatchObject({ status: 409, body: { type: 'NEEDS_FORCE' } })
    expect(await post(operation(id, 'retry'), { force: true })).toMatchObject({ status: 200, body: { success: true } })
  }
})

test('an operation that waits is retried at once, and keeps its attempts whatever number is sent', async () => {
  const { get, post, clock } = await withOperations()
  expect((await post(operation('waits', 'retry'), { max_attempts: 50 })).status).toBe(200)
  await clock.advance(0)
  expect((await get('/api/recovery/operations/waits')).body.operation).toMatchObject({ state: 'exhausted', max_attempts: 2 })
})

test('a retry is refused while the operation is pending, runs or is paused, and once it succeeded', async () => {
  const { post, recovery, clock } = await withOperations()
  const { promise, resolve } = Promise.withResolvers<void>()
  onTestFinished(() => resolve())
  recovery.define('slow', () => promise)
  await recovery.start('slow', null, { id: 'pending', runAt: new Date('2999-01-01') })
  await recovery.start('slow', null, { id: 'in_progress' })
  await recovery.start('slow', null, { id: 'paused' })
  await recovery.pause('paused')
  await clock.advance(0)
  for (const id of ['pending', 'in_progress', 'paused', 'done']) {
    for (const force of [false, true]) {
      const { status, body } = await post(operation(id, 'retry'), { force })
      expect([id, force, status, body.type]).toEqual([id, force, 409, 'INVALID_TRANSITION'])
    }
  }
})

test('a retry of what waits for an open circuit breaker is a 503 that says for how long', async () => {
  const { post, recovery, clock } = await startRest()
  const fail = () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
  recovery.define('call', fail, { initialDelay: '1s', jitter: 0, circuitBreaker: { threshold: 1, timeout: '90s' } })
  await recovery.start('call', null, { id: 'held' })
  await clock.advance(30_000)
  const { status, body, headers } = await post(operation('held', 'retry'))
  expect([status, body.success, body.type, headers.get('retry-after')]).toEqual([503, false, 'CIRCUIT_OPEN', '60'])
  await recovery.breakers.trip('call')
  const stopped = await post(operation('held', 'retry'))
  expect([stopped.status, stopped.body.type, stopped.headers.get('retry-after')]).toEqual([503, 'CIRCUIT_OPEN', null])
  expect(stopped.body.error).toContain('is open until it is reset')
})

test('the number of a retry is the budget of its new round', async () => {
  const { get, post, clock } = await withOperations()
  await post(operation('ended', 'retry'), { max_attempts: 3 })
  await clock.advance(60_000)
  expect((await get('/api/recovery/operations/ended')).body.operation).toMatchObject({ round: 2, attempt: 3, max_attempts: 3 })
})

test('an operation is paused and goes on', async () => {
  const { post } = await withOperations()
  expect((await post(operation('waits', 'pause'))).body).toEqual({
    success: true,
    message: 'Operation waits paused',
    state: 'paused',
  })
  expect((await post(operation('waits', 'resume'))).body).toEqual({
    success: true,
    message: 'Operation waits resumed',
    state: 'recovering',
  })
})

/** `ended` failed all its attempts; those of its next round do not end before the test does. */
async function withExhausted(options: RecoveryOptions = {}) {
  const rest = await startRest(options)
  const { recovery, clock } = rest
  const { promise, resolve } = Promise.withResolvers<void>()
  onTestFinished(() => resolve())
  let reopened = false
  const fail = () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
  recovery.define('slow', () => (reopened ? promise : fail()), { maxRetries: 0 })
  await recovery.start('slow', null, { id: 'ended' })
  await clock.advance(0)
  reopened = true
  return rest
}

const retriesOf = async ({ recovery }: RestServer, id: string) => {
  const { items } = await recovery.events(id, { limit: 500 })
  return items.filter(({ type }) => type === 'retried').length
}

test('of 1,000 who retry one exhausted operation at once one opens the round; while it waits all are told of the same attempt', async () => {
  const rest = await withExhausted({ concurrency: 1 })
  const { post, get, recovery, clock } = rest
  await recovery.start('slow', null, { id: 'takes the only slot' })
  await clock.advance(0)
  const answers = await Promise.all(Array.from({ length: 1000 }, () => post(operation('ended', 'retry'))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => body.retry_id)).size).toBe(1)
  expect((await get('/api/recovery/operations/ended')).body.operation.round).toBe(2)
  expect(await retriesOf(rest, 'ended')).toBe(1)
})

test('of 1,000 who retry one exhausted operation at once those who come when its round runs are refused', async () => {
  const rest = await withExhausted()
  const { post, get, recovery } = rest
  const answers = await Promise.all(Array.from({ length: 1000 }, () => post(operation('ended', 'retry'))))
  const taken = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ status, body }) => status === 409 && body.type === 'INVALID_TRANSITION')
  expect(taken.length).toBeGreaterThan(0)
  expect(taken.length + refused.length).toBe(1000)
  expect((await get('/api/recovery/operations/ended')).body.operation).toMatchObject({ round: 2, attempt: 1 })
  expect(await retriesOf(rest, 'ended')).toBe(1)
  const [attempt] = (await recovery.attempts('ended', { limit: 1, fromEnd: true })).items
  expect(new Set(taken.map(({ body }) => body.retry_id))).toEqual(new Set([attempt?.id.replace('att_', 'retry_')]))
})

test('an operation is started with every option, once for each id and key', async () => {
  const { get, post } = await withOperations()
  const body = {
    function_name: 'good',
    input: { a: [1, null, 'x'] },
    operation_id: 'mine/1',
    idempotency_key: 'key',
    priority: 7,
    metadata: { team: 'red' },
    run_at: '2999-01-01T02:00:00+02:00',
    deadline: 90.5,
    max_attempts: 9,
  }
  const started = await post('/api/recovery/operations', body)
  expect([started.status, started.body]).toMatchObject([
    201,
    { success: true, message: 'Operation mine/1 started', operation_id: 'mine/1', deduplicated: false },
  ])
  expect(await post('/api/recovery/operations', body)).toMatchObject({ status: 200, body: { deduplicated: true } })
  const other = await post('/api/recovery/operations', { ...body, input: 2 })
  expect([other.status, other.body.type]).toEqual([409, 'DUPLICATE_OPERATION'])
  expect((await get('/api/recovery/operations/mine%2F1')).body.operation).toMatchObject({
    state: 'pending',
    attempt: 0,
    max_attempts: 9,
    priority: 7,
    metadata: { team: 'red' },
    input: { a: [1, null, 'x'] },
    next_attempt_at: '2999-01-01T00:00:00.000Z',
    deadline_at: '2999-01-01T00:01:30.500Z',
  })
  expect((await post('/api/recovery/operations', { function_name: 'good' })).status).toBe(201)
})
