import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRecovery } from '../../src/index.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { testApi } from './harness.ts'

const FIELDS = `totalOperations recoveredOperations failedOperations exhaustedOperations averageRecoveryTime retryAttempts
  circuitBreakerTrips successRate averageAttemptsPerRecovery`
const PERFORMANCE = `query ($window: Duration) { performance(window: $window) { ${FIELDS} } }`
const NOTHING = {
  totalOperations: 0,
  recoveredOperations: 0,
  failedOperations: 0,
  exhaustedOperations: 0,
  averageRecoveryTime: 0,
  retryAttempts: 0,
  circuitBreakerTrips: 0,
  successRate: 0,
  averageAttemptsPerRecovery: 0,
}
const options = { initialDelay: '4s', jitter: 0, maxRetries: 2, backoffFactor: 1, circuitBreaker: false } as const

test('before anything was done every figure is 0', async () => {
  const { data } = await testApi()

  expect(await data(PERFORMANCE)).toEqual({ performance: NOTHING })
  expect(await data(PERFORMANCE, { window: '1h' })).toEqual({ performance: NOTHING })
})

test('the figures are what happened, since the start and within a window', async () => {
  const { recovery, clock, data } = await testApi()
  recovery.define('good', () => 1)
  recovery.define('flaky', (_, ctx) => (ctx.attempt < 3 ? Promise.reject(new Error('again')) : 1), options)
  recovery.define('broken', () => Promise.reject(new Error('again')), options)
  recovery.define('refused', () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })), options)
  for (const name of ['good', 'flaky', 'flaky', 'flaky', 'broken', 'refused']) await recovery.start(name, null)
  await clock.advance(60_000)
  const early = {
    ...{ totalOperations: 6, recoveredOperations: 3, failedOperations: 2, exhaustedOperations: 1 },
    ...{ averageRecoveryTime: 8, retryAttempts: 8, circuitBreakerTrips: 0, successRate: 0.6, averageAttemptsPerRecovery: 8 / 3 },
  }
  expect(await data(PERFORMANCE)).toEqual({ performance: early })
  expect(await data(PERFORMANCE, { window: '2m' })).toEqual({ performance: early })

  await clock.advance(3_600_000)
  await recovery.start('good', null)
  await clock.advance(0)

  expect(await data(PERFORMANCE, { window: '5m' })).toEqual({ performance: { ...NOTHING, totalOperations: 1 } })
  expect(await data(PERFORMANCE, { window: '2h' })).toEqual({ performance: { ...early, totalOperations: 7 } })
  expect(await data(PERFORMANCE)).toEqual({ performance: { ...early, totalOperations: 7 } })
})

test('a failed operation that is retried and succeeds counts as recovered and no more as failed', async () => {
  const { recovery, clock, data } = await testApi()
  let broken = true
  recovery.define('mended', () => (broken ? Promise.reject(new Error('again')) : 1), { maxRetries: 0 })
  const { operation } = await recovery.start('mended', null)
  await clock.advance(10_000)
  expect(await data(PERFORMANCE)).toMatchObject({ performance: { failedOperations: 1, exhaustedOperations: 1, successRate: 0 } })
  broken = false
  await recovery.retry(operation.id)
  await clock.advance(0)

  for (const window of [null, '1m']) {
    expect(await data(PERFORMANCE, { window })).toMatchObject({
      performance: {
        ...{ failedOperations: 0, exhaustedOperations: 0, recoveredOperations: 1, successRate: 1 },
        ...{ averageRecoveryTime: 10, retryAttempts: 1 },
      },
    })
  }
})

test('a window shorter than a second is refused, and one that is no duration too', async () => {
  const { ask, rawErrors } = await testApi()

  const [error] = await rawErrors(PERFORMANCE, { window: 999 })
  expect(error?.originalError).toMatchObject({ code: 'INVALID_INPUT', field: 'window' })
  expect((await ask(PERFORMANCE, { window: 'soon' })).errors).toHaveLength(1)
})

test('the figures are those of before once the store is opened again, and old activity goes with old events', async () => {
  const clock = new FakeClock()
  const store = `sqlite:${join(await tempFolder(), 'recovery.db')}`
  const first = await createRecovery({ store, clock, random: seededRandom(1) })
  first.define('good', () => 1)
  await first.run('good', null)
  await first.stop()

  const { recovery, data } = await testApi({ store, clock, retention: { events: '1h' } })
  expect(await data(PERFORMANCE, { window: '1m' })).toMatchObject({ performance: { totalOperations: 1 } })
  await clock.advance(7_200_000)

  expect(await recovery.performance({ window: '3h' })).toMatchObject({ totalOperations: 0 })
  expect(await recovery.performance()).toMatchObject({ totalOperations: 1 })
})

test('the trips of circuit breakers count, since the start and within a window', async () => {
  const { recovery, clock, data } = await testApi()
  recovery.define('broken', () => Promise.reject(new Error('down')), { maxRetries: 0, circuitBreaker: { threshold: 2 } })
  for (let n = 0; n < 2; n++) await recovery.start('broken', null)
  await clock.advance(0)
  await recovery.breakers.reset('broken')
  expect(await data(PERFORMANCE)).toMatchObject({ performance: { circuitBreakerTrips: 1, failedOperations: 2 } })
  await clock.advance(3_600_000)
  await recovery.breakers.trip('broken')

  expect(await data(PERFORMANCE)).toMatchObject({ performance: { circuitBreakerTrips: 2 } })
  expect(await data(PERFORMANCE, { window: '5m' })).toMatchObject({ performance: { circuitBreakerTrips: 1 } })
})

test('each function tells how well its own operations recover, in all and lately', async () => {
  const { recovery, clock, data, ask } = await testApi()
  const once = { maxRetries: 1, initialDelay: '4s', jitter: 0, circuitBreaker: { threshold: 1 } } as const
  recovery.define('flaky', (_, ctx) => (ctx.attempt === 1 ? Promise.reject(new Error('again')) : 1), {
    ...once,
    circuitBreaker: false,
  })
  recovery.define('broken', () => Promise.reject(new Error('again')), { ...once, maxRetries: 0 })
  await recovery.start('flaky', null)
  await clock.advance(3_600_000)
  await recovery.start('broken', null)
  await clock.advance(1000)
  const read = `{ functions { name
    ever: performance { totalOperations recoveredOperations failedOperations averageRecoveryTime successRate circuitBreakerTrips }
    lately: performance(window: "1m") { totalOperations recoveredOperations failedOperations } } }`

  const { functions } = await data(read)

  const ever = { totalOperations: 1, circuitBreakerTrips: 0 }
  expect((functions as unknown[]).slice(0, 2)).toMatchObject([
    {
      name: 'flaky',
      ever: { ...ever, recoveredOperations: 1, failedOperations: 0, averageRecoveryTime: 4, successRate: 1 },
      lately: { totalOperations: 0, recoveredOperations: 0, failedOperations: 0 },
    },
    {
      name: 'broken',
      ever: { ...ever, recoveredOperations: 0, failedOperations: 1, averageRecoveryTime: 0, successRate: 0 },
      lately: { totalOperations: 1, recoveredOperations: 0, failedOperations: 1 },
    },
  ])
  const { errors } = await ask('{ functions { performance(window: "1ms") { successRate } } }')
  expect(errors[0]?.message).toBe('window is 1 ms; use at least "1s"')
})
