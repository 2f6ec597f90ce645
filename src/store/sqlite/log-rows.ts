import type { LogEntry } from '../../operation/audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../../operation/breaker-event.ts'
import { SETTINGS_CHANGED, type SettingsEvent, type StoredSettingsEvent } from '../../operation/settings-event.ts'
import { textOrDamaged } from '../encryption/damaged.ts'
import { sealText, type Vault } from '../encryption/vault.ts'
import { type EventRow, toStoredEvent } from './child-rows.ts'
import type { SqlValue } from './operation-row.ts'

/** An event of a breaker or of settings is a row that belongs to no operation: none has the empty id. */
export const NO_OPERATION = ''

/** Values of EVENT_COLUMNS: the scope stands in the place of the function, the reason in that of the error. */
export function breakerEventValues(event: BreakerEvent, vault: Vault | null): SqlValue[] {
  const { scope, type, state, forced, failureCount, reason, retryAt, actor, at } = event
  const data = JSON.stringify({ forced, failureCount })
  return [
    NO_OPERATION,
    scope,
    type,
    state,
    0,
    0,
    0,
    sealText(vault, reason, 'events.error', scope),
    retryAt,
    null,
    actor,
    data,
    at,
  ]
}

export function toStoredBreakerEvent(row: EventRow, vault: Vault | null): StoredBreakerEvent {
  // What was written was a breaker's event.
  const { type, state } = row as unknown as Pick<StoredBreakerEvent, 'type' | 'state'>
  return {
    position: row.position,
    scope: row.function_name,
    type,
    state,
    ...JSON.parse(row.data as string),
    retryAt: row.next_attempt_at,
    reason: textOrDamaged(vault, row.error, 'events.error', row.function_name),
    actor: row.actor,
    at: row.at,
  }
}

/** Values of EVENT_COLUMNS: it has no scope, and the changes stand in the place of the data. */
export function settingsEventValues({ type, changes, actor, at }: SettingsEvent): SqlValue[] {
  return [NO_OPERATION, '', type, '', 0, 0, 0, null, null, null, actor, JSON.stringify(changes), at]
}

function toStoredSettingsEvent({ position, actor, data, at }: EventRow): StoredSettingsEvent {
  return { position, type: SETTINGS_CHANGED, changes: JSON.parse(data as string), actor, at }
}

/** Whatever it is about. */
export function toLogEntry(row: EventRow, vault: Vault | null): LogEntry {
  if (row.operation_id !== NO_OPERATION) return toStoredEvent(row, vault)
  return (row.type as string) === SETTINGS_CHANGED ? toStoredSettingsEvent(row) : toStoredBreakerEvent(row, vault)
}
