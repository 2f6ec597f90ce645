import { expect, test } from 'vitest'
import { CircuitOpenError, InvalidInputError, OperationFailedError } from '../../src/index.ts'
import { STORES } from '../store/stores.ts'
import { testEngine } from '../support/engine.ts'
import { only, startMany, statesOf, TOUCHY, testWorld, world } from './breaker-world.ts'

test.each(STORES)(
  'an operation of a function that does not wait fails at once with the reason, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { call } = world(recovery, { ...TOUCHY, circuitBreaker: { ...TOUCHY.circuitBreaker, whenOpen: 'fail' } })
    await startMany(recovery, clock, 2)
    const running = call.run(null)
    const ended = expect(running).rejects.toSatisfy(
      (error: unknown) =>
        error instanceof OperationFailedError &&
        error.error?.code === 'CIRCUIT_OPEN' &&
        error.cause instanceof CircuitOpenError &&
        error.cause.retryAfterMs === 10_000,
    )
    await clock.advance(0)
    await ended
  },
)

test.each(STORES)(
  'an operation whose attempts are not used up waits blocked as recovering and keeps its attempts, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const { control } = world(recovery, { ...TOUCHY, maxRetries: 5, initialDelay: '1s', jitter: 0, backoffFactor: 1 })
    const [id] = await startMany(recovery, clock, 1)
    await clock.advance(2000)

    expect(await only(recovery, id as string)).toMatchObject({ state: 'recovering', attempt: 2, blockedBy: 'call' })
    control.well = true
    await clock.advance(20_000)
    expect(await only(recovery, id as string)).toMatchObject({ state: 'success', attempt: 3 })
  },
)

test.each(STORES)('an error that no retry mends opens nothing, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  recovery.define(
    'call',
    async () => {
      throw Object.assign(new Error('bad'), { code: 'EACCES' })
    },
    TOUCHY,
  )
  await startMany(recovery, clock, 9)
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', failureCount: 0, lastError: null })
})

test.each(STORES)(
  'a timeout counts as soon as it passes, and a pause counts for nothing, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    recovery.define('call', () => new Promise(() => undefined), { ...TOUCHY, timeout: '1s' })
    const [paused] = await startMany(recovery, clock, 3)
    await recovery.pause(paused as string)
    await clock.advance(1000)

    expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', failureCount: 2 })
  },
)

test.each(STORES)('a Retry-After keeps it open for longer, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  recovery.define(
    'call',
    async () => {
      throw Object.assign(new Error('busy'), { status: 503, headers: { 'retry-after': '60' } })
    },
    TOUCHY,
  )
  await startMany(recovery, clock, 2)
  expect(recovery.breakers.find('call')?.retryAt).toBe(clock.now() + 60_000)
})

test.each(STORES)(
  'functions of one scope share a breaker, and must want the same of it, on the $name store',
  async ({ open }) => {
    const { recovery, clock } = await testWorld(open)
    const options = { ...TOUCHY, circuitBreaker: { ...TOUCHY.circuitBreaker, scope: 'api' } }
    const { control } = world(recovery, options, 'get')
    world(recovery, options, 'put')
    await startMany(recovery, clock, 1, 'get')
    await startMany(recovery, clock, 1, 'put')
    const ids = [...(await startMany(recovery, clock, 1, 'get')), ...(await startMany(recovery, clock, 1, 'put'))]

    expect(await statesOf(recovery, ids)).toEqual(['blocked pending', 'blocked pending'])
    expect(recovery.breakers.list()).toMatchObject([{ scope: 'api', state: 'open' }])
    expect(await recovery.breakers.blockedOperations('api')).toBe(2)
    expect(control.calls).toBe(1)
    const other = { circuitBreaker: { ...options.circuitBreaker, timeout: '11s' } }
    expect(() => recovery.define('patch', () => 1, other)).toThrow(InvalidInputError)
    expect(() => recovery.define('patch', () => 1, options)).not.toThrow()
  },
)

test.each(STORES)('a function that says so has none, and fails as often as it likes, on the $name store', async ({ open }) => {
  const { recovery, clock } = await testWorld(open)
  const { control } = world(recovery, { maxRetries: 0, circuitBreaker: false })
  await startMany(recovery, clock, 20)

  expect(control.calls).toBe(20)
  expect([recovery.breakers.list(), recovery.breakers.ofFunction('call')]).toEqual([[], null])
})

test('the rate that opened a breaker is seen until it is closed again', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { failureRate: 0.5, window: 10, minimumCalls: 4, timeout: '10s' }
  const { control } = world(recovery, { maxRetries: 0, circuitBreaker })
  const rate = () => recovery.breakers.find('call')?.failureRate
  control.well = true
  await startMany(recovery, clock, 1)
  control.well = false
  await startMany(recovery, clock, 3)

  expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', failureRate: 0.75 })
  await clock.advance(10_000)
  await startMany(recovery, clock, 1)
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'open', trips: 2, failureRate: 0.75 })
  control.well = true
  await clock.advance(10_000)
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'half_open', failureRate: 0.75 })
  await startMany(recovery, clock, 1)
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed', failureRate: null })
  await recovery.breakers.trip('call')
  expect(rate()).toBeNull()
})
