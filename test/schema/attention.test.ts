import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aborted } from '../support/engine.ts'
import { countStatements } from '../support/statements.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { testApi } from './harness.ts'

const ONCE = { maxRetries: 0, circuitBreaker: false } as const
const ATTENTION = `query ($first: Int) { attention {
  eventCursor
  errors(first: $first) { groupCount examined isComplete groups {
    key functionName category subcategory severity code message remedy count states { state count } firstAt latestAt
    latest { id state error { message } } filter { functionNames categories states search }
  } }
  openCircuitBreakers { scope state forced timeout blockedOperations }
  stuck(first: $first) { count isComplete operations { operationId functionName kind reason since operation { id state } } }
} }`

interface Answered {
  readonly errors: { readonly groups: readonly { readonly filter: object }[] }
}

/** Three accounts that are gone, one disk that is full, in this order. */
async function failedApi(options: Parameters<typeof testApi>[0] = {}) {
  const api = await testApi(options)
  api.recovery.define('pay', (n: number) => Promise.reject(new Error(`No account ${n}`)), ONCE)
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  api.recovery.define('save', () => Promise.reject(full), ONCE)
  for (const n of [1, 2, 3]) {
    await api.recovery.start('pay', n, { id: `pay${n}` })
    await api.clock.advance(1000)
  }
  await api.recovery.start('save', null, { id: 'save' })
  await api.clock.advance(1000)
  return api
}

test('an empty engine has nothing to look at', async () => {
  const { recovery, data } = await testApi()

  expect(await data(ATTENTION)).toEqual({
    attention: {
      eventCursor: recovery.eventCursor(),
      errors: { groupCount: 0, examined: 0, isComplete: true, groups: [] },
      openCircuitBreakers: [],
      stuck: { count: 0, isComplete: true, operations: [] },
    },
  })
})

test('errors are grouped by their reason, with what lists the operations of each', async () => {
  const { data } = await failedApi()

  const { attention } = await data(ATTENTION)

  expect(attention).toMatchObject({
    errors: {
      groupCount: 2,
      examined: 4,
      isComplete: true,
      groups: [
        {
          key: expect.stringMatching(/./),
          functionName: 'pay',
          category: 'UNKNOWN',
          code: null,
          message: 'No account 3',
          remedy: expect.stringMatching(/./),
          count: 3,
          states: [{ state: 'EXHAUSTED', count: 3 }],
          firstAt: '2026-01-01T00:00:00.000Z',
          latestAt: '2026-01-01T00:00:02.000Z',
          latest: { id: 'pay3', state: 'EXHAUSTED', error: { message: 'No account 3' } },
          filter: { functionNames: ['pay'], categories: ['UNKNOWN'], states: ['EXHAUSTED'], search: 'No account' },
        },
        { functionName: 'save', category: 'RESOURCE', code: 'ENOSPC', count: 1 },
      ],
    },
  })
  const filter = (attention as Answered).errors.groups[0]?.filter
  const list = 'query ($filter: OperationFilter) { operations(filter: $filter) { totalCount edges { node { id } } } }'
  expect(await data(list, { filter })).toMatchObject({ operations: { totalCount: 3 } })
})

test('as many reasons and operations are answered as were asked for, and all are counted', async () => {
  const { recovery, clock, data } = await failedApi({ concurrency: 1 })
  recovery.define('hangs', (_, { signal }) => aborted(signal))
  for (const id of ['h1', 'h2', 'h3']) await recovery.start('hangs', null, { id })
  await clock.advance(60_001)

  expect(await data(ATTENTION, { first: 1 })).toMatchObject({
    attention: {
      errors: { groupCount: 2, groups: [{ functionName: 'pay' }] },
      stuck: {
        count: 2,
        operations: [
          { operationId: 'h2', kind: 'OVERDUE', since: expect.any(String), operation: { id: 'h2', state: 'PENDING' } },
        ],
      },
    },
  })
  expect(await data(ATTENTION, { first: 0 })).toMatchObject({ attention: { errors: { groups: [] }, stuck: { operations: [] } } })
})

test.each(['errors', 'stuck'])('%s refuses more than 100, and a negative number', async (field) => {
  const { ask } = await testApi()
  for (const first of [101, -1]) {
    const { errors } = await ask(`{ attention { ${field}(first: ${first}) { isComplete } } }`)
    expect(errors).toMatchObject([{ message: `first is ${first}; use 0 to 100` }])
  }
})

test('an operation that was deleted meanwhile is null', async () => {
  const { recovery, clock, data } = await testApi()
  recovery.define('deaf', () => new Promise(() => undefined))
  await recovery.start('deaf', null, { id: 'd' })
  await clock.advance(0)
  await recovery.cancel('d')
  await recovery.bulk.delete({ ids: ['d'] })
  await clock.advance(10_001)

  expect(await data(ATTENTION)).toMatchObject({
    attention: { stuck: { operations: [{ operationId: 'd', kind: 'IGNORES_SIGNAL', operation: null }] } },
  })
})

test('a circuit breaker that a person forced is told with its time', async () => {
  const { recovery, data } = await testApi()
  recovery.define('work', () => 1, { circuitBreaker: { timeout: '7s' } })
  await recovery.breakers.trip('work')

  expect(await data(ATTENTION)).toMatchObject({
    attention: { openCircuitBreakers: [{ scope: 'work', state: 'OPEN', forced: true, timeout: 7000, blockedOperations: 0 }] },
  })
})

test('it takes as many statements for many failures and functions as for few', async () => {
  const { recovery, clock, data } = await failedApi({ store: `sqlite:${join(await tempFolder(), 'recovery.db')}` })
  const count = countStatements()
  const statements = async () => {
    const before = count()
    await data(ATTENTION)
    return count() - before
  }
  const few = await statements()
  for (let n = 0; n < 60; n++) await recovery.start('pay', n)
  await clock.advance(1000)
  const many = await statements()

  expect(many).toBe(few)
  expect(many).toBeLessThan(20)
})
