import { expect, test, vi } from 'vitest'
import { CancelOperation, PauseOperation, ResumeOperation, RetryOperation } from '../../src/client/documents/controls.ts'
import { CircuitOpenError } from '../../src/index.ts'
import { testApi } from './harness.ts'

function control(title: 'Cancel' | 'Pause' | 'Resume' | 'Retry', more = ''): string {
  return `mutation ($input: ${title}OperationInput!) { ${title.toLowerCase()}Operation(input: $input) {
    __typename
    ... on ${title}OperationPayload { operation { id state round } }
    ... on Error { code message }
    ... on NotFoundError { id }
    ... on InvalidTransitionError { state action allowedActions }
    ${more}
  } }`
}

const CANCEL = control('Cancel')
const PAUSE = control('Pause')
const RESUME = control('Resume')
const RETRY = control('Retry', '... on NeedsForceError { state } ... on CircuitOpenError { retryAfter }')

/** `done` succeeded, `waits` is being retried, `ended` is exhausted, `refused` failed for good. */
async function withOperations() {
  const api = await testApi()
  const { recovery, clock } = api
  recovery.define('good', () => 'fine')
  recovery.define('flaky', () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' })), { maxRetries: 1 })
  recovery.define('bad', () => Promise.reject(new TypeError('never works')))
  await recovery.start('good', null, { id: 'done' })
  await recovery.start('flaky', null, { id: 'ended' })
  await recovery.start('bad', null, { id: 'refused' })
  await clock.advance(10_000)
  await recovery.start('flaky', null, { id: 'waits' })
  await clock.advance(0)
  return api
}

test('pause, resume and cancel move an operation', async () => {
  const { typed } = await withOperations()
  const input = { id: 'waits' }

  const paused = await typed(PauseOperation, { input })
  const resumed = await typed(ResumeOperation, { input })
  const cancelled = await typed(CancelOperation, { input: { ...input, reason: 'not needed' } })

  expect([paused.pauseOperation, resumed.resumeOperation, cancelled.cancelOperation]).toMatchObject([
    { operation: { state: 'PAUSED' } },
    { operation: { state: 'RECOVERING' } },
    { operation: { state: 'CANCELLED' } },
  ])
})

test('who controls an operation, and why, is kept in its events', async () => {
  const { ask, recovery } = await withOperations()
  await ask(PAUSE, { input: { id: 'waits' } }, 'ada')
  await ask(RESUME, { input: { id: 'waits' } }, 'bob')
  await ask(CANCEL, { input: { id: 'waits', reason: 'not needed' } }, 'eve')
  await ask(RETRY, { input: { id: 'waits', force: true } }, 'ada')

  const { items } = await recovery.events('waits', { limit: 100 })
  expect(items.filter(({ actor }) => actor !== null)).toMatchObject([
    { type: 'paused', actor: 'ada', data: null },
    { type: 'resumed', actor: 'bob' },
    { type: 'cancelled', actor: 'eve', data: { reason: 'not needed' } },
    { type: 'retried', actor: 'ada', data: { force: true } },
  ])
})

test('a retry opens a new round and answers the id of the attempt it leads to', async () => {
  const { typed, recovery, clock } = await withOperations()

  const { retryOperation } = await typed(RetryOperation, { input: { id: 'ended', maxAttempts: 1 } })
  await clock.advance(0)

  expect(retryOperation).toMatchObject({
    operation: { id: 'ended', state: 'RECOVERING' },
    retryId: expect.stringMatching(/^att_/),
  })
  const retryId = 'retryId' in retryOperation ? retryOperation.retryId : ''
  expect((await recovery.history.attemptsById([retryId]))[0]).toMatchObject({ operationId: 'ended', round: 2 })
  expect(await recovery.operation('ended')).toMatchObject({ state: 'exhausted', round: 2, maxAttempts: 1 })
})

test('a control answers the event cursor from before it, so that following it shows the control', async () => {
  const { typed, recovery } = await withOperations()
  const before = recovery.eventCursor()

  const { pauseOperation } = await typed(PauseOperation, { input: { id: 'waits' } })

  expect(pauseOperation).toMatchObject({ operation: { eventCursor: before } })
})

const done = { __typename: 'InvalidTransitionError', code: 'INVALID_TRANSITION', state: 'SUCCESS', allowedActions: [] }
const nobody = { __typename: 'NotFoundError', code: 'NOT_FOUND', id: 'nobody' }

test.each([
  ['cancel', CANCEL, { id: 'nobody' }, nobody],
  ['pause', PAUSE, { id: 'nobody' }, nobody],
  ['resume', RESUME, { id: 'nobody' }, nobody],
  ['retry', RETRY, { id: 'nobody' }, nobody],
  ['cancel', CANCEL, { id: 'done' }, { ...done, action: 'CANCEL' }],
  ['pause', PAUSE, { id: 'done' }, { ...done, action: 'PAUSE' }],
  ['resume', RESUME, { id: 'done' }, { ...done, action: 'RESUME' }],
  ['retry', RETRY, { id: 'done' }, { ...done, action: 'RETRY' }],
  [
    'resume',
    RESUME,
    { id: 'waits' },
    { ...done, state: 'RECOVERING', action: 'RESUME', allowedActions: ['RETRY', 'CANCEL', 'PAUSE'] },
  ],
  ['retry', RETRY, { id: 'refused' }, { __typename: 'NeedsForceError', code: 'NEEDS_FORCE', state: 'FAILED' }],
  ['retry', RETRY, { id: 'waits', maxAttempts: 3 }, { __typename: 'InvalidInputError', code: 'INVALID_INPUT' }],
  ['cancel', CANCEL, { id: 'waits', reason: 'x'.repeat(1001) }, { __typename: 'InvalidInputError', code: 'INVALID_INPUT' }],
])('%s is refused as data (%#)', async (name, document, input, expected) => {
  const { data } = await withOperations()

  const answer = await data(document, { input })

  expect(answer).toEqual({ [`${name}Operation`]: { ...expected, message: expect.stringMatching(/./) } })
})

test('a retry with force goes through where one without needs it', async () => {
  const { data } = await withOperations()

  expect(await data(RETRY, { input: { id: 'refused', force: true } })).toMatchObject({
    retryOperation: { __typename: 'RetryOperationPayload', operation: { state: 'RECOVERING', round: 2 } },
  })
})

test('an open circuit breaker refuses a retry as data', async () => {
  const { data, recovery } = await withOperations()
  vi.spyOn(recovery, 'retry').mockRejectedValue(new CircuitOpenError('flaky', 2500))

  expect(await data(RETRY, { input: { id: 'waits' } })).toMatchObject({
    retryOperation: { __typename: 'CircuitOpenError', code: 'CIRCUIT_OPEN', retryAfter: 2500 },
  })
})
