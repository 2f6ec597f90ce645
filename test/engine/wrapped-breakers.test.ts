import { expect, test } from 'vitest'
import { currentOperation, type Recovery } from '../../src/index.ts'
import { gate, testEngine } from '../support/engine.ts'
import { lives } from './breaker-world.ts'

const ONCE = { maxRetries: 0, initialDelay: 0, jitter: 0 } as const
const TOUCHY = { threshold: 2, timeout: '10s' } as const
const DOWN = new Error('down, with token=secret-1234567890')

/** A wrapped function of a Recovery that fails until it is told that the world is well again. */
function wrappedWorld(recovery: Recovery, options: object = { circuitBreaker: TOUCHY }, name = 'call') {
  const control = { well: false, calls: 0 }
  const call = recovery.recoverable(
    async () => {
      control.calls++
      if (!control.well) throw DOWN
      return 'fine'
    },
    { ...ONCE, name, ...options },
  )
  return { control, call }
}

/** Lets a call that is durable by now come to its end. */
async function settled(clock: { advance(ms: number): Promise<void> }, answer: Promise<unknown>): Promise<unknown> {
  const caught = answer.catch((error: unknown) => error)
  await clock.advance(0)
  return caught
}

test('the failure of a call that became durable is reported once, by its operation', async () => {
  const { recovery, clock } = await testEngine()
  const { call } = wrappedWorld(recovery)

  await settled(clock, call())

  expect(recovery.breakers.find('call')).toMatchObject({
    state: 'closed',
    failureCount: 1,
    lastError: 'down, with token=[redacted]',
  })
  expect(recovery.breakers.ofFunction('call')?.scope).toBe('call')
})

test('failures open the breaker that the API shows, and later calls are refused before anything is written', async () => {
  const { recovery, clock } = await testEngine()
  const { call, control } = wrappedWorld(recovery)
  await settled(clock, call())
  await settled(clock, call())

  expect(recovery.breakers.list()).toMatchObject([{ scope: 'call', state: 'open', trips: 1 }])
  await expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', scope: 'call', retryAfterMs: 10_000 })
  expect(control.calls).toBe(2)
  expect(await recovery.count({})).toBe(2)
})

test('a trip and a reset by a person reach calls in memory', async () => {
  const { recovery } = await testEngine()
  const { call, control } = wrappedWorld(recovery, { circuitBreaker: TOUCHY, persistence: 'never' })
  control.well = true
  await expect(call()).resolves.toBe('fine')
  await recovery.breakers.trip('call')
  await expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: null })
  await recovery.breakers.reset('call')

  await expect(call()).resolves.toBe('fine')
  expect(control.calls).toBe(2)
})

test('a call in memory that waits for the breaker goes on when it is reset', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { ...TOUCHY, whenOpen: 'wait' } as const
  const { call, control } = wrappedWorld(recovery, { circuitBreaker, persistence: 'never' })
  control.well = true
  await recovery.breakers.trip('call')
  const answer = call()
  await clock.advance(1000)
  expect(control.calls).toBe(0)
  await recovery.breakers.reset('call')

  await expect(answer).resolves.toBe('fine')
})

test('calls that wait behind a probe go on when it has succeeded', async () => {
  const { recovery, clock } = await testEngine()
  const probe = gate<string>()
  const circuitBreaker = { ...TOUCHY, whenOpen: 'wait' } as const
  const options = { ...ONCE, name: 'call', persistence: 'never', circuitBreaker } as const
  let calls = 0
  const call = recovery.recoverable(() => (calls++ === 0 ? probe.opened : 'later'), options)
  await recovery.breakers.trip('call', { for: '5s' })
  const answers = Promise.all([call(), call(), call()])
  await clock.advance(5000)
  expect(calls).toBe(1)
  probe.open('probe')

  await expect(answers).resolves.toEqual(['probe', 'later', 'later'])
})

test('a call that waits for the breaker ends when its caller takes it back, or its deadline cannot be met', async () => {
  const { recovery, clock } = await testEngine()
  const controller = new AbortController()
  const circuitBreaker = { ...TOUCHY, whenOpen: 'wait' } as const
  const options = { ...ONCE, circuitBreaker, persistence: 'never', deadline: '1m' } as const
  const call = recovery.recoverable(async () => 'fine', { ...options, name: 'call', signal: controller.signal })
  await recovery.breakers.trip('call', { for: '30s' })
  const ended = expect(call()).rejects.toMatchObject({ name: 'OperationCancelledError', cause: 'enough' })
  await clock.advance(1000)
  controller.abort('enough')
  await ended
  await recovery.breakers.trip('call', { for: '2m' })
  const patient = recovery.recoverable(async () => 'fine', { ...options, name: 'call' })

  await expect(patient()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 120_000 })
})

test('a call that waits for a breaker that is open until it is reset waits to its deadline, for nobody knows', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { ...TOUCHY, whenOpen: 'wait' } as const
  const options = { ...ONCE, name: 'call', circuitBreaker, persistence: 'never', deadline: '25s' } as const
  const call = recovery.recoverable(async () => 'fine', options)
  await recovery.breakers.trip('call')
  const helped = call()
  await clock.advance(24_000)
  await recovery.breakers.reset('call')
  await expect(helped).resolves.toBe('fine')
  await recovery.breakers.trip('call')
  const ended = expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: null })
  await clock.advance(25_000)
  await ended
})

test('wrapped and defined functions of one scope share a breaker', async () => {
  const { recovery, clock } = await testEngine()
  const circuitBreaker = { ...TOUCHY, scope: 'api' } as const
  const define = recovery.define('defined', () => Promise.reject(new Error('down')), { ...ONCE, circuitBreaker })
  const { call } = wrappedWorld(recovery, { circuitBreaker })
  const anonymous = recovery.recoverable(async () => 'fine', { ...ONCE, circuitBreaker, persistence: 'never' })
  await settled(clock, define.run(null))
  await settled(clock, call())

  expect(recovery.breakers.list()).toMatchObject([{ scope: 'api', state: 'open' }])
  await expect(call()).rejects.toMatchObject({ scope: 'api' })
  await expect(anonymous()).rejects.toMatchObject({ scope: 'api' })
  expect(() => recovery.recoverable(async () => 1, { circuitBreaker: { scope: 'api' }, persistence: 'never' })).toThrow(
    'is shared with defined, call',
  )
})

test('without circuitBreaker a wrapped function has none, in memory as in the engine', async () => {
  const { recovery, clock } = await testEngine({ defaults: { circuitBreaker: { threshold: 1 } } })
  const { call, control } = wrappedWorld(recovery, {})
  for (let i = 0; i < 3; i++) await settled(clock, call())

  expect(control.calls).toBe(3)
  expect(recovery.breakers.list()).toEqual([])
})

test('a durable call waits for the breaker as any operation does', async () => {
  const { recovery, clock } = await testEngine()
  const { call, control } = wrappedWorld(recovery, { maxRetries: 5, circuitBreaker: TOUCHY })
  const answer = call()
  await clock.advance(0)
  expect(control.calls).toBe(2)
  expect(await recovery.breakers.blockedOperations('call')).toBe(1)
  control.well = true
  await clock.advance(60_000)

  await expect(answer).resolves.toBe('fine')
  expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed' })
})

test.each(['cancelled', 'taken back'])(
  'the probe of a call that is %s once it is durable leaves room for the next',
  async (how) => {
    const { recovery, clock } = await testEngine()
    const controller = new AbortController()
    const stuck = gate()
    let first = true
    const call = recovery.recoverable(
      async () => {
        if (!first) return 'fine'
        first = false
        await currentOperation()?.step('part', () => 1)
        return stuck.opened
      },
      { ...ONCE, name: 'call', circuitBreaker: TOUCHY, signal: controller.signal },
    )
    await recovery.breakers.trip('call', { for: '5s' })
    await clock.advance(5000)
    const ended = expect(call()).rejects.toMatchObject({ name: 'OperationCancelledError' })
    await clock.advance(0)
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'half_open' })
    await expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
    const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })
    if (how === 'cancelled') await recovery.cancel(operations[0]?.id ?? '')
    else controller.abort()
    await clock.advance(0)
    stuck.open()
    await clock.advance(0)
    await ended

    const again = recovery.recoverable(async () => 'fine', {
      ...ONCE,
      name: 'call',
      circuitBreaker: TOUCHY,
      persistence: 'never',
    })
    await expect(again()).resolves.toBe('fine')
    expect(recovery.breakers.find('call')).toMatchObject({ state: 'closed' })
  },
)

test('an open breaker refuses the calls of the next process too', async () => {
  const { live, clock } = await lives()
  let call: () => Promise<string> = async () => 'not wrapped'
  const wrapIn = (recovery: Recovery) => {
    ;({ call } = wrappedWorld(recovery))
  }
  const first = await live(wrapIn)
  await settled(clock, call())
  await settled(clock, call())
  const stopped = first.stop()
  await clock.advance(1000)
  await stopped
  const second = await live(wrapIn)

  await expect(call()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
  expect(second.breakers.find('call')).toMatchObject({ state: 'open', trips: 1 })
})
