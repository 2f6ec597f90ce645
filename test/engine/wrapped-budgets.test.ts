import { expect, test } from 'vitest'
import { OperationExhaustedError } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'
import { testRecoverable } from '../support/light.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0, maxRetries: 3 } as const

/** Fails as often as it is told, again and again. */
function flaky(failures: number) {
  let calls = 0
  return async () => {
    if (calls++ % (failures + 1) < failures) throw new Error('down')
    return 'done'
  }
}

test('a budget bounds retries in memory, and the error says that it is used up', async () => {
  const { recoverable } = testRecoverable()
  const wrapped = recoverable(() => Promise.reject(new Error('down')), { ...AT_ONCE, name: 'call', budget: { tokens: 10 } })

  const error = await wrapped().catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(OperationExhaustedError)
  expect(error).toMatchObject({
    attempts: 3,
    cause: { message: 'down' },
    error: { code: 'RETRY_BUDGET_USED_UP', cause: 'down' },
    message: '"call" was given up after 3 attempts: The retry budget "call" is used up, so it was not tried again after: down',
  })
  await expect(wrapped()).rejects.toMatchObject({ attempts: 1 })
})

test('a success gives back what its retry took, any other adds one token', async () => {
  const { recoverable } = testRecoverable()
  const one = recoverable(flaky(1), { ...AT_ONCE, budget: { tokens: 5 } })
  for (let call = 0; call < 5; call++) await expect(one()).resolves.toBe('done')

  let well = false
  const other = recoverable(async () => (well ? 'fine' : Promise.reject(new Error('down'))), {
    ...AT_ONCE,
    budget: { tokens: 5 },
  })
  await expect(other()).rejects.toMatchObject({ attempts: 2 })
  well = true
  for (let call = 0; call < 5; call++) await other()
  well = false
  await expect(other()).rejects.toMatchObject({ attempts: 2 })
})

test('functions share the budget of a scope, and must agree on it; without one each has its own', async () => {
  const { recoverable } = testRecoverable()
  const broken = () => Promise.reject(new Error('down'))
  const budget = { scope: 'api', tokens: 5 }
  const [one, two, own] = [{ budget }, { budget }, { budget: { tokens: 5 } }].map((options) =>
    recoverable(broken, { ...AT_ONCE, ...options, name: 'same' }),
  ) as [typeof broken, typeof broken, typeof broken]

  await expect(one()).rejects.toMatchObject({ attempts: 2 })
  await expect(two()).rejects.toMatchObject({ attempts: 1 })
  await expect(own()).rejects.toMatchObject({ attempts: 2 })
  expect(() => recoverable(broken, { budget: { scope: 'api', tokens: 7 } })).toThrow(
    expect.objectContaining({ field: 'budget.tokens', message: expect.stringContaining('since "same" was defined') }),
  )
})

test('a retry that the deadline forbids takes nothing out of it', async () => {
  const { recoverable, clock } = testRecoverable()
  const options = { ...AT_ONCE, initialDelay: '2s', budget: { scope: 'api', tokens: 5 } } as const
  const hurried = recoverable(flaky(9), { ...options, deadline: '1s' })
  const patient = recoverable(flaky(1), options)

  await expect(hurried()).rejects.toMatchObject({ attempts: 1, error: { message: 'down' } })
  const answer = patient()
  await clock.advance(2000)
  await expect(answer).resolves.toBe('done')
})

test('with a Recovery calls in memory and operations take from one budget, which the API shows', async () => {
  const { recovery, clock } = await testEngine()
  const budget = { scope: 'api' }
  const durable = recovery.recoverable(flaky(1), { ...AT_ONCE, budget, name: 'durable' })
  const light = recovery.recoverable(() => Promise.reject(new Error('down')), { ...AT_ONCE, budget, persistence: 'never' })
  const tokens = async () => (await recovery.functions())[0]?.retryBudget

  await expect(light()).rejects.toMatchObject({ attempts: 4 })
  expect(await tokens()).toEqual({ scope: 'api', tokens: 485, capacity: 500 })
  const answer = durable()
  await clock.advance(0)
  await expect(answer).resolves.toBe('done')
  expect(await tokens()).toMatchObject({ tokens: 485 })
  const inMemory = recovery.recoverable(async () => 'fine', { budget, persistence: 'never' })
  await inMemory()
  expect(await tokens()).toMatchObject({ tokens: 486 })
})
