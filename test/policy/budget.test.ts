import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetUsedUp, earn, resolveBudget, retryCost, spend } from '../../src/policy/budget.ts'
import { ERROR } from '../operation/situations.ts'

const USUAL = { scope: null, capacity: 500, cost: 5, timeoutCost: 10 }

test('a budget is opt-in, and a function may leave the budget that the defaults give it', () => {
  expect(resolveBudget(undefined, null)).toBeNull()
  expect(resolveBudget(undefined, USUAL)).toEqual(USUAL)
  expect(resolveBudget(true, null)).toEqual(USUAL)
  expect(resolveBudget(true, { ...USUAL, capacity: 50 })).toEqual({ ...USUAL, capacity: 50 })
  expect(resolveBudget(false, USUAL)).toBeNull()
})

test('its options go over the usual ones, and costs never exceed what it holds', () => {
  expect(resolveBudget({ scope: 'api', tokens: 8 }, null)).toEqual({ scope: 'api', capacity: 8, cost: 5, timeoutCost: 8 })
  expect(resolveBudget({ cost: 0, timeoutCost: 1 }, null)).toEqual({ ...USUAL, cost: 0, timeoutCost: 1 })
})

test.each([
  [{ tokens: 0 }, 'budget.tokens'],
  [{ tokens: 1.5 }, 'budget.tokens'],
  [{ tokens: Number.NaN }, 'budget.tokens'],
  [{ cost: -1 }, 'budget.cost'],
  [{ timeoutCost: 501 }, 'budget.timeoutCost'],
  [{ scope: '' }, 'budget.scope'],
  [{ scope: 7 }, 'budget.scope'],
  [{ scope: 'x'.repeat(256) }, 'budget.scope'],
  ['yes', 'budget'],
  [null, 'budget'],
])('%o is refused and the option named', (option, field) => {
  expect(() => resolveBudget(option as never, null)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})

test('a retry costs 5 tokens, after a timeout 10, and is refused when there are fewer', () => {
  expect(retryCost(USUAL, ERROR)).toBe(5)
  expect(retryCost(USUAL, { ...ERROR, category: 'timeout' })).toBe(10)
  expect(spend(10, 10)).toBe(0)
  expect(spend(9, 10)).toBeNull()
})

test('a success gives back what its retry cost, any other adds one, and none fills it beyond the brim', () => {
  expect(earn(100, USUAL, 10)).toBe(110)
  expect(earn(100, USUAL, null)).toBe(101)
  expect(earn(499, USUAL, 10)).toBe(500)
})

test('whatever happens, the tokens lie between zero and the capacity', () => {
  const happenings = fc.array(fc.constantFrom('retry', 'after a timeout', 'success', 'recovered'), { maxLength: 300 })
  fc.assert(
    fc.property(happenings, (list) => {
      let tokens = USUAL.capacity
      for (const what of list) {
        if (what === 'retry') tokens = spend(tokens, 5) ?? tokens
        else if (what === 'after a timeout') tokens = spend(tokens, 10) ?? tokens
        else tokens = earn(tokens, USUAL, what === 'recovered' ? 10 : null)
        expect(tokens).toBeGreaterThanOrEqual(0)
        expect(tokens).toBeLessThanOrEqual(USUAL.capacity)
      }
    }),
  )
})

test('the error of a budget that is used up names it, keeps the error it stopped at and says what to do', () => {
  expect(budgetUsedUp(ERROR, 'api')).toMatchObject({
    message: `The retry budget "api" is used up, so it was not tried again after: ${ERROR.message}`,
    code: 'RETRY_BUDGET_USED_UP',
    category: ERROR.category,
    retryable: true,
    cause: ERROR.message,
    remedy: expect.stringContaining('retry it'),
  })
})
