import type { BreakerSettings } from './breaker-settings.ts'
import { type BreakerWindow, countCalls, EMPTY_WINDOW, rateOf, record } from './breaker-window.ts'
import type { BreakerOutcome } from './error-kinds.ts'

/** What a permitted call came to. */
export interface CallResult {
  readonly outcome: BreakerOutcome
  readonly durationMs: number
  /** How long the other side asked to be left alone, or null. */
  readonly retryAfterMs: number | null
}

interface Period {
  /** Moves by one with each change of kind: a permit is the generation it was given in, so a late report is told apart. */
  readonly generation: number
  /** The instant at which this kind began. */
  readonly since: number
}

interface Closed extends Period {
  readonly kind: 'closed'
  /** Failures in a row. */
  readonly failures: number
  readonly window: BreakerWindow
}

interface Tripped extends Period {
  /** When it last opened. */
  readonly openedAt: number
  /** How often it has opened since it was last closed: the open time grows with it. */
  readonly openings: number
  /** Failures in a row, those of probes included. */
  readonly failures: number
  /** Part of the calls in the window that had failed when it opened; null when no rate was taken. */
  readonly failureRate: number | null
}

interface Open extends Tripped {
  readonly kind: 'open'
  /** From when on a probe is permitted. */
  readonly retryAt: number
}

interface HalfOpen extends Tripped {
  readonly kind: 'half_open'
  /** Probes that were permitted and have not reported. */
  readonly inFlight: number
  readonly successes: number
}

interface ForcedOpen extends Period {
  readonly kind: 'forced_open'
  /** When it is probed again; null: until a person resets it. */
  readonly until: number | null
}

interface ForcedClosed extends Period {
  readonly kind: 'forced_closed'
}

/** A circuit breaker at one moment. Immutable; instants are those of a clock that never goes back. */
export type BreakerState = Closed | Open | HalfOpen | ForcedOpen | ForcedClosed

export function newBreaker(now: number): BreakerState {
  return { kind: 'closed', generation: 0, since: now, failures: 0, window: EMPTY_WINDOW }
}

/** The state that time alone makes of it: once its wait is over, an open breaker is half open. No timer moves it. */
export function stateAt(state: BreakerState, now: number): BreakerState {
  if (state.kind === 'open' && now >= state.retryAt) {
    const { openedAt, openings, failures, failureRate, generation } = state
    return halfOpen({ openedAt, openings, failures, failureRate, generation, since: state.retryAt })
  }
  if (state.kind === 'forced_open' && state.until !== null && now >= state.until) {
    // Nobody knows whether what it protects is well again: find out with a probe.
    const { generation, since, until } = state
    return halfOpen({ openedAt: since, openings: 0, failures: 0, failureRate: null, generation, since: until })
  }
  return state
}

function halfOpen(before: Tripped): HalfOpen {
  return { ...before, kind: 'half_open', generation: before.generation + 1, inFlight: 0, successes: 0 }
}

/**
 * Asks for one call. Answers the state with the call in it, whose `generation` is the permit, or null when it is refused.
 * While closed this is the very state that was given.
 */
export function admit(settings: BreakerSettings, state: BreakerState, now: number): BreakerState | null {
  if (state.kind === 'closed' || state.kind === 'forced_closed') return state
  const current = stateAt(state, now)
  if (current.kind !== 'half_open' || current.inFlight >= settings.probes) return null
  return { ...current, inFlight: current.inFlight + 1 }
}

/** How many calls it would permit at once now. */
export function permits(settings: BreakerSettings, state: BreakerState, now: number): number {
  const current = stateAt(state, now)
  if (current.kind === 'closed' || current.kind === 'forced_closed') return Number.POSITIVE_INFINITY
  return current.kind === 'half_open' ? Math.max(0, settings.probes - current.inFlight) : 0
}

/** From when on a call that is refused at `now` may be permitted, as far as anybody knows. */
export function permitsFrom(settings: BreakerSettings, state: BreakerState, now: number): number {
  const current = stateAt(state, now)
  if (current.kind === 'open') return current.retryAt
  return current.kind === 'forced_open' ? (current.until ?? now + settings.timeoutMs) : now
}

/**
 * Reports what a call came to. Calls that were permitted before the state last changed its kind say nothing any more:
 * in half-open only probes count, and a call from before a reset does not open it again.
 *
 * @param permit the generation of the state that `admit` answered
 */
export function report(
  settings: BreakerSettings,
  state: BreakerState,
  permit: number,
  result: CallResult,
  now: number,
): BreakerState {
  if (state.generation !== permit) return state
  if (state.kind === 'closed') return result.outcome === 'ignored' ? state : counted(settings, state, result, now)
  return state.kind === 'half_open' ? probed(settings, state, result, now) : state
}

function counted(settings: BreakerSettings, state: Closed, result: CallResult, now: number): BreakerState {
  const failed = result.outcome === 'failure'
  // The everyday case: nothing to count, nothing to allocate.
  if (!failed && state.failures === 0 && settings.window === null) return state
  const failures = failed ? state.failures + 1 : 0
  const window =
    settings.window === null
      ? state.window
      : record(state.window, settings.window, { failed, slow: isSlow(settings, result) }, now)
  const next: Closed = { ...state, failures, window }
  if (!mustOpen(settings, next)) return next
  const failureRate = settings.window === null ? null : rateOf(window)
  return opened(settings, { ...next, openings: 0, failureRate }, result, now)
}

function mustOpen(settings: BreakerSettings, { failures, window }: Closed): boolean {
  if (settings.threshold !== null && failures >= settings.threshold) return true
  const counts = countCalls(window)
  if (settings.window === null || counts.calls < settings.minimumCalls) return false
  const { failureRate, slowCallRate } = settings
  return (
    (failureRate !== null && counts.failures / counts.calls >= failureRate) ||
    (slowCallRate !== null && counts.slow / counts.calls >= slowCallRate)
  )
}

function probed(settings: BreakerSettings, state: HalfOpen, result: CallResult, now: number): BreakerState {
  const inFlight = state.inFlight - 1
  if (result.outcome === 'ignored') return { ...state, inFlight }
  if (result.outcome === 'failure' || isSlow(settings, result)) {
    return opened(settings, { ...state, failures: state.failures + 1 }, result, now)
  }
  const successes = state.successes + 1
  if (successes < settings.successes) return { ...state, inFlight, successes }
  return { kind: 'closed', generation: state.generation + 1, since: now, failures: 0, window: EMPTY_WINDOW }
}

function isSlow({ slowCallMs }: BreakerSettings, { durationMs }: CallResult): boolean {
  return slowCallMs !== null && durationMs >= slowCallMs
}

function opened(
  settings: BreakerSettings,
  before: Pick<Tripped, 'generation' | 'openings' | 'failures' | 'failureRate'>,
  { retryAfterMs }: CallResult,
  now: number,
): Open {
  const openings = before.openings + 1
  const grown = settings.timeoutMs * settings.growth ** (openings - 1)
  const length = Math.min(settings.maxTimeoutMs, Math.max(grown, retryAfterMs ?? 0))
  const { failures, failureRate } = before
  const period = { generation: before.generation + 1, since: now }
  return { ...period, kind: 'open', openedAt: now, retryAt: now + length, openings, failures, failureRate }
}

/** Refuses every call until it is reset, or until `until`, when it is probed. */
export function trip(state: BreakerState, now: number, until: number | null): BreakerState {
  return { kind: 'forced_open', generation: state.generation + 1, since: now, until }
}

/** Permits every call, whatever they come to, until it is reset or tripped. */
export function forceClosed(state: BreakerState, now: number): BreakerState {
  return { kind: 'forced_closed', generation: state.generation + 1, since: now }
}

/** As if it were new; what is under way does not count. */
export function reset(state: BreakerState, now: number): BreakerState {
  return { ...newBreaker(now), generation: state.generation + 1 }
}
