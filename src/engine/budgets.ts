import type { OperationError } from '../operation/operation-error.ts'
import { type Budget, earn, retryCost, spend } from '../policy/budget.ts'

/** A budget of one scope. */
export type ScopedBudget = Budget & { readonly scope: string }

/** The retry budgets of this server, by scope: in memory, full at the start. */
export class Budgets {
  readonly #tokens = new Map<string, number>()

  /** The tokens left. */
  tokens({ scope, capacity }: ScopedBudget): number {
    return this.#tokens.get(scope) ?? capacity
  }

  /** Takes what a retry after this error costs; false when there is too little left. */
  spend(budget: ScopedBudget, error: Pick<OperationError, 'category'>): boolean {
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
  earn(budget: ScopedBudget, retried: Pick<OperationError, 'category'> | null): void {
    const cost = retried === null ? null : retryCost(budget, retried)
    this.#tokens.set(budget.scope, earn(this.tokens(budget), budget, cost))
  }
}
