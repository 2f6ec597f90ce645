import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { testApi } from './harness.ts'

const STATUS = `{ recoveryStatus {
  enabled persistenceEnabled maxRetries store version uptime eventCursor
  activeOperations totalOperations recoveredOperations failedOperations exhaustedOperations averageRecoveryTime retryAttempts
  byState { state count }
  servers { id host version startedAt lastSeenAt running }
} }`

/** So that the engine has no function of its own. */
const KEEP_ALL = { operations: null, events: null } as const

test('the status counts operations by what became of them', async () => {
  const { recovery, clock, data } = await testApi()
  const once = { initialDelay: '4s', jitter: 0, maxRetries: 1 } as const
  recovery.define('good', () => 1)
  recovery.define('flaky', (_, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('again')) : 1), once)
  recovery.define('broken', () => Promise.reject(new Error('again')), once)
  recovery.define('stuck', (_, { signal }) => new Promise((resolve) => signal.addEventListener('abort', resolve)))
  recovery.define('refused', () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })))
  for (const name of ['good', 'good', 'flaky', 'broken', 'refused', 'stuck']) await recovery.start(name, null)
  await clock.advance(60_000)

  const { recoveryStatus } = await data(STATUS)

  expect(recoveryStatus).toEqual({
    enabled: true,
    persistenceEnabled: false,
    maxRetries: 3,
    store: 'memory',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    uptime: 60_000,
    eventCursor: recovery.eventCursor(),
    activeOperations: 1,
    totalOperations: 6,
    recoveredOperations: 1,
    failedOperations: 2,
    exhaustedOperations: 1,
    averageRecoveryTime: 4,
    retryAttempts: 2,
    byState: expect.arrayContaining([
      { state: 'IN_PROGRESS', count: 1 },
      { state: 'SUCCESS', count: 3 },
      { state: 'EXHAUSTED', count: 1 },
      { state: 'FAILED', count: 1 },
      { state: 'PENDING', count: 0 },
    ]),
    servers: [
      {
        id: expect.stringMatching(/^srv_/),
        host: expect.stringMatching(/./),
        version: expect.stringMatching(/^\d/),
        startedAt: '2026-01-01T00:00:00.000Z',
        lastSeenAt: '2026-01-01T00:01:00.000Z',
        running: 1,
      },
    ],
  })
})

test('an empty engine has a status without gaps', async () => {
  const { data } = await testApi()

  expect(await data(STATUS)).toMatchObject({
    recoveryStatus: { totalOperations: 0, exhaustedOperations: 0, averageRecoveryTime: 0, byState: Array(8).fill({ count: 0 }) },
  })
})

test('the event cursor of the status was read before what it counts', async () => {
  const inner = createMemoryStore({ random: seededRandom(1) })
  const { recovery, data } = await testApi({ store: inner })
  recovery.define('good', () => 1)
  const before = recovery.eventCursor()
  const read = inner.counters.bind(inner)
  vi.spyOn(inner, 'counters').mockImplementationOnce(async () => {
    await recovery.start('good', null, { runAt: new Date('2030-01-01') })
    return read()
  })

  expect(await data('{ recoveryStatus { totalOperations eventCursor } }')).toEqual({
    recoveryStatus: { totalOperations: 1, eventCursor: before },
  })
})

test('functions tell how they are run and how many operations they have', async () => {
  const { recovery, clock, data } = await testApi({ retention: KEEP_ALL })
  recovery.define('plain', () => 1)
  const options = { timeout: '30s', maxRetries: 6, strategy: 'fibonacci', budget: { scope: 'api' } } as const
  recovery.define('timed', () => 1, { description: 'Has a limit.', ...options })
  await recovery.start('timed', null)
  await recovery.start('timed', null, { runAt: new Date('2027-01-01') })
  await clock.advance(0)

  const { functions } = await data(
    '{ functions { name internal description inputSchema maxAttempts strategy timeout retryBudget { scope tokens capacity } activeOperations totalOperations } }',
  )

  expect((functions as unknown[]).slice(0, 2)).toEqual([
    {
      name: 'plain',
      internal: false,
      description: null,
      inputSchema: null,
      maxAttempts: 4,
      strategy: 'category',
      timeout: null,
      retryBudget: null,
      activeOperations: 0,
      totalOperations: 0,
    },
    {
      name: 'timed',
      internal: false,
      description: 'Has a limit.',
      inputSchema: null,
      maxAttempts: 7,
      strategy: 'fibonacci',
      timeout: 30_000,
      retryBudget: { scope: 'api', tokens: 500, capacity: 500 },
      activeOperations: 1,
      totalOperations: 2,
    },
  ])
  expect((functions as unknown[])[2]).toMatchObject({ name: 'bulk.control', internal: true })
})

test('a function shows the JSON Schema of its input, and refuses other input with the path', async () => {
  const { recovery, data } = await testApi({ retention: KEEP_ALL })
  recovery.define('order', (order) => order, { input: z.object({ items: z.array(z.object({ sku: z.number() })) }) })

  const { functions } = await data('{ functions { inputSchema } }')
  const { startOperation } = await data(`mutation {
    startOperation(input: { functionName: "order", input: { items: [{ sku: "one" }] } }) {
      ... on InvalidInputError { field message }
    }
  }`)

  expect((functions as unknown[]).slice(0, 1)).toMatchObject([{ inputSchema: { type: 'object', required: ['items'] } }])
  expect(startOperation).toMatchObject({ field: 'input', message: expect.stringContaining('input.items[0].sku: ') })
})

const POLICY =
  'name maxRetries deadline concurrency initialDelay backoffFactor maxDelay jitter whenOpen circuitBreaker { timeout }'

test('functions tell their whole policy', async () => {
  const { recovery, data } = await testApi({ retention: KEEP_ALL })
  const breaker = { timeout: '20s', whenOpen: 'fail' } as const
  const delays = { initialDelay: '2s', backoffFactor: 3, maxDelay: '90s', jitter: 0.2 } as const
  recovery.define('full', () => 1, { maxRetries: 6, deadline: '1h', concurrency: 4, circuitBreaker: breaker, ...delays })
  recovery.define('plain', () => 1)
  recovery.define('own', () => 1, { circuitBreaker: false, strategy: { name: 'mine', maxMs: 5, delay: () => 5 } })

  const { functions } = await data(`{ functions { ${POLICY} } }`)

  expect((functions as unknown[]).slice(0, 3)).toEqual([
    {
      name: 'full',
      maxRetries: 6,
      deadline: 3_600_000,
      concurrency: 4,
      initialDelay: 2000,
      backoffFactor: 3,
      maxDelay: 90_000,
      jitter: '0.2',
      whenOpen: 'FAIL',
      circuitBreaker: { timeout: 20_000 },
    },
    {
      name: 'plain',
      maxRetries: 3,
      deadline: null,
      concurrency: null,
      initialDelay: 1000,
      backoffFactor: 2,
      maxDelay: 60_000,
      jitter: 'proportional',
      whenOpen: 'WAIT',
      circuitBreaker: { timeout: 300_000 },
    },
    {
      name: 'own',
      maxRetries: 3,
      deadline: null,
      concurrency: null,
      initialDelay: null,
      backoffFactor: null,
      maxDelay: null,
      jitter: null,
      whenOpen: null,
      circuitBreaker: null,
    },
  ])
})
