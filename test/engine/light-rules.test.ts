import { expect, test } from 'vitest'
import type { RecoverableOptions } from '../../src/index.ts'
import { testRecoverable } from '../support/light.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 2 } as const

class Refused extends Error {
  readonly retryable = false
}

/** Calls a wrapped function that throws, or answers, what `attempts` say; the last one again and again. */
async function called(attempts: readonly unknown[], options: RecoverableOptions, advanceMs = 0) {
  const { recoverable, clock, warnings } = testRecoverable()
  let calls = 0
  const wrapped = recoverable(
    async () => {
      const outcome = attempts[Math.min(++calls, attempts.length) - 1]
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    { ...AT_ONCE, ...options },
  )
  const settled = wrapped().then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  )
  await clock.advance(advanceMs)
  return { ...(await settled), calls, warnings }
}

const DOWN = new Error('down')

test.each<[string, unknown[], () => boolean | undefined, string | null, number]>([
  ['false keeps a passing error from being retried', [DOWN], () => false, 'OperationFailedError', 1],
  ['true has an error retried that is not retried otherwise', [new Refused('no'), 1], () => true, null, 2],
  ['true retries no more often than allowed', [new Refused('no')], () => true, 'OperationExhaustedError', 3],
  ['nothing leaves it to the classifier', [new Refused('no')], () => undefined, 'OperationFailedError', 1],
])('shouldRetry in memory: %s', async (_what, attempts, shouldRetry, name, calls) => {
  const end = await called(attempts, { shouldRetry })

  expect('error' in end ? end.error.name : null).toBe(name)
  expect(end.calls).toBe(calls)
})

test('an answer that retryOnResult refuses is retried in memory as a failure', async () => {
  const retryOnResult = (value: unknown) => value === 'pending'

  expect(await called(['pending', 'pending', 'done'], { retryOnResult })).toMatchObject({ value: 'done', calls: 3 })
  const end = await called(['pending'], { retryOnResult })
  expect(end).toMatchObject({ error: { name: 'OperationExhaustedError', cause: { name: 'ResultRefusedError' } }, calls: 3 })
})

test('a rule that throws is ignored and told of', async () => {
  const retryOnResult = () => {
    throw new Error('at fault')
  }

  expect(await called(['done'], { retryOnResult })).toMatchObject({
    value: 'done',
    warnings: ['retryOnResult threw; it is ignored'],
  })
})

test('a fallback stands for the last failure, of either kind, and gets the error and the arguments', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(async (_n: number) => Promise.reject(DOWN), {
    ...AT_ONCE,
    fallback: (error, input) => ({ message: (error as Error).message, input }),
  })

  await expect(wrapped(7)).resolves.toEqual({ message: 'down', input: [7] })
  expect(await called([new Refused('no')], { fallback: 'none' })).toMatchObject({ value: 'none', calls: 1 })
})

test('each call gets a fallback value of its own', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(async () => Promise.reject(DOWN), { maxRetries: 0, fallback: { list: [] } })

  expect(await wrapped()).not.toBe(await wrapped())
})

test('a fallback that throws, or takes too long, leaves the failure as it is', async () => {
  const failing = await called([DOWN], { fallback: () => Promise.reject(new Error('at fault')) })
  const late = await called([DOWN], { fallback: () => new Promise(() => undefined) }, 30_000)

  expect(failing).toMatchObject({ error: { name: 'OperationExhaustedError', cause: DOWN }, warnings: [expect.any(String)] })
  expect(late).toMatchObject({ error: { name: 'OperationExhaustedError', cause: DOWN } })
})

test('a fallback does not stand for a deadline or an open circuit breaker', async () => {
  const { recoverable, clock } = testRecoverable()
  const hung = recoverable(() => new Promise<never>(() => undefined), { deadline: '1s', fallback: 1 })
  const ended = expect(hung()).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' })
  await clock.advance(1000)
  await ended
  const guarded = recoverable(async () => Promise.reject(DOWN), { maxRetries: 0, circuitBreaker: { threshold: 1 }, fallback: 1 })

  await expect(guarded()).resolves.toBe(1)
  await expect(guarded()).rejects.toMatchObject({ name: 'CircuitOpenError' })
})

test('retries in memory are taken from the budget of their scope, and successes fill it', async () => {
  const { recoverable } = testRecoverable()
  let up = false
  const work = async () => (up ? 'up' : Promise.reject(DOWN))
  const options = { ...AT_ONCE, maxRetries: 9, budget: { scope: 'api', tokens: 10 } }
  const [first, second] = [recoverable(work, options), recoverable(work, options)]

  await expect(first()).rejects.toMatchObject({ attempts: 3, error: { code: 'RETRY_BUDGET_USED_UP' } })
  await expect(second()).rejects.toMatchObject({ attempts: 1 })
  up = true
  for (let call = 0; call < 5; call++) await first()
  up = false
  await expect(second()).rejects.toMatchObject({ attempts: 2 })
})
