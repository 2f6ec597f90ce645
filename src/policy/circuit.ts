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
  /** Failures in a row, those of probes included. */
  readonly failures: number
}

interface Closed extends Period {
  readonly kind: 'closed'
  readonly window: BreakerWindow
}

interface Tripped extends Period {
  /** When it last opened. */
  readonly openedAt: number
  /** How often it has opened since it was last closed: the open time grows with it. */
  readonly openings: number
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

/** What a breaker makes of its calls by itself, whatever a person wants. Immutable; its clock never goes back. */
export type Circuit = Closed | Open | HalfOpen

export function newCircuit(now: number, generation = 0): Circuit {
  return { kind: 'closed', generation, since: now, failures: 0, window: EMPTY_WINDOW }
}

/** What time alone makes of it: once its wait is over, an open one is half open. No timer moves it. */
export function circuitAt(circuit: Circuit, now: number): Circuit {
  return circuit.kind === 'open' && now >= circuit.retryAt ? halfOpen(circuit, circuit.openedAt, circuit.retryAt) : circuit
}

/** It has been open since `openedAt`, by itself or because a person wanted it so; from `since` on probes decide. */
export function halfOpen(before: Circuit, openedAt: number, since: number): Circuit {
  const { failures } = before
  const { openings, failureRate } = before.kind === 'closed' ? { openings: 0, failureRate: null } : before
  const period = { generation: before.generation + 1, since, failures }
  return { ...period, kind: 'half_open', openedAt, openings, failureRate, inFlight: 0, successes: 0 }
}

/** The circuit with one more call in it, whose permit is its `generation`; null when it refuses. For one of this instant. */
export function admitted(settings: BreakerSettings, circuit: Circuit): Circuit | null {
  if (circuit.kind === 'closed') return circuit
  if (circuit.kind === 'open' || circuit.inFlight >= settings.probes) return null
  return { ...circuit, inFlight: circuit.inFlight + 1 }
}

/** What a call makes of it. One that was permitted in another generation says nothing any more. */
export function reported(settings: BreakerSettings, circuit: Circuit, permit: number, result: CallResult, now: number): Circuit {
  if (circuit.kind === 'open' || circuit.generation !== permit) return circuit
  if (circuit.kind === 'half_open') return probed(settings, circuit, result, now)
  return result.outcome === 'ignored' ? circuit : counted(settings, circuit, result, now)
}

function counted(settings: BreakerSettings, circuit: Closed, result: CallResult, now: number): Circuit {
  const failed = result.outcome === 'failure'
  // The everyday case: nothing to count, nothing to allocate.
  if (!failed && circuit.failures === 0 && settings.window === null) return circuit
  const failures = failed ? circuit.failures + 1 : 0
  const window =
    settings.window === null
      ? circuit.window
      : record(circuit.window, settings.window, { failed, slow: isSlow(settings, result) }, now)
  const next: Closed = { ...circuit, failures, window }
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

function probed(settings: BreakerSettings, circuit: HalfOpen, result: CallResult, now: number): Circuit {
  const inFlight = circuit.inFlight - 1
  if (result.outcome === 'ignored') return { ...circuit, inFlight }
  if (result.outcome === 'failure' || isSlow(settings, result)) {
    return opened(settings, { ...circuit, failures: circuit.failures + 1 }, result, now)
  }
  const successes = circuit.successes + 1
  return successes < settings.successes ? { ...circuit, inFlight, successes } : newCircuit(now, circuit.generation + 1)
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
  const period = { generation: before.generation + 1, since: now, failures }
  return { ...period, kind: 'open', openedAt: now, retryAt: now + length, openings, failureRate }
}
