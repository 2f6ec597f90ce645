import { InvalidInputError } from '../../operation/errors.ts'
import { type BreakerPolicy, type BreakerSettings, isSame } from '../../policy/breaker-settings.ts'
import type { ScopeBreaker } from './scope-breaker.ts'

/** Circuit breakers, one a scope. */
export class BreakerScopes {
  readonly #make: (scope: string, settings: BreakerSettings) => ScopeBreaker
  readonly #byScope = new Map<string, ScopeBreaker>()

  constructor(make: (scope: string, settings: BreakerSettings) => ScopeBreaker) {
    this.#make = make
  }

  /**
   * The breaker that a function wants: that of its scope, or of its own name.
   *
   * @throws InvalidInputError when another function of the scope wants it to behave otherwise
   */
  join(name: string, { scope: wanted, settings }: BreakerPolicy): ScopeBreaker {
    const scope = wanted ?? name
    const found = this.#byScope.get(scope)
    if (found === undefined) {
      const made = this.#make(scope, settings)
      this.#byScope.set(scope, made)
      return made
    }
    if (isSame(found.settings, settings)) return found
    const others = found.functionNames().join(', ') || 'other functions'
    throw new InvalidInputError(
      `The circuit breaker "${scope}" of "${name}" is shared with ${others}, which set it otherwise; use the same options or another scope`,
      { field: 'circuitBreaker' },
    )
  }

  /** One that nobody joins by naming it as its scope. */
  add(breaker: ScopeBreaker): void {
    this.#byScope.set(breaker.scope, breaker)
  }

  delete(breaker: ScopeBreaker): void {
    this.#byScope.delete(breaker.scope)
  }

  all(): readonly ScopeBreaker[] {
    return [...this.#byScope.values()]
  }

  find(scope: string): ScopeBreaker | undefined {
    return this.#byScope.get(scope)
  }
}
