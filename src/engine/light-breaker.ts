import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../operation/clock.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { admit, type BreakerState, newBreaker, permitsFrom, report } from '../policy/breaker.ts'
import type { BreakerPolicy, BreakerSettings } from '../policy/breaker-settings.ts'
import type { BreakerOutcome } from '../policy/error-kinds.ts'

/** A circuit breaker before calls of wrapped functions that stay in memory. Reads the clock only when time matters. */
export class LightBreaker {
  readonly scope: string
  readonly settings: BreakerSettings
  readonly #clock: Clock
  /** Whether it must know how long calls take, or when they came. */
  readonly #timed: boolean
  #state: BreakerState
  /** What all calls have in common that are permitted while it is closed, where their times do not matter. */
  #everyday: Permit

  constructor(scope: string, settings: BreakerSettings, clock: Clock) {
    this.scope = scope
    this.settings = settings
    this.#clock = clock
    this.#timed = settings.slowCallMs !== null || settings.window !== null
    this.#state = newBreaker(clock.now())
    this.#everyday = new Permit(this, this.#state.generation, 0)
  }

  /** Asks for one call; null when it is refused. Each permit is to be reported on, or a probe would never end. */
  admit(): Permit | null {
    if (this.#state.kind === 'closed' && !this.#timed) return this.#everyday
    const now = this.#clock.now()
    const admitted = admit(this.settings, this.#state, now)
    if (admitted === null) return null
    this.#become(admitted)
    return new Permit(this, admitted.generation, now)
  }

  /** How long a call that is refused now has to wait, as far as anybody knows; at least 1 ms. */
  retryAfterMs(): number {
    const now = this.#clock.now()
    return Math.max(1, permitsFrom(this.settings, this.#state, now) - now)
  }

  report(permit: Permit, outcome: BreakerOutcome, retryAfterMs: number | null): void {
    const state = this.#state
    // The everyday case costs neither a look at the clock nor a call.
    if (outcome === 'success' && state.kind === 'closed' && state.failures === 0 && !this.#timed) return
    const now = this.#clock.now()
    const durationMs = this.#timed ? now - permit.startedAt : 0
    this.#become(report(this.settings, state, permit.generation, { outcome, durationMs, retryAfterMs }, now))
  }

  #become(state: BreakerState): void {
    if (state.generation !== this.#state.generation) this.#everyday = new Permit(this, state.generation, 0)
    this.#state = state
  }
}

/** The right to make one call. */
export class Permit {
  readonly generation: number
  readonly startedAt: number
  readonly #breaker: LightBreaker

  constructor(breaker: LightBreaker, generation: number, startedAt: number) {
    this.#breaker = breaker
    this.generation = generation
    this.startedAt = startedAt
  }

  /** What the call says of the health of what it called, and how long that asked to be left alone. */
  report(outcome: BreakerOutcome, retryAfterMs: number | null = null): void {
    this.#breaker.report(this, outcome, retryAfterMs)
  }
}

/** The breakers that wrapped functions share by naming one scope. */
export class LightBreakers {
  readonly #clock: Clock
  readonly #byScope = new Map<string, LightBreaker>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * The breaker of a function: of its own when it names no scope, because names of functions need not be unique.
   *
   * @throws InvalidInputError when the scope is there with other settings
   */
  of(name: string, { scope, settings }: BreakerPolicy): LightBreaker {
    if (scope === null) return new LightBreaker(name, settings, this.#clock)
    const found = this.#byScope.get(scope)
    if (found === undefined) {
      const made = new LightBreaker(scope, settings, this.#clock)
      this.#byScope.set(scope, made)
      return made
    }
    if (isDeepStrictEqual(found.settings, settings)) return found
    throw new InvalidInputError(
      `The circuit breaker "${scope}" is there with other settings; functions of one scope share them`,
      {
        field: 'circuitBreaker.scope',
      },
    )
  }
}
