import type { BreakerEvent, BreakerEventType, CircuitState } from '../../operation/breaker-event.ts'
import type { Clock } from '../../operation/clock.ts'
import {
  admit,
  type BreakerState,
  type CallResult,
  forceClosed,
  newBreaker,
  permits,
  permitsFrom,
  report,
  reset,
  stateAt,
  trip,
} from '../../policy/breaker.ts'
import type { BreakerSettings } from '../../policy/breaker-settings.ts'
import { rateOf, slide } from '../../policy/breaker-window.ts'
import type { Queue } from './blocked-operations.ts'

/** The answer of `admit` when a call is refused. */
export const REFUSED = -1

/** A circuit breaker as it is now, for people. */
export interface BreakerInfo {
  readonly id: string
  readonly scope: string
  readonly state: CircuitState
  /** Whether a person wants it open or closed. */
  readonly forced: boolean
  readonly failureCount: number
  /** Failures in a row that open it; with rates alone, the calls before a rate can. */
  readonly threshold: number
  /**
   * Part of the calls in the window that failed, or had when it opened, until it is closed again; null without a window,
   * before the first call, and when a person or an earlier process opened it.
   */
  readonly failureRate: number | null
  readonly openedAt: number | null
  readonly retryAt: number | null
  readonly trips: number
  readonly lastError: string | null
}

/** What was remembered of a breaker over a restart. */
export interface BreakerMemory {
  readonly id: string
  readonly trips: number
  readonly lastError: string | null
  readonly state: BreakerState
}

/** What went wrong, when something did; to be put into words once somebody wants to know. */
export type Trouble = string | null | (() => string)

/** Told of each change; `event` is null when only its counts changed. */
export type OnBreakerChange = (breaker: ScopeBreaker, event: BreakerEvent | null) => void

interface Person {
  readonly reason: string | null
  readonly actor: string | null
}

const NOBODY: Person = { reason: null, actor: null }
const BY_ITSELF: Partial<Record<BreakerState['kind'], BreakerEventType>> = {
  open: 'breaker_opened',
  half_open: 'breaker_half_opened',
  closed: 'breaker_closed',
}

/** The breaker of one scope: the pure one of the policies, with a clock and a memory. */
export class ScopeBreaker {
  readonly scope: string
  /** Settings that change at run time change it: for what it decides next. */
  settings: BreakerSettings
  /** The functions whose attempts it is asked about. */
  readonly functions = new Set<string>()
  /** Those of them that have other breakers too, by input: of their operations it holds up only what it refused itself. */
  readonly functionsByInput = new Set<string>()
  readonly #clock: Clock
  readonly #onChange: OnBreakerChange
  #id: string
  #state: BreakerState
  #trips = 0
  #lastError: Trouble = null
  readonly #lookers = new Set<() => void>()

  constructor(scope: string, settings: BreakerSettings, id: string, clock: Clock, onChange: OnBreakerChange) {
    this.scope = scope
    this.settings = settings
    this.#id = id
    this.#clock = clock
    this.#onChange = onChange
    this.#state = newBreaker(clock.now())
  }

  get memory(): BreakerMemory {
    return { id: this.#id, trips: this.#trips, lastError: this.#wordsOfLast(), state: this.#state }
  }

  remember({ id, trips, lastError, state }: BreakerMemory): void {
    this.#id = id
    this.#trips = trips
    this.#lastError = lastError
    this.#state = state
  }

  /** A permit for one call, which must be reported whatever becomes of it, or REFUSED. */
  admit(): number {
    const before = this.#state
    // The everyday case, without a look at the clock.
    if (before.kind === 'closed' || before.kind === 'forced_closed') return before.generation
    const after = admit(this.settings, before, this.#clock.now())
    if (after === null) return REFUSED
    this.#become(after, null, NOBODY)
    return after.generation
  }

  report(permit: number, result: CallResult, trouble: Trouble = null): void {
    const before = this.#state
    const { settings } = this
    if (result.outcome === 'success' && before.kind === 'closed' && before.failures === 0 && settings.window === null) return
    if (result.outcome === 'failure' && permit === before.generation) this.#lastError = trouble
    const after = report(settings, before, permit, result, this.#clock.now())
    const opens = after.kind === 'open' && before.kind !== 'open'
    this.#become(after, null, opens ? { reason: this.#wordsOfLast(), actor: null } : NOBODY)
  }

  #wordsOfLast(): string | null {
    if (typeof this.#lastError === 'function') this.#lastError = this.#lastError()
    return this.#lastError
  }

  /** Refuses every call, for that long or until it is reset. */
  trip(durationMs: number | null, person: Person): void {
    const now = this.#clock.now()
    this.#become(trip(this.#state, now, durationMs === null ? null : now + durationMs), 'breaker_forced_open', person)
  }

  forceClosed(person: Person): void {
    this.#become(forceClosed(this.#state, this.#clock.now()), 'breaker_forced_closed', person)
  }

  reset(person: Person): void {
    this.#become(reset(this.#state, this.#clock.now()), 'breaker_reset', person)
  }

  /** Calls `look` once, at the next change of whatever kind, unless what it answers is called before. */
  atNextChange(look: () => void): () => void {
    this.#lookers.add(look)
    return () => this.#lookers.delete(look)
  }

  functionNames(): readonly string[] {
    return [...this.functions]
  }

  /** Whose operations wait for it. */
  queues(): readonly Queue[] {
    return this.functionNames().map((functionName) => ({
      functionName,
      scope: this.functionsByInput.has(functionName) ? this.scope : null,
    }))
  }

  /** Whether it is as good as new: nothing is lost with it. */
  get isAtRest(): boolean {
    return this.#state.kind === 'closed' && this.#state.failures === 0
  }

  /** Whether a person keeps it open. */
  get isForcedOpen(): boolean {
    return this.#state.kind === 'forced_open' && stateAt(this.#state, this.#clock.now()) === this.#state
  }

  /** How many calls it would permit at once now: Infinity while it is closed. */
  permits(): number {
    return permits(this.settings, this.#state, this.#clock.now())
  }

  /** From when on a call may be permitted, as far as anybody knows. */
  permitsFrom(): number {
    return permitsFrom(this.settings, this.#state, this.#clock.now())
  }

  /** When time alone will make it permit probes; null when it does now, or when only a person or a probe can. */
  probedAt(): number | null {
    const state = stateAt(this.#state, this.#clock.now())
    if (state.kind === 'open') return state.retryAt
    return state.kind === 'forced_open' ? state.until : null
  }

  info(): BreakerInfo {
    const now = this.#clock.now()
    const state = stateAt(this.#state, now)
    return {
      id: this.#id,
      scope: this.scope,
      state: CIRCUIT[state.kind],
      forced: state.kind === 'forced_open' || state.kind === 'forced_closed',
      failureCount: 'failures' in state ? state.failures : 0,
      threshold: this.settings.threshold ?? this.settings.minimumCalls,
      failureRate: this.#failureRate(state, now),
      openedAt: openedAtOf(state),
      retryAt: this.probedAt(),
      trips: this.#trips,
      lastError: this.#wordsOfLast(),
    }
  }

  #failureRate(state: BreakerState, now: number): number | null {
    const { window } = this.settings
    if (window === null) return null
    if (state.kind === 'closed') return rateOf(slide(state.window, window, now))
    return 'failureRate' in state ? state.failureRate : null
  }

  #become(after: BreakerState, asked: BreakerEventType | null, { reason, actor }: Person): void {
    const before = this.#state
    if (after === before) return
    this.#state = after
    const type = asked ?? (after.kind === before.kind ? null : (BY_ITSELF[after.kind] ?? null))
    if (after.kind !== before.kind && (after.kind === 'open' || after.kind === 'forced_open')) this.#trips += 1
    const told = asked !== null || after.kind === 'open' ? reason : null
    this.#onChange(this, type === null ? null : this.#event(type, { reason: told, actor }))
    if (this.#lookers.size > 0) this.#tellLookers()
  }

  #event(type: BreakerEventType, person: Person): BreakerEvent {
    const { scope, state, forced, failureCount, retryAt } = this.info()
    return { scope, type, state, forced, failureCount, retryAt, ...person, at: this.#clock.now() }
  }

  /** One that has to wait on is there again before the others have been told. */
  #tellLookers(): void {
    const lookers = [...this.#lookers]
    this.#lookers.clear()
    for (const look of lookers) look()
  }
}

const CIRCUIT: Readonly<Record<BreakerState['kind'], CircuitState>> = {
  closed: 'closed',
  open: 'open',
  half_open: 'half_open',
  forced_open: 'open',
  forced_closed: 'closed',
}

function openedAtOf(state: BreakerState): number | null {
  if (state.kind === 'forced_open') return state.since
  return 'openedAt' in state ? state.openedAt : null
}
