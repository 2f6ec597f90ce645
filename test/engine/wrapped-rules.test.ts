import { expect, test } from 'vitest'
import { currentOperation, custom, type RecoverableOptions } from '../../src/index.ts'
import { gate, testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 2 } as const
const DOWN = new Error('down')
const REFUSED = Object.assign(new Error('no'), { retryable: false })

type Options = Omit<RecoverableOptions, 'fallback'> & { readonly fallback?: unknown }

/** Calls a wrapped function, in memory and durably, that throws or answers what `attempts` say, the last one again and again. */
async function both(attempts: readonly unknown[], options: Options) {
  const work = () => {
    let calls = 0
    const fn = async (_n: number) => {
      const outcome = attempts[Math.min(++calls, attempts.length) - 1]
      if (outcome instanceof Error) throw outcome
      return outcome
    }
    return { fn, calls: () => calls }
  }
  const all = { ...AT_ONCE, ...options, name: 'work' } as RecoverableOptions<[number]>
  const { recoverable, clock, warnings } = testRecoverable()
  const light = work()
  const inMemory = await outcomeOf(recoverable(light.fn, all)(1), clock)
  const engine = await testEngine()
  const durable = work()
  const kept = await outcomeOf(engine.recovery.recoverable(durable.fn, all)(1), engine.clock)
  const { operations } = await engine.recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })
  return { inMemory, kept, calls: [light.calls(), durable.calls()], warnings, operation: operations[0] }
}

async function outcomeOf(answer: Promise<unknown>, clock: { advance(ms: number): Promise<void> }): Promise<unknown> {
  const caught = answer.catch((error: unknown) => error)
  await clock.advance(60_000)
  return caught
}

test.each<[string, unknown[], Options['shouldRetry'], number]>([
  ['false keeps a passing error from being retried', [DOWN], () => false, 1],
  ['true has an error retried that is not retried otherwise', [REFUSED], () => true, 3],
  ['nothing leaves it to the classifier', [REFUSED], () => undefined, 1],
])('shouldRetry: %s', async (_what, attempts, shouldRetry, calls) => {
  const ran = await both(attempts, { ...(shouldRetry && { shouldRetry }) })

  expect(ran.calls).toEqual([calls, calls])
  expect((ran.inMemory as Error).name).toBe((ran.kept as Error).name)
})

test('shouldRetry is asked once for each failure, with the thrown value and what is known about it', async () => {
  const seen: unknown[][] = []
  const shouldRetry = (error: unknown, context: object) => {
    seen.push([error, context])
    return undefined
  }
  await both([DOWN, 1], { shouldRetry })

  expect(seen).toHaveLength(2)
  for (const [error, context] of seen) {
    expect(error).toBe(DOWN)
    expect(context).toMatchObject({ functionName: 'work', attempt: 1, maxAttempts: 3, error: { message: 'down' } })
  }
})

test('a rule that throws is ignored and logged', async () => {
  const broken = () => {
    throw new Error('a bug')
  }
  const { inMemory, kept, warnings } = await both([DOWN, 'done'], { shouldRetry: broken, retryOnResult: broken })

  expect([inMemory, kept]).toEqual(['done', 'done'])
  expect(warnings).toEqual(['shouldRetry threw; it is ignored', 'retryOnResult threw; it is ignored'])
})

test('an answer that retryOnResult refuses is a failure; it is told the answer itself, once', async () => {
  const pending = new Map([['state', 'pending']])
  const seen: unknown[] = []
  const retryOnResult = (value: unknown) => {
    seen.push(value)
    return value === pending
  }
  const { inMemory, kept, calls, operation } = await both([pending, 'done'], { retryOnResult })

  expect([inMemory, kept]).toEqual(['done', 'done'])
  expect(calls).toEqual([2, 2])
  expect(seen).toEqual([pending, 'done', pending, 'done'])
  expect(operation).toMatchObject({ state: 'success', failedAttempts: 1 })
})

test('a refused answer counts as a failure for the circuit breaker', async () => {
  const { recoverable } = testRecoverable()
  const options = { ...AT_ONCE, maxRetries: 0, retryOnResult: () => true, circuitBreaker: { threshold: 1 } }
  const wrapped = recoverable(async () => 'pending', options)

  await expect(wrapped()).rejects.toMatchObject({ error: { code: 'RESULT_REFUSED' } })
  await expect(wrapped()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
})

test('an answer that is refused while a step makes its call durable is judged once', async () => {
  const { recovery, clock } = await testEngine()
  const seen: unknown[] = []
  const options = { ...AT_ONCE, name: 'work', retryOnResult: (value: unknown) => seen.push(value) === 1 }
  const wrapped = recovery.recoverable(async () => {
    currentOperation()
      ?.step('part', () => 1)
      .catch(() => undefined)
    return currentOperation()?.attempt
  }, options)

  const answer = wrapped()
  await clock.advance(10_000)

  await expect(answer).resolves.toBe(2)
  expect(seen).toEqual([1, 2])
})

test('a fallback answers instead of the last failure: any value, also where the store can hold none of it', async () => {
  const answer = new Map([['from', 'the cache']])
  const asked: unknown[][] = []
  const fallback = (...given: unknown[]) => {
    asked.push(given)
    return answer
  }
  const { inMemory, kept, operation } = await both([DOWN], { fallback })

  expect(inMemory).toBe(answer)
  expect(kept).toBe(answer)
  expect(asked).toMatchObject([
    [DOWN, [1], { functionName: 'work', attempt: 3 }],
    [DOWN, [1], { functionName: 'work', attempt: 3 }],
  ])
  expect(operation).toMatchObject({ state: 'success', result: null, error: { message: 'down' } })
})

test('a fallback that is a value is a copy for each call, unless it is none of JSON', async () => {
  const { recoverable } = testRecoverable()
  const down = () => Promise.reject(DOWN)
  const shared = new Set([1])
  const list = recoverable(down as () => Promise<number[]>, { ...AT_ONCE, fallback: [1] })
  const odd = recoverable(down as () => Promise<Set<number>>, { ...AT_ONCE, fallback: shared })
  const first = await list()
  first.push(2)

  await expect(list()).resolves.toEqual([1])
  await expect(odd()).resolves.toBe(shared)
})

test('after refused answers the fallback is what the caller gets', async () => {
  const { inMemory, kept, operation } = await both(['pending'], { retryOnResult: () => true, fallback: 'give up' })

  expect([inMemory, kept]).toEqual(['give up', 'give up'])
  expect(operation).toMatchObject({ state: 'success', result: 'give up', error: { code: 'RESULT_REFUSED' } })
})

test('a fallback that throws, or takes longer than 30 s, leaves the failure as it is', async () => {
  const broken = await both([DOWN], { fallback: () => Promise.reject(new Error('no cache')) })
  const late = await both([DOWN], { fallback: () => gate().opened })

  for (const outcome of [broken.inMemory, broken.kept, late.inMemory, late.kept]) {
    expect(outcome).toMatchObject({ name: 'OperationExhaustedError', cause: DOWN })
  }
  expect(broken.warnings).toEqual(['The fallback failed; the operation ends with its own error'])
})

test('a fallback does not stand for an open circuit breaker, a deadline or a call that was taken back', async () => {
  const { recoverable, clock } = testRecoverable()
  let asked = 0
  const fallback = () => ++asked
  const broken = recoverable(() => Promise.reject(DOWN), {
    maxRetries: 5,
    initialDelay: 0,
    jitter: 0,
    circuitBreaker: { threshold: 1 },
    fallback,
  })
  await expect(broken()).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' })
  const hung = recoverable(() => gate().opened, { deadline: '1s', fallback })
  const late = expect(hung()).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' })
  const controller = new AbortController()
  const waiting = recoverable(() => Promise.reject(DOWN), { initialDelay: '5s', signal: controller.signal, fallback })
  const cancelled = expect(waiting()).rejects.toMatchObject({ name: 'OperationCancelledError' })
  await clock.advance(1000)
  controller.abort()
  await Promise.all([late, cancelled])

  expect(asked).toBe(0)
})

test('a call that is taken back, or past its deadline, while its fallback is at work ends so', async () => {
  const { recoverable, clock } = testRecoverable()
  const controller = new AbortController()
  const options = { ...AT_ONCE, maxRetries: 0, fallback: () => gate().opened }
  const takenBack = recoverable(() => Promise.reject(DOWN), { ...options, signal: controller.signal })
  const late = recoverable(() => Promise.reject(DOWN), { ...options, deadline: '1s' })
  const ended = Promise.all([
    expect(takenBack()).rejects.toMatchObject({ name: 'OperationCancelledError', cause: 'enough' }),
    expect(late()).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED', cause: DOWN }),
  ])
  await clock.advance(500)
  controller.abort('enough')
  await clock.advance(500)
  await ended
})

test.each<[string, object]>([
  ['input', { input: { '~standard': {} } }],
  ['shouldRetry', { shouldRetry: true }],
  ['retryOnResult', { retryOnResult: null }],
])('%s is refused by name when it cannot be used', async (field, options) => {
  const { recoverable } = testRecoverable()
  const { recovery } = await testEngine()

  for (const wrap of [recoverable, recovery.recoverable]) {
    expect(() => wrap(async () => 1, { ...options, name: 'work' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field }),
    )
  }
})

test('a strategy that is at fault is told once for each function, in memory and durably', async () => {
  const { recoverable, clock, warnings } = testRecoverable()
  const strategy = custom('mine', () => Number.NaN)
  const lines: unknown[] = []
  const silent = () => undefined
  const log = { debug: silent, info: silent, error: silent, warn: (fields: object) => void lines.push(fields) }
  const engine = await testEngine({ log })
  const failing = async () => Promise.reject(DOWN)
  const inMemory = recoverable(failing, { strategy })
  const durable = engine.recovery.recoverable(failing, { strategy, name: 'durable', persistence: 'always' })

  for (let call = 1; call <= 2; call++) {
    await outcomeOf(inMemory(), clock)
    await outcomeOf(durable(), engine.clock)
  }
  expect(warnings).toEqual(['The strategy of a function is at fault; exponential waits step in for it'])
  const faults = lines.filter((line) => (line as { fault?: string }).fault !== undefined)
  expect(faults).toEqual([{ functionName: 'durable', fault: 'answered NaN' }])
})
