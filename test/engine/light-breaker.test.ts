import { expect, test } from 'vitest'
import { CircuitOpenError } from '../../src/index.ts'
import { testRecoverable } from '../support/light.ts'

const ONCE = { maxRetries: 0, initialDelay: 0, jitter: 0 } as const

test('after its threshold of failures a breaker refuses calls, with what was thrown last as cause', async () => {
  const { recoverable } = testRecoverable()
  let calls = 0
  const options = { ...ONCE, maxRetries: 5, circuitBreaker: { threshold: 2, timeout: '30s' } }
  const wrapped = recoverable(async () => {
    calls++
    throw new Error(`failure ${calls}`)
  }, options)

  const error = await wrapped().catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(CircuitOpenError)
  expect(error).toMatchObject({ retryAfterMs: 30_000, cause: { message: 'failure 2' } })
  await expect(wrapped()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
  expect(calls).toBe(2)
})

test('a probe that succeeds closes it, one that fails opens it again', async () => {
  const { recoverable, clock } = testRecoverable()
  let down = true
  const wrapped = recoverable(
    async () => {
      if (down) throw new Error('down')
      return 'up'
    },
    { ...ONCE, circuitBreaker: { threshold: 1, timeout: '30s' } },
  )

  await expect(wrapped()).rejects.toMatchObject({ name: 'OperationExhaustedError' })
  await clock.advance(30_000)
  await expect(wrapped()).rejects.toMatchObject({ name: 'OperationExhaustedError' })
  await expect(wrapped()).rejects.toMatchObject({ name: 'CircuitOpenError' })
  await clock.advance(30_000)
  down = false
  await expect(wrapped()).resolves.toBe('up')
  await expect(wrapped()).resolves.toBe('up')
})

test('with whenOpen wait a call waits until it is permitted', async () => {
  const { recoverable, clock } = testRecoverable()
  let calls = 0
  const wrapped = recoverable(
    async () => {
      if (calls++ === 0) throw new Error('down')
      return clock.now()
    },
    { ...ONCE, maxRetries: 1, circuitBreaker: { threshold: 1, timeout: '30s', whenOpen: 'wait' } },
  )
  const startedAt = clock.now()

  const result = wrapped()
  await clock.advance(30_000)

  await expect(result).resolves.toBe(startedAt + 30_000)
})

test('an error that says nothing of the health of what is called does not open it', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(
    async () => {
      throw Object.assign(new Error('bad input'), { status: 400 })
    },
    { ...ONCE, circuitBreaker: { threshold: 1 } },
  )

  for (let call = 0; call < 3; call++) await expect(wrapped()).rejects.toMatchObject({ name: 'OperationFailedError' })
})

test('functions of one scope share a breaker, and must agree on it', async () => {
  const { recoverable } = testRecoverable()
  const circuitBreaker = { threshold: 1, scope: 'api' }
  const broken = recoverable(async () => Promise.reject(new Error('down')), { ...ONCE, circuitBreaker })
  const other = recoverable(async () => 'fine', { ...ONCE, circuitBreaker })
  const stranger = recoverable(async () => 'fine', { ...ONCE, circuitBreaker: { threshold: 1 } })

  await expect(broken()).rejects.toMatchObject({ attempts: 1 })
  await expect(other()).rejects.toMatchObject({ scope: 'api' })
  await expect(stranger()).resolves.toBe('fine')
  expect(() => recoverable(async () => 1, { circuitBreaker: { threshold: 2, scope: 'api' } })).toThrow('which set it otherwise')
})

test('calls that are too slow open it', async () => {
  const { recoverable, clock } = testRecoverable()
  const slow = { slowCall: '1s', window: 2, minimumCalls: 2, slowCallRate: 1 }
  const wrapped = recoverable(() => new Promise<string>((resolve) => void clock.timer(1500, () => resolve('late'))), {
    ...ONCE,
    circuitBreaker: slow,
  })

  for (let call = 0; call < 2; call++) {
    const answer = wrapped()
    await clock.advance(1500)
    await expect(answer).resolves.toBe('late')
  }
  await expect(wrapped()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
})

test('a probe that its caller takes back leaves room for the next one', async () => {
  const { recoverable, clock } = testRecoverable()
  const controller = new AbortController()
  let calls = 0
  const wrapped = recoverable(
    async (signal: AbortSignal | null) => {
      calls++
      if (calls === 1) throw new Error('down')
      if (signal !== null) controller.abort()
      signal?.throwIfAborted()
      return 'up'
    },
    { ...ONCE, circuitBreaker: { threshold: 1, timeout: '30s' }, signal: (signal) => signal },
  )

  await expect(wrapped(null)).rejects.toMatchObject({ attempts: 1 })
  await clock.advance(30_000)
  await expect(wrapped(controller.signal)).rejects.toMatchObject({ name: 'OperationCancelledError' })

  await expect(wrapped(null)).resolves.toBe('up')
})
