import { copyJson, type Json } from '../operation/json.ts'
import { redactText } from '../policy/redact.ts'
import { isStrayPromise } from '../policy/stray-promise.ts'
import type { ScopeBreaker } from './breakers/scope-breaker.ts'

/** So many breakers has a function at most. Those at rest give way to others, the longest unused first. */
export const MAX_BREAKERS = 1000
const MAX_SCOPE = 255

/** What a function names the scope of an input by; foreign code. */
export type ScopeOf = (input: never) => unknown

interface Parts {
  readonly make: (scope: string) => ScopeBreaker | null
  readonly drop: (breaker: ScopeBreaker) => void
}

/** The breakers of one function that has one for each part of the world it calls, such as a host: made as inputs name them. */
export class InputScopes {
  readonly #prefix: string
  readonly #scopeOf: ScopeOf
  readonly #parts: Parts
  /** The longest unused first. */
  readonly #byScope = new Map<string, ScopeBreaker>()

  constructor(functionName: string, scopeOf: ScopeOf, parts: Parts) {
    this.#prefix = `${functionName}:`
    this.#scopeOf = scopeOf
    this.#parts = parts
  }

  /** The breaker of an input's scope; null when it has none, or when too many others have something to remember. */
  of(input: Json): ScopeBreaker | null {
    const scope = this.#scope(input)
    return scope === null ? null : this.at(scope)
  }

  /** Whether a scope can be one of this function's. */
  owns(scope: string): boolean {
    return scope.startsWith(this.#prefix)
  }

  at(scope: string): ScopeBreaker | null {
    const breaker = this.#byScope.get(scope) ?? this.#made(scope)
    if (breaker === null) return null
    this.#byScope.delete(scope)
    this.#byScope.set(scope, breaker)
    return breaker
  }

  all(): Iterable<ScopeBreaker> {
    return this.#byScope.values()
  }

  #made(scope: string): ScopeBreaker | null {
    return this.#hasRoom() ? this.#parts.make(scope) : null
  }

  #hasRoom(): boolean {
    if (this.#byScope.size < MAX_BREAKERS) return true
    for (const [scope, breaker] of this.#byScope) {
      if (!breaker.isAtRest || breaker.functions.size > 1) continue
      this.#byScope.delete(scope)
      this.#parts.drop(breaker)
      return true
    }
    return false
  }

  #scope(input: Json): string | null {
    try {
      const name: unknown = this.#scopeOf(copyJson(input) as never)
      if (isStrayPromise(name) || typeof name !== 'string' || name === '' || !name.isWellFormed()) return null
      const scope = `${this.#prefix}${redactText(name)}`
      return scope.length > MAX_SCOPE ? null : scope
    } catch {
      return null
    }
  }
}
