import { InvalidInputError } from '../operation/errors.ts'
import type { OperationError } from '../operation/operation-error.ts'
import { inRange } from './checks.ts'
import { optionNames, refuseUnknown } from './known-options.ts'

/** What can be said about a retry budget; absent options take 500 tokens, 5 a retry, 10 after a timeout. */
export interface BudgetOptions {
  /** Functions with the same scope share one budget: name the dependency. Default: the function's name. */
  readonly scope?: string
  /** The most tokens there are, and those at the start, 1 to 1,000,000. All functions of a scope say the same. */
  readonly tokens?: number
  /** What a retry costs, from 0 to `tokens`. */
  readonly cost?: number
  /** What a retry after a timeout costs, from 0 to `tokens`: an overloaded dependency times out. */
  readonly timeoutCost?: number
}

/**
 * A retry budget: while a dependency is down, retries of all operations together are bounded, because it is the retries
 * that keep an overloaded one down. Sources: the standard retry mode of the AWS SDKs (500 tokens, 5 and 10); gRPC A6;
 * M. Brooker, "Fixing retries with token buckets and circuit breakers", 2022.
 */
export interface Budget {
  /** Null: the function's name. */
  readonly scope: string | null
  readonly capacity: number
  readonly cost: number
  readonly timeoutCost: number
}

const DEFAULTS: Budget = { scope: null, capacity: 500, cost: 5, timeoutCost: 10 }
const OPTIONS = optionNames<BudgetOptions>({ scope: true, tokens: true, cost: true, timeoutCost: true })
const MAX_TOKENS = 1_000_000
const MAX_SCOPE = 255
/** What a success that needed no retry adds. */
const SUCCESS_TOKENS = 1

/** @throws InvalidInputError naming the option that is out of its range */
export function resolveBudget(option: boolean | BudgetOptions | undefined, fallback: Budget | null): Budget | null {
  if (option === undefined) return fallback
  if (option === false) return null
  if (option === true) return fallback ?? DEFAULTS
  if (typeof option !== 'object' || option === null) {
    throw new InvalidInputError('budget must be true, false or its options', { field: 'budget' })
  }
  refuseUnknown(option, OPTIONS, 'budget')
  const defaults = fallback ?? DEFAULTS
  const capacity = inRange(option.tokens, 'budget.tokens', 1, MAX_TOKENS, defaults.capacity)
  const costOf = (value: number | undefined, name: string, usual: number) =>
    inRange(value, name, 0, capacity, Math.min(usual, capacity))
  return {
    scope: option.scope === undefined ? defaults.scope : checkScope(option.scope),
    capacity,
    cost: costOf(option.cost, 'budget.cost', defaults.cost),
    timeoutCost: costOf(option.timeoutCost, 'budget.timeoutCost', defaults.timeoutCost),
  }
}

function checkScope(scope: string): string {
  if (typeof scope === 'string' && scope.length > 0 && scope.length <= MAX_SCOPE) return scope
  throw new InvalidInputError(`budget.scope has 1 to ${MAX_SCOPE} characters`, { field: 'budget.scope' })
}

/** The tokens that a retry after this error takes. */
export function retryCost(budget: Budget, error: Pick<OperationError, 'category'>): number {
  return error.category === 'timeout' ? budget.timeoutCost : budget.cost
}

/** The tokens left after a retry, or null when there are too few for it. */
export function spend(tokens: number, cost: number): number | null {
  return tokens < cost ? null : tokens - cost
}

/**
 * The tokens after a success: one that needed a retry gives back what that retry cost, any other adds 1.
 *
 * @param cost what the last retry before the success had cost; null when there was none
 */
export function earn(tokens: number, budget: Budget, cost: number | null): number {
  return Math.min(budget.capacity, tokens + (cost ?? SUCCESS_TOKENS))
}

/** Why an operation ends although its error could be retried. */
export function budgetUsedUp(error: OperationError, scope: string): OperationError {
  return {
    ...error,
    message: `The retry budget "${scope}" is used up, so it was not tried again after: ${error.message}`,
    name: 'RetryBudgetUsedUpError',
    code: 'RETRY_BUDGET_USED_UP',
    remedy: 'Too much fails at once. Mend what it calls, then retry it; the budget fills up again as calls succeed.',
    stack: null,
    cause: error.message,
  }
}
