import { expect, test } from 'vitest'
import { testApi } from './harness.ts'

const POINT = `timestamp duration created succeeded failed exhausted recovered retryAttempts
  circuitBreakerTrips averageRecoveryTime successRate`
const SERIES = `query ($window: Duration!, $resolution: Duration, $functionName: String) {
  timeSeries(window: $window, resolution: $resolution, functionName: $functionName) { ${POINT} } }`

interface Point {
  readonly timestamp: string
  readonly duration: number
  readonly created: number
}

async function seriesOf(api: Awaited<ReturnType<typeof testApi>>, variables: object): Promise<readonly Point[]> {
  return (await api.data(SERIES, { ...variables })).timeSeries as readonly Point[]
}

const QUIET = { created: 0, succeeded: 0, failed: 0, exhausted: 0, recovered: 0, retryAttempts: 0 }
const NOTHING = { ...QUIET, circuitBreakerTrips: 0, averageRecoveryTime: 0, successRate: 0, duration: 10_000 }
const options = { initialDelay: '12s', jitter: 0, maxRetries: 1, backoffFactor: 1, circuitBreaker: false } as const

test('each span tells what happened in it, the empty ones too, the oldest first', async () => {
  const api = await testApi()
  const { recovery, clock } = api
  const start = clock.now()
  expect(start % 60_000).toBe(0)
  recovery.define('flaky', (_, ctx) => (ctx.attempt < 2 ? Promise.reject(new Error('again')) : 1), options)
  recovery.define('broken', () => Promise.reject(new Error('again')), { ...options, maxRetries: 0 })
  recovery.define('refused', () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })), options)
  for (const name of ['flaky', 'broken', 'refused']) await recovery.start(name, null)
  await clock.advance(35_000)

  const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
  expect(await seriesOf(api, { window: '40s', resolution: '10s' })).toEqual([
    { ...NOTHING, timestamp: at(-10) },
    { ...NOTHING, timestamp: at(0), created: 3, failed: 2, exhausted: 1 },
    { ...NOTHING, timestamp: at(10), succeeded: 1, recovered: 1, retryAttempts: 1, averageRecoveryTime: 12, successRate: 1 },
    { ...NOTHING, timestamp: at(20) },
    { ...NOTHING, timestamp: at(30) },
  ])
  expect(await seriesOf(api, { window: '20s', resolution: '1m' })).toEqual([
    {
      ...{ ...NOTHING, timestamp: at(0), duration: 60_000, created: 3, succeeded: 1, failed: 2, exhausted: 1 },
      ...{ recovered: 1, retryAttempts: 1, averageRecoveryTime: 12, successRate: 1 / 3 },
    },
  ])
})

test('one function is told apart from the others, and breakers belong to none', async () => {
  const api = await testApi()
  const { recovery, clock } = api
  recovery.define('good', () => 1)
  recovery.define('broken', () => Promise.reject(new Error('no')), { maxRetries: 0, circuitBreaker: { threshold: 1 } })
  await recovery.start('good', null)
  await recovery.start('broken', null)
  await clock.advance(0)
  const last = async (functionName?: string) => (await seriesOf(api, { window: '1m', functionName })).at(-1)

  expect(await last()).toMatchObject({ created: 2, succeeded: 1, failed: 1, circuitBreakerTrips: 1 })
  expect(await last('good')).toMatchObject({ created: 1, succeeded: 1, failed: 0, circuitBreakerTrips: 0 })
  expect(await last('nobody')).toMatchObject(QUIET)
})

test.each([
  ['1s', 10_000],
  ['5m', 10_000],
  ['1h', 60_000],
  ['1d', 900_000],
  ['7d', 2 * 3_600_000],
  ['30d', 12 * 3_600_000],
  ['120d', 2 * 86_400_000],
  ['3650d', 31 * 86_400_000],
])('a window of %s has spans of %d ms by itself, at most 120 of them', async (window, duration) => {
  const points = await seriesOf(await testApi(), { window })

  expect(new Set(points.map((point) => point.duration))).toEqual(new Set([duration]))
  expect(points.length).toBeLessThanOrEqual(120)
})

test('a thousand points can be asked for', async () => {
  expect(await seriesOf(await testApi(), { window: 9_990_000, resolution: '10s' })).toHaveLength(1000)
})

test.each([
  [{ window: 999 }, 'window', 'window is 999 ms; use at least "1s"'],
  [{ window: '1h', resolution: 0 }, 'resolution', 'resolution is 0 ms; use a whole multiple of ten seconds'],
  [{ window: '1h', resolution: 15_000 }, 'resolution', 'resolution is 15000 ms; use a whole multiple of ten seconds'],
  [
    { window: 9_991_000, resolution: '10s' },
    'resolution',
    'resolution makes up to 1001 points of the window, the limit is 1000; use a longer resolution',
  ],
  [{ window: '1h', functionName: '' }, 'functionName', 'functionName is empty; leave it out for all'],
])('%j is refused', async (variables, field, message) => {
  const { rawErrors } = await testApi()

  const [error] = await rawErrors(SERIES, variables)

  expect(error?.originalError).toMatchObject({ code: 'INVALID_INPUT', field, message })
})
