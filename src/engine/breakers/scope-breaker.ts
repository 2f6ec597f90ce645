import type { BreakerEvent, BreakerEventType } from '../../operation/breaker-event.ts'
import type { Clock } from '../../operation/clock.ts'
import {
  admit,
  type BreakerState,
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
import type { CallResult } from '../../policy/circuit.ts'
import type { Queue } from './blocked-operations.ts'
import { type BreakerInfo, type BreakerMemory, infoOf, probedAtOf } from './breaker-info.ts'

/** The answer of `admit` when a call is refused: no permit is that number. */
export const REFUSED = -1

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
    if (before.kind === 'closed') return before.generation
    const now = this.#clock.now()
    const admission = admit(this.settings, before, now)
    if (admission === null) return REFUSED
    this.#become(admission.state, null, NOBODY, now)
    return admission.permit
  }

  report(permit: number, result: CallResult, trouble: Trouble = null): void {
    const before = this.#state
    const { settings } = this
    if (result.outcome === 'success' && before.kind === 'closed' && before.failures === 0 && settings.window === null) return
    const now = this.#clock.now()
    const after = report(settings, before, permit, result, now)
    // A failure that counts always makes it another one.
    if (result.outcome === 'failure' && after !== before) this.#lastError = trouble
    const opens = after.kind === 'open' && before.kind !== 'open'
    this.#become(after, null, opens ? { reason: this.#wordsOfLast(), actor: null } : NOBODY, now)
  }

  #wordsOfLast(): string | null {
    if (typeof this.#lastError === 'function') this.#lastError = this.#lastError()
    return this.#lastError
  }

  /** Refuses every call, for that long or until it is reset. */
  trip(durationMs: number | null, person: Person): void {
    const now = this.#clock.now()
    this.#become(trip(this.#state, now, durationMs === null ? null : now + durationMs), 'breaker_forced_open', person, now)
  }

  forceClosed(person: Person): void {
    const now = this.#clock.now()
    this.#become(forceClosed(this.#state, now), 'breaker_forced_closed', person, now)
  }

  reset(person: Person): void {
    const now = this.#clock.now()
    this.#become(reset(this.#state, now), 'breaker_reset', person, now)
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
    return this.#state.kind === 'forced_open' && stateAt(this.#state, this.#clock.now()).kind === 'forced_open'
  }

  /** How many calls it would permit at once now: Infinity while it is closed. */
  permits(): number {
    return permits(this.settings, this.#state, this.#clock.now())
  }

  /** How long until a call may be permitted, as far as anybody knows; null: until a person resets it. */
  permitsInMs(): number | null {
    const now = this.#clock.now()
    const from = permitsFrom(this.#state, now)
    return from === null ? null : Math.max(0, from - now)
  }

  /** When time alone will make it permit probes; null when it does now, or when only a person or a probe can. */
  probedAt(): number | null {
    return probedAtOf(stateAt(this.#state, this.#clock.now()))
  }

  info(now = this.#clock.now()): BreakerInfo {
    return infoOf({ scope: this.scope, settings: this.settings, memory: this.memory }, now)
  }

  /** With the one `now` that the change was decided at: its event would otherwise tell of another length of time. */
  #become(after: BreakerState, asked: BreakerEventType | null, { reason, actor }: Person, now: number): void {
    const before = this.#state
    if (after === before) return
    this.#state = after
    const type = asked ?? (after.kind === before.kind ? null : (BY_ITSELF[after.kind] ?? null))
    if (after.kind !== before.kind && (after.kind === 'open' || after.kind === 'forced_open')) this.#trips += 1
    const told = asked !== null || after.kind === 'open' ? reason : null
    this.#onChange(this, type === null ? null : this.#event(type, { reason: told, actor }, now))
    if (this.#lookers.size > 0) this.#tellLookers()
  }

  #event(type: BreakerEventType, person: Person, at: number): BreakerEvent {
    const { scope, state, forced, failureCount, retryAt } = this.info(at)
    return { scope, type, state, forced, failureCount, retryAt, ...person, at }
  }

  /** One that has to wait on is there again before the others have been told. */
  #tellLookers(): void {
    const lookers = [...this.#lookers]
    this.#lookers.clear()
    for (const look of lookers) look()
  }
}
