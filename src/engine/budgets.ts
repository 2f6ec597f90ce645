import { InvalidInputError } from '../operation/errors.ts'
import type { OperationError } from '../operation/operation-error.ts'
import { type Budget, earn, retryCost, spend } from '../policy/budget.ts'

/** A budget of one scope. */
export type ScopedBudget = Budget & { readonly scope: string }

/** What of an error decides how much its retry costs. */
type Costly = Pick<OperationError, 'category'>

/** The retry budgets of this server, by scope: in memory, full at the start. */
export class Budgets {
  readonly #tokens = new Map<string, number>()
  /** How large each is, and the function that said so first. */
  readonly #declared = new Map<string, { readonly functionName: string; readonly capacity: number }>()

  /**
   * The budget that a function wants: that of its scope, or of its own name.
   *
   * @throws InvalidInputError when another function of the scope has said otherwise how large it is
   */
  scoped(functionName: string, budget: Budget | null): ScopedBudget | null {
    if (budget === null) return null
    const scoped = { ...budget, scope: budget.scope ?? functionName }
    const other = this.#declared.get(scoped.scope)
    if (other === undefined || other.capacity === scoped.capacity) return scoped
    const message = `The retry budget "${scoped.scope}" has ${other.capacity} tokens since "${other.functionName}" was defined, not ${scoped.capacity}`
    throw new InvalidInputError(message, { field: 'budget.tokens' })
  }

  /** From now on all functions of its scope must agree with this one. */
  declare(functionName: string, { scope, capacity }: ScopedBudget): void {
    if (!this.#declared.has(scope)) this.#declared.set(scope, { functionName, capacity })
  }

  /** The tokens left. */
  tokens({ scope, capacity }: ScopedBudget): number {
    return this.#tokens.get(scope) ?? capacity
  }

  /** Takes what a retry after this error costs; false when there is too little left. */
  spend(budget: ScopedBudget, error: Costly): boolean {
    const left = spend(this.tokens(budget), retryCost(budget, error))
    if (left === null) return false
    this.#tokens.set(budget.scope, left)
    return true
  }

  /**
   * A success came.
   *
   * @param retried the error whose retry succeeded; null when it needed no retry
   */
  earn(budget: ScopedBudget, retried: Costly | null): void {
    const cost = retried === null ? null : retryCost(budget, retried)
    this.#tokens.set(budget.scope, earn(this.tokens(budget), budget, cost))
  }
}
