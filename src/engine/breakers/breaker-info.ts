import type { CircuitState } from '../../operation/breaker-event.ts'
import { type BreakerState, circuitOf, isForced, stateAt } from '../../policy/breaker.ts'
import type { BreakerSettings } from '../../policy/breaker-settings.ts'
import { rateOf, slide } from '../../policy/breaker-window.ts'
import type { Circuit } from '../../policy/circuit.ts'

/** A circuit breaker as it is now, for people. */
export interface BreakerInfo {
  readonly id: string
  readonly scope: string
  readonly state: CircuitState
  /** Whether a person wants it open or closed. */
  readonly forced: boolean
  /**
   * The state that it has by itself; another one than `state` only while a person forces it. Beneath that it goes on: it
   * counts the calls that it would have permitted, and opens, waits and probes as it would.
   */
  readonly computedState: CircuitState
  /** When time alone makes `computedState` half open; null unless that is open. */
  readonly computedRetryAt: number | null
  /** Failures in a row, also while it is forced. */
  readonly failureCount: number
  /** Failures in a row that open it; with rates alone, the calls before a rate can. */
  readonly threshold: number
  /** How long it stays open before it permits a probe; longer each time where the function says so. */
  readonly timeoutMs: number
  /**
   * Part of the calls in the window that failed, or had when it opened by itself, until it is closed again; null without a
   * window, before the first call, when an earlier process opened it, and half open after a trip that found it closed.
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

interface Facts {
  readonly scope: string
  readonly settings: BreakerSettings
  readonly memory: BreakerMemory
}

export function infoOf({ scope, settings, memory }: Facts, now: number): BreakerInfo {
  const { id, trips, lastError } = memory
  const state = stateAt(memory.state, now)
  const circuit = circuitOf(state)
  return {
    id,
    scope,
    state: CIRCUIT[state.kind],
    forced: isForced(state),
    computedState: circuit.kind,
    computedRetryAt: circuit.kind === 'open' ? circuit.retryAt : null,
    failureCount: circuit.failures,
    threshold: settings.threshold ?? settings.minimumCalls,
    timeoutMs: settings.timeoutMs,
    failureRate: failureRateOf(circuit, settings, now),
    openedAt: openedAtOf(state),
    retryAt: probedAtOf(state),
    trips,
    lastError,
  }
}

function failureRateOf(circuit: Circuit, { window }: BreakerSettings, now: number): number | null {
  if (window === null) return null
  return circuit.kind === 'closed' ? rateOf(slide(circuit.window, window, now)) : circuit.failureRate
}

const CIRCUIT: Readonly<Record<BreakerState['kind'], CircuitState>> = {
  closed: 'closed',
  open: 'open',
  half_open: 'half_open',
  forced_open: 'open',
  forced_closed: 'closed',
}

/** When time alone will make it permit probes; null when it does now, or when only a person or a probe can. */
export function probedAtOf(state: BreakerState): number | null {
  if (state.kind === 'open') return state.retryAt
  return state.kind === 'forced_open' ? state.until : null
}

function openedAtOf(state: BreakerState): number | null {
  if (state.kind === 'forced_open') return state.since
  return 'openedAt' in state ? state.openedAt : null
}
