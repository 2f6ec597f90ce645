import { expect, test } from 'vitest'
import { OperationExhaustedError, OperationFailedError, OperationTimeoutError } from '../../src/index.ts'
import { gate } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const EXACT = { initialDelay: '1s', backoffFactor: 2, jitter: 0, maxRetries: 3 } as const
const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 3 } as const

/** Fails as often as it is told, and then answers its argument. */
function flaky(failures: number) {
  let calls = 0
  return Object.assign(
    async (value: string) => {
      calls++
      if (calls <= failures) throw new Error(`failure ${calls}`)
      return value
    },
    { calls: () => calls },
  )
}

test('a function that succeeds is called once, with its this and its arguments', async () => {
  const { recoverable } = testRecoverable()
  const counter = {
    start: 40,
    add: recoverable(async function (this: { start: number }, a: number, b = 1) {
      return this.start + a + b
    }),
  }

  await expect(counter.add(1)).resolves.toBe(42)
  expect(counter.add.length).toBe(1)
})

test('a failing function is tried again with growing waits', async () => {
  const { recoverable, clock } = testRecoverable()
  const startedAt = clock.now()
  const times: number[] = []
  const wrapped = recoverable(async () => {
    times.push(clock.now() - startedAt)
    if (times.length < 4) throw new Error('not yet')
    return 'done'
  }, EXACT)

  const result = wrapped()
  await clock.advance(7000)

  await expect(result).resolves.toBe('done')
  expect(times).toEqual([0, 1000, 3000, 7000])
})

test('when all attempts failed it rejects with their number and the last error as cause', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(flaky(9), { ...AT_ONCE, name: 'fetch user' })

  const error = await wrapped('x').catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(OperationExhaustedError)
  expect(error).toMatchObject({ attempts: 4, cause: { message: 'failure 4' }, error: { message: 'failure 4' } })
  expect(String(error)).toBe('OperationExhaustedError: "fetch user" was given up after 4 attempts: failure 4')
})

test('an error that no retry mends ends it at once', async () => {
  const { recoverable } = testRecoverable()
  const cause = Object.assign(new Error('not yours'), { code: 'EACCES' })
  let calls = 0
  const wrapped = recoverable(async () => {
    calls++
    throw cause
  }, AT_ONCE)

  const error = await wrapped().catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(OperationFailedError)
  expect(error).toMatchObject({ cause, error: { category: 'permission' } })
  expect(calls).toBe(1)
})

test.each([[null], [undefined], ['text'], [7], [Symbol('odd')], [{}]])(
  'whatever is thrown is retried and kept: %s',
  async (thrown) => {
    const { recoverable } = testRecoverable()
    const wrapped = recoverable(() => Promise.reject(thrown), { ...AT_ONCE, maxRetries: 1 })

    const error = await wrapped().catch((rejected: unknown) => rejected)

    expect(error).toBeInstanceOf(OperationExhaustedError)
    expect((error as Error).cause).toBe(thrown)
  },
)

test('a circular object that is thrown does no harm', async () => {
  const { recoverable } = testRecoverable()
  const circle: { self?: unknown } = {}
  circle.self = circle

  await expect(recoverable(() => Promise.reject(circle), AT_ONCE)()).rejects.toMatchObject({ cause: circle })
})

test('a function that answers or throws at once is promise-returning once it is wrapped', async () => {
  const { recoverable } = testRecoverable()
  let calls = 0
  const wrapped = recoverable((value: number) => {
    calls++
    if (calls === 1) throw new Error('at once')
    return value * 2
  }, AT_ONCE)

  await expect(wrapped(21)).resolves.toBe(42)
})

test('an object with a then method is awaited as a promise is', async () => {
  const { recoverable } = testRecoverable()
  // biome-ignore lint/suspicious/noThenProperty: it is what is tested
  const thenable = { then: (resolve: (value: string) => void) => resolve('answered') }

  await expect(recoverable(() => thenable)()).resolves.toBe('answered')
})

test('with maxRetries 0 it is called once', async () => {
  const { recoverable } = testRecoverable()
  const work = flaky(9)

  await expect(recoverable(work, { maxRetries: 0 })('x')).rejects.toMatchObject({ attempts: 1 })
  expect(work.calls()).toBe(1)
})

test('an attempt that takes too long is given up and retried, and what it answers late does not count', async () => {
  const { recoverable, clock } = testRecoverable()
  const late = gate<string>()
  let calls = 0
  const wrapped = recoverable(() => (calls++ === 0 ? late.opened : 'second'), { ...EXACT, timeout: '2s' })

  const result = wrapped()
  await clock.advance(2000)
  late.open('first')
  await clock.advance(1000)

  await expect(result).resolves.toBe('second')
  expect(clock.timers).toBe(1)
})

test('when the last attempt timed out, that is the cause', async () => {
  const { recoverable, clock } = testRecoverable()
  const wrapped = recoverable(() => gate().opened, { ...EXACT, maxRetries: 0, timeout: '2s' })

  const ended = expect(wrapped()).rejects.toMatchObject({
    cause: expect.toSatisfy((cause: unknown) => cause instanceof OperationTimeoutError && cause.timeoutMs === 2000),
  })
  await clock.advance(2000)
  await ended
})

test('a deadline ends an attempt that runs, and no attempt is begun beyond it', async () => {
  const { recoverable, clock } = testRecoverable()
  const hung = recoverable(() => gate().opened, { deadline: '5s' })
  const failing = recoverable(flaky(9), { ...EXACT, deadline: '2500ms' })

  const ended = Promise.all([
    expect(hung()).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED', attempts: 1 }),
    expect(failing('x')).rejects.toMatchObject({ attempts: 2, cause: { message: 'failure 2' } }),
  ])
  await clock.advance(5000)
  await ended
})

test('a Retry-After is waited for', async () => {
  const { recoverable, clock } = testRecoverable()
  let calls = 0
  const wrapped = recoverable(async () => {
    if (calls++ === 0) throw Object.assign(new Error('busy'), { status: 503, headers: { 'retry-after': '5' } })
    return 'ok'
  }, EXACT)

  const result = wrapped()
  await clock.advance(4999)
  expect(calls).toBe(1)
  await clock.advance(1)

  await expect(result).resolves.toBe('ok')
})

test('a retry without a wait needs no timer', async () => {
  const { recoverable, clock } = testRecoverable()

  await expect(recoverable(flaky(3), AT_ONCE)('x')).resolves.toBe('x')
  expect(clock.timers).toBe(0)
})

test('a classifier that throws is told of in the log, and the tables decide', async () => {
  const { recoverable, warnings } = testRecoverable()
  const classifier = () => {
    throw new Error('broken classifier')
  }

  await expect(recoverable(flaky(1), { ...AT_ONCE, classifier })('x')).resolves.toBe('x')
  expect(warnings).toEqual(['A classifier is at fault and was ignored'])
})

test.each([
  [{ maxRetries: -1 }, 'maxRetries'],
  [{ timeout: 'soon' }, 'timeout'],
  [{ persistence: 'sometimes' as never }, 'persistence'],
  [{ persistence: 'always' as const }, 'persistence'],
  [{ signal: 7 as never }, 'signal'],
  [{ recovery: {} as never }, 'recovery'],
  [7 as never, 'options'],
])('the options %o are refused when the function is wrapped, naming %s', (options, field) => {
  const { recoverable } = testRecoverable()

  expect(() => recoverable(async () => 1, options)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})
