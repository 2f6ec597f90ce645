import { expect, test } from 'vitest'
import { OperationById } from '../../src/client/documents/operations.ts'
import { testApi } from './harness.ts'

const ONCE_MORE = { initialDelay: '10s', jitter: 0, maxRetries: 1 } as const

async function recoveredOperation() {
  const api = await testApi()
  api.recovery.define(
    'flaky',
    async (input, ctx) => {
      ctx.progress({ current: ctx.attempt, total: 4, unit: 'bytes' })
      await ctx.step('prepare', () => ({ prepared: true }))
      if (ctx.attempt === 1) throw new Error('connection lost')
      await ctx.step('finish', () => ctx.attempt)
      return { got: input }
    },
    ONCE_MORE,
  )
  await api.recovery.start(
    'flaky',
    { a: [1, null] },
    { id: 'mine', metadata: { team: 'blue' }, priority: 7, idempotencyKey: 'k' },
  )
  await api.clock.advance(20_000)
  return api
}

test('an operation tells its whole story', async () => {
  const { typed } = await recoveredOperation()

  const { operation } = await typed(OperationById, { id: 'mine' })

  expect(operation).toMatchObject({
    functionName: 'flaky',
    state: 'SUCCESS',
    input: { a: [1, null] },
    result: { got: { a: [1, null] } },
    metadata: { team: 'blue' },
    attempt: 2,
    maxAttempts: 2,
    round: 1,
    totalAttempts: 2,
    recovered: true,
    createdAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:10.000Z',
    nextAttemptAt: null,
    deadlineAt: null,
    availableActions: [],
    progress: { fraction: 0.5, current: 2, total: 4, unit: 'bytes', stage: null, message: null },
  })
})

test('an operation has its attempts with outcome, error, delay and strategy', async () => {
  const { data } = await recoveredOperation()

  const { operation } = await data(`{ operation(id: "mine") { attempts { edges { node {
    number outcome duration delayBefore strategy server finishedAt error { message name category retryable recoverability } } } } } }`)

  expect(operation).toEqual({
    attempts: {
      edges: [
        {
          node: {
            number: 1,
            outcome: 'FAILED',
            duration: 0,
            delayBefore: null,
            strategy: null,
            server: expect.stringMatching(/^srv_/),
            finishedAt: '2026-01-01T00:00:00.000Z',
            error: expect.objectContaining({ message: 'connection lost', name: 'Error', category: expect.any(String) }),
          },
        },
        {
          node: expect.objectContaining({
            number: 2,
            outcome: 'SUCCESS',
            delayBefore: 10_000,
            strategy: 'exponential',
            error: null,
          }),
        },
      ],
    },
  })
})

test('an operation has its steps with the attempt that finished each', async () => {
  const { data } = await recoveredOperation()

  const { operation } = await data('{ operation(id: "mine") { steps { id name output attempt finishedAt undoneAt } } }')

  expect(operation).toMatchObject({
    steps: [
      { name: 'prepare', output: { prepared: true }, attempt: 1, finishedAt: '2026-01-01T00:00:00.000Z', undoneAt: null },
      { name: 'finish', output: 2, attempt: 2, finishedAt: '2026-01-01T00:00:10.000Z' },
    ],
  })
})

test('an operation has its events, each with the cursor of its place in the log', async () => {
  const { data, recovery } = await recoveredOperation()

  const { operation } = await data(`{ operation(id: "mine") { eventCursor events { edges { node {
    cursor type state attempt error actor data timestamp } } } } }`)

  const { eventCursor, events } = operation as {
    eventCursor: string
    events: { edges: { node: { cursor: string; type: string } }[] }
  }
  expect(events.edges.map(({ node }) => node.type)).toEqual([
    'created',
    'attempt_started',
    'attempt_failed',
    'attempt_started',
    'succeeded',
  ])
  expect(events.edges.at(-1)?.node).toMatchObject({ state: 'SUCCESS', attempt: 2, timestamp: '2026-01-01T00:00:10.000Z' })
  expect(events.edges.at(-1)?.node.cursor).toBe(recovery.eventCursor())
  expect(eventCursor).toBe(recovery.eventCursor())
})

test('an operation that waits tells when it goes on and what can be done', async () => {
  const { recovery, clock, data } = await testApi()
  recovery.define('broken', () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNRESET' })), ONCE_MORE)
  await recovery.start('broken', null, { id: 'waits', deadline: '1h' })
  await clock.advance(0)

  const { operation } = await data(`{ operation(id: "waits") {
    state attempt nextAttemptAt deadlineAt availableActions recovered result error { message code category severity remedy retryAfter } } }`)

  expect(operation).toEqual({
    state: 'RECOVERING',
    attempt: 1,
    nextAttemptAt: '2026-01-01T00:00:10.000Z',
    deadlineAt: '2026-01-01T01:00:00.000Z',
    availableActions: ['RETRY', 'CANCEL', 'PAUSE'],
    recovered: false,
    result: null,
    error: expect.objectContaining({ message: 'no', code: 'ECONNRESET', category: 'NETWORK', retryAfter: null }),
  })
})

test('an id that nothing has answers null', async () => {
  const { data } = await testApi()

  expect(await data('{ operation(id: "nobody") { id } }')).toEqual({ operation: null })
})
