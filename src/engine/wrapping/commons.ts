import type { Clock } from '../../operation/clock.ts'
import type { NewId } from '../../operation/ids.ts'
import type { BreakerPolicy, BreakerSettings } from '../../policy/breaker-settings.ts'
import type { Policy } from '../../policy/policy.ts'
import { BreakerScopes } from '../breakers/breaker-scopes.ts'
import { ScopeBreaker } from '../breakers/scope-breaker.ts'
import { Budgets, type ScopedBudget } from '../budgets.ts'
import { type Outages, SampleBook } from '../sample-book.ts'

/** What wrapped functions have in common with each other, and with the functions that their Recovery defines. */
export interface Commons {
  readonly breakers: Pick<BreakerScopes, 'join'>
  readonly budgets: Budgets
  readonly outages: Outages
  /** Whether names stand for functions, as they do where operations carry them; else two functions may have one name. */
  readonly named: boolean
}

/** A function's part in them. */
export interface Share {
  /** Refuses calls while what they call is down; null: nobody does. */
  readonly breaker: ScopeBreaker | null
  /** What its retries are taken from; null: nothing. */
  readonly budget: ScopedBudget | null
  readonly budgets: Budgets
  /** How long its outages have lasted. */
  readonly outages: Outages
}

/** Of functions without a Recovery. */
export function standaloneCommons(clock: Clock, newId: NewId): Commons {
  const breakers = new BreakerScopes((scope, settings) => ownBreaker(scope, settings, clock, newId))
  return { breakers, budgets: new Budgets(), outages: new SampleBook(), named: false }
}

function ownBreaker(scope: string, settings: BreakerSettings, clock: Clock, newId: NewId): ScopeBreaker {
  return new ScopeBreaker(scope, settings, newId('cb'), clock, () => undefined)
}

/**
 * A function shares what it names a scope for; the rest too when its name stands for it, else it has its own.
 *
 * @throws InvalidInputError when another function of a scope wants it otherwise
 */
export function shareOf(
  commons: Commons,
  { name, isKnown, policy }: { readonly name: string; readonly isKnown: boolean; readonly policy: Policy },
  { clock, newId }: { readonly clock: Clock; readonly newId: NewId },
): Share {
  const breakerOf = (wanted: BreakerPolicy) =>
    isKnown || wanted.scope !== null ? commons.breakers.join(name, wanted) : ownBreaker(name, wanted.settings, clock, newId)
  const budgets = isKnown || (policy.budget?.scope ?? null) !== null ? commons.budgets : new Budgets()
  const budget = budgets.scoped(name, policy.budget)
  const breaker = policy.breaker === null ? null : breakerOf(policy.breaker)
  if (budget !== null) budgets.declare(name, budget)
  return { breaker, budget, budgets, outages: isKnown ? commons.outages : new SampleBook() }
}
