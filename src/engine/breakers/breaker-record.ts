import type { Json, JsonObject } from '../../operation/json.ts'
import type { StoreRecord } from '../../operation/record.ts'
import type { BreakerState } from '../../policy/breaker.ts'
import type { BreakerSettings } from '../../policy/breaker-settings.ts'
import { type Circuit, newCircuit } from '../../policy/circuit.ts'
import type { BreakerMemory } from './breaker-info.ts'
import type { ScopeBreaker } from './scope-breaker.ts'

/** A breaker as it is stored. The names in it are for ever; windows are not kept, they begin anew with the process. */
export function breakerRecord({ scope, memory }: ScopeBreaker): StoreRecord {
  const { id, trips, lastError, state } = memory
  return { kind: 'breaker', key: scope, value: { id, trips, lastError, state: storedState(state) } }
}

function storedState(state: BreakerState): JsonObject {
  const { kind, since } = state
  switch (state.kind) {
    case 'closed':
      return { kind, since, failures: state.failures }
    case 'open':
    case 'half_open': {
      const { openedAt, openings, failures } = state
      // The probes of a process die with it: the next one may send its own at once.
      const retryAt = state.kind === 'open' ? state.retryAt : state.since
      return { kind, since, openedAt, openings, failures, retryAt }
    }
    case 'forced_open':
      return { kind, since, until: state.until, beneath: storedState(state.beneath) }
    case 'forced_closed':
      return { kind, since, beneath: storedState(state.beneath) }
  }
}

/**
 * What a record says, at the instant `now` of a clock that may have been set since. One that was set back keeps nothing
 * open for longer than it was to be open. Null when the record is not one of ours.
 */
export function readBreakerRecord(value: Json, settings: BreakerSettings, now: number): BreakerMemory | null {
  if (!isObject(value) || !isObject(value.state ?? null) || typeof value.id !== 'string') return null
  const state = restoredState(value.state as JsonObject, settings, now)
  if (state === null) return null
  return {
    id: value.id,
    trips: numberOf(value.trips) ?? 0,
    lastError: typeof value.lastError === 'string' ? value.lastError : null,
    state,
  }
}

function restoredState(stored: JsonObject, settings: BreakerSettings, now: number): BreakerState | null {
  const { kind } = stored
  if (kind !== 'forced_open' && kind !== 'forced_closed') return restoredCircuit(stored, settings, now)
  const since = sinceOf(stored, now)
  const known = isObject(stored.beneath ?? null) ? restoredCircuit(stored.beneath as JsonObject, settings, now) : null
  // Versions before this did not keep what is beneath.
  const beneath = known ?? newCircuit(now)
  if (kind === 'forced_closed') return { kind, since, beneath }
  const until = numberOf(stored.until)
  const length = until === null ? 0 : until - (numberOf(stored.since) ?? until)
  return { kind, since, until: until === null ? null : soonest(until, length, now), beneath }
}

function restoredCircuit(stored: JsonObject, settings: BreakerSettings, now: number): Circuit | null {
  const { kind } = stored
  const since = sinceOf(stored, now)
  const failures = numberOf(stored.failures) ?? 0
  if (kind === 'closed') return closedWith(failures, settings, now)
  if (kind !== 'open' && kind !== 'half_open') return null
  const openedAt = numberOf(stored.openedAt) ?? since
  const retryAt = numberOf(stored.retryAt) ?? now
  const length = Math.min(settings.maxTimeoutMs, Math.max(0, retryAt - openedAt))
  const openings = Math.max(1, numberOf(stored.openings) ?? 1)
  return {
    kind: 'open',
    generation: 0,
    since,
    openedAt: Math.min(now, openedAt),
    openings,
    failures,
    failureRate: null,
    retryAt: kind === 'half_open' ? now : soonest(retryAt, length, now),
  }
}

/** It is closed: with a lower threshold than before, the next failure opens it. */
function closedWith(failures: number, { threshold }: BreakerSettings, now: number): Circuit {
  return { ...newCircuit(now), failures: threshold === null ? failures : Math.min(failures, threshold - 1) }
}

function sinceOf({ since }: JsonObject, now: number): number {
  return Math.min(now, numberOf(since) ?? now)
}

function soonest(at: number, lengthMs: number, now: number): number {
  return Math.min(at, now + lengthMs)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
