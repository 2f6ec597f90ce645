import type { StoredBreakerEvent } from './breaker-event.ts'
import type { StoredEvent } from './event.ts'
import type { JsonObject } from './json.ts'
import type { NumberPage } from './query.ts'
import type { StoredSettingsEvent } from './settings-event.ts'

/** Anything that the event log holds. */
export type LogEntry = StoredEvent | StoredBreakerEvent | StoredSettingsEvent

/** Who did what: an entry of the event log that names its actor. */
export interface AuditEntry {
  readonly position: number
  readonly at: number
  readonly actor: string
  /** The type of the event. */
  readonly action: LogEntry['type']
  /** What it was done to: an operation (and its function), or a circuit breaker's scope; both null for settings. */
  readonly operationId: string | null
  readonly functionName: string | null
  readonly scope: string | null
  readonly data: JsonObject | null
}

/** Which entries, by rising position; absent parts do not restrict. */
export interface AuditQuery extends NumberPage {
  readonly actor?: string
  readonly operationId?: string
}

/** The entry of the audit trail that an entry of the log is; null when nobody is named. */
export function auditEntryOf(entry: LogEntry): AuditEntry | null {
  const { position, at, actor, type: action } = entry
  if (actor === null) return null
  const common = { position, at, actor, action }
  const nothing = { operationId: null, functionName: null, scope: null }
  if ('operationId' in entry) {
    const { operationId, functionName, data } = entry
    return { ...common, ...nothing, operationId, functionName, data }
  }
  if ('changes' in entry) return { ...common, ...nothing, data: entry.changes }
  const { scope, state, forced, reason } = entry
  return { ...common, ...nothing, scope, data: { state, forced, reason } }
}
