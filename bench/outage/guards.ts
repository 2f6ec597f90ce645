import type { OperationError } from '../../src/operation/operation-error.ts'
import { admit, type BreakerState, newBreaker, permitsFrom, report, stateAt } from '../../src/policy/breaker.ts'
import type { BreakerSettings } from '../../src/policy/breaker-settings.ts'
import { type Budget, earn, retryCost, spend } from '../../src/policy/budget.ts'

/** A client's retry budget; without one every retry is paid for. */
export class Purse {
  readonly #budget: Budget | null
  #tokens: number

  constructor(budget: Budget | null) {
    this.#budget = budget
    this.#tokens = budget?.capacity ?? 0
  }

  pay(error: OperationError): boolean {
    if (this.#budget === null) return true
    const left = spend(this.#tokens, retryCost(this.#budget, error))
    this.#tokens = left ?? this.#tokens
    return left !== null
  }

  succeeded(retried: OperationError | null): void {
    if (this.#budget === null) return
    this.#tokens = earn(this.#tokens, this.#budget, retried === null ? null : retryCost(this.#budget, retried))
  }
}

/** A client's circuit breaker; without one every call is admitted. */
export class Gate {
  readonly #settings: BreakerSettings | null
  #state: BreakerState = newBreaker(0)

  constructor(settings: BreakerSettings | null) {
    this.#settings = settings
  }

  /** The permit, or null when the call is refused. */
  admit(now: number): number | null {
    if (this.#settings === null) return 0
    const admitted = admit(this.#settings, this.#state, now)
    if (admitted === null) return null
    this.#state = admitted.state
    return admitted.permit
  }

  /** From when on a call that is refused now may be admitted. */
  opensAt(now: number): number {
    return this.#settings === null ? now : (permitsFrom(this.#state, now) ?? now)
  }

  /** Answers whether it is closed now. */
  report(permit: number, succeeded: boolean, now: number): boolean {
    if (this.#settings === null) return true
    const result = { outcome: succeeded ? 'success' : 'failure', durationMs: 0, retryAfterMs: null } as const
    this.#state = report(this.#settings, stateAt(this.#state, now), permit, result, now)
    return this.#state.kind === 'closed'
  }
}

const DROP = 0.9

/**
 * How many calls a client may have under way: additive increase, multiplicative decrease (Netflix concurrency-limits):
 * a drop takes a tenth of the limit; a success adds one when at least half of it is used.
 */
export class Limit {
  readonly #on: boolean
  #limit: number
  #inFlight = 0

  constructor(initial: number | null) {
    this.#on = initial !== null
    this.#limit = initial ?? 0
  }

  isFree(): boolean {
    return !this.#on || this.#inFlight < Math.floor(this.#limit)
  }

  take(): void {
    this.#inFlight++
  }

  giveBack(succeeded: boolean): void {
    if (!succeeded) this.#limit = Math.max(1, this.#limit * DROP)
    else if (2 * this.#inFlight >= this.#limit) this.#limit++
    this.#inFlight--
  }
}
