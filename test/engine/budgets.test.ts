import { expect, test } from 'vitest'
import type { PolicyOptions } from '../../src/index.ts'
import { testEngine } from '../support/engine.ts'

const EXACT = { initialDelay: '1s', jitter: 0, backoffFactor: 1, maxRetries: 3 } as const

/** An engine with functions that fail as they are told, and the tokens of their budgets. */
async function budgeted(functions: Readonly<Record<string, PolicyOptions['budget']>>) {
  const { recovery, clock } = await testEngine()
  let fault: Error | null = new Error('down')
  for (const [name, budget] of Object.entries(functions)) {
    const work = async () => {
      if (fault !== null) throw fault
      return 'up'
    }
    recovery.define(name, work, { ...EXACT, ...(budget !== undefined && { budget }) })
  }
  const budgets = async () =>
    (await recovery.functions()).filter(({ internal }) => !internal).map(({ retryBudget }) => retryBudget)
  return {
    recovery,
    clock,
    fail: (error: Error | null) => {
      fault = error
    },
    tokens: async () => (await budgets())[0]?.tokens,
    budgets,
  }
}

test('each retry is taken out of the budget of its function', async () => {
  const { recovery, clock, tokens } = await budgeted({ call: true })
  await recovery.start('call', null, { id: 'one' })
  expect(await tokens()).toBe(500)
  await clock.advance(0)
  expect(await tokens()).toBe(495)
  await clock.advance(10_000)

  expect(await recovery.operation('one')).toMatchObject({ state: 'exhausted', attempt: 4, error: { message: 'down' } })
  expect(await tokens()).toBe(485)
})

test('a retry after a timeout costs more', async () => {
  const { recovery, clock, tokens, fail } = await budgeted({ call: true })
  fail(Object.assign(new Error('slow'), { code: 'ETIMEDOUT' }))
  await recovery.start('call', null)
  await clock.advance(0)

  expect(await tokens()).toBe(490)
})

test('without tokens there is no retry, and the error says that the budget is used up and what to do', async () => {
  const { recovery, clock } = await budgeted({ call: { scope: 'api', tokens: 7 } })
  await recovery.start('call', null, { id: 'one' })
  await clock.advance(10_000)

  expect(await recovery.operation('one')).toMatchObject({
    state: 'exhausted',
    attempt: 2,
    maxAttempts: 4,
    error: {
      code: 'RETRY_BUDGET_USED_UP',
      message: 'The retry budget "api" is used up, so it was not tried again after: down',
      cause: 'down',
    },
  })
  const { items } = await recovery.attempts('one', { limit: 5 })
  expect(items.map(({ error }) => error?.message)).toEqual(['down', 'down'])
})

test('what was given up for its budget can be retried by a person without force', async () => {
  const { recovery, clock, fail } = await budgeted({ call: { tokens: 1, cost: 1 } })
  await recovery.start('call', null, { id: 'one' })
  await clock.advance(10_000)
  fail(null)
  await recovery.retry('one')
  await clock.advance(0)

  expect(await recovery.operation('one')).toMatchObject({ state: 'success', round: 2 })
})

test('a success that needed a retry gives its cost back, any other adds one', async () => {
  const { recovery, clock, tokens, fail } = await budgeted({ call: true })
  await recovery.start('call', null)
  await clock.advance(1000)
  expect(await tokens()).toBe(490)
  fail(null)
  await clock.advance(1000)
  expect(await tokens()).toBe(495)
  await recovery.run('call', null)
  await clock.advance(0)
  expect(await tokens()).toBe(496)
})

test('a fallback gives nothing back: its success says nothing good about what was called', async () => {
  const { recovery, clock } = await testEngine()
  recovery.define('call', () => Promise.reject(new Error('down')), { ...EXACT, budget: true, fallback: 'instead' })
  const handle = await recovery.start('call', null, { id: 'one' })
  await clock.advance(10_000)

  expect(await recovery.operation(handle.operation.id)).toMatchObject({ state: 'success', result: 'instead' })
  expect((await recovery.functions())[0]?.retryBudget?.tokens).toBe(485)
  expect(recovery.breakers.find('call')).toMatchObject({ failureCount: 4 })
})

test('functions with the same scope share a budget', async () => {
  const { recovery, clock, budgets } = await budgeted({
    one: { scope: 'api' },
    two: { scope: 'api' },
    other: true,
    none: undefined,
  })
  await recovery.start('one', null)
  await clock.advance(0)

  expect(await budgets()).toEqual([
    { scope: 'api', tokens: 495, capacity: 500 },
    { scope: 'api', tokens: 495, capacity: 500 },
    { scope: 'other', tokens: 500, capacity: 500 },
    null,
  ])
})

test('functions that do not agree on the size of their budget are refused', async () => {
  const { recovery } = await budgeted({ one: { scope: 'api', tokens: 100 } })

  expect(() => recovery.define('two', () => 1, { budget: { scope: 'api' } })).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', field: 'budget.tokens', message: expect.stringContaining('"one"') }),
  )
})

test('a retry that the deadline forbids costs nothing', async () => {
  const { recovery, clock, tokens } = await budgeted({ call: true })
  await recovery.start('call', null, { deadline: '500ms' })
  await clock.advance(0)

  expect(await tokens()).toBe(500)
})
