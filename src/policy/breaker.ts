import type { BreakerSettings } from './breaker-settings.ts'
import { admitted, type CallResult, type Circuit, circuitAt, halfOpen, newCircuit, reported } from './circuit.ts'

/**
 * What a person wants lies over what the breaker makes of its calls by itself, which goes on beneath: it counts the calls
 * that it would have permitted, and opens, waits and probes as it would. Calls that it would have refused say nothing to it.
 */
interface Forced {
  /** When the person said so. */
  readonly since: number
  readonly beneath: Circuit
}

/** No call is permitted: only time, and calls that were under way when it was tripped, move what is beneath. */
interface ForcedOpen extends Forced {
  readonly kind: 'forced_open'
  /** When it is probed again; null: until a person resets it. */
  readonly until: number | null
}

/** Every call is permitted, also those that it would have refused. */
interface ForcedClosed extends Forced {
  readonly kind: 'forced_closed'
}

/** A circuit breaker at one moment. Immutable; instants are those of a clock that never goes back. */
export type BreakerState = Circuit | ForcedOpen | ForcedClosed

/** A call that was permitted, to be reported with this permit. */
export interface Admission {
  /** The breaker with the call in it. */
  readonly state: BreakerState
  readonly permit: number
}

/** The permit of a call that only a person's will permits: what it comes to is not counted. No generation is below 0. */
export const UNCOUNTED = -2

export function newBreaker(now: number): BreakerState {
  return newCircuit(now)
}

/** Whether a person wants it open or closed. */
export function isForced(state: BreakerState): state is ForcedOpen | ForcedClosed {
  return state.kind === 'forced_open' || state.kind === 'forced_closed'
}

/** What it is by itself, whatever a person wants. */
export function circuitOf(state: BreakerState): Circuit {
  return isForced(state) ? state.beneath : state
}

function over(state: BreakerState, circuit: Circuit): BreakerState {
  if (!isForced(state)) return circuit
  return circuit === state.beneath ? state : { ...state, beneath: circuit }
}

/** The state that time alone makes of it. No timer moves it. */
export function stateAt(state: BreakerState, now: number): BreakerState {
  // Nobody knows whether what it protects is well again: find out with a probe.
  if (hasEnded(state, now)) return halfOpen(state.beneath, state.since, state.until)
  return over(state, circuitAt(circuitOf(state), now))
}

/** Whether it was forced open for a time that is over. */
function hasEnded(state: BreakerState, now: number): state is ForcedOpen & { readonly until: number } {
  return state.kind === 'forced_open' && state.until !== null && now >= state.until
}

/** Asks for one call; null when it is refused. While closed its state is the very one that was given. */
export function admit(settings: BreakerSettings, state: BreakerState, now: number): Admission | null {
  const current = stateAt(state, now)
  if (current.kind === 'forced_open') return null
  const circuit = admitted(settings, circuitOf(current))
  if (circuit !== null) return { state: over(current, circuit), permit: circuit.generation }
  return current.kind === 'forced_closed' ? { state: current, permit: UNCOUNTED } : null
}

/** How many calls it would permit at once now. */
export function permits(settings: BreakerSettings, state: BreakerState, now: number): number {
  const current = stateAt(state, now)
  if (current.kind === 'closed' || current.kind === 'forced_closed') return Number.POSITIVE_INFINITY
  return current.kind === 'half_open' ? Math.max(0, settings.probes - current.inFlight) : 0
}

/** From when on a call that is refused at `now` may be permitted, as far as anybody knows; null: once a person resets it. */
export function permitsFrom(state: BreakerState, now: number): number | null {
  const current = stateAt(state, now)
  if (current.kind === 'open') return current.retryAt
  return current.kind === 'forced_open' ? current.until : now
}

/**
 * Reports what a call came to. Calls that were permitted before the breaker last opened, closed or was reset say nothing
 * any more: in half-open only probes count, and a call from before a reset does not open it again.
 *
 * @param permit what `admit` answered
 */
export function report(
  settings: BreakerSettings,
  state: BreakerState,
  permit: number,
  result: CallResult,
  now: number,
): BreakerState {
  return over(state, reported(settings, circuitOf(state), permit, result, now))
}

/** What goes on beneath a new will of a person: that of a trip is not beneath the next one, unless its time is over. */
function beneathOf(state: BreakerState, now: number): Circuit {
  return circuitOf(hasEnded(state, now) ? stateAt(state, now) : state)
}

/** Refuses every call until it is reset, or until `until`, when it is probed. */
export function trip(state: BreakerState, now: number, until: number | null): BreakerState {
  return { kind: 'forced_open', since: now, until, beneath: beneathOf(state, now) }
}

/** Permits every call, whatever they come to, until it is reset or tripped. */
export function forceClosed(state: BreakerState, now: number): BreakerState {
  return { kind: 'forced_closed', since: now, beneath: beneathOf(state, now) }
}

/** As if it were new; what is under way does not count. */
export function reset(state: BreakerState, now: number): BreakerState {
  return newCircuit(now, circuitOf(state).generation + 1)
}
