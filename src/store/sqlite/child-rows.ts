import type { Attempt } from '../../operation/attempt.ts'
import type { LogEntry } from '../../operation/audit.ts'
import type { BreakerEvent, StoredBreakerEvent } from '../../operation/breaker-event.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import type { Json } from '../../operation/json.ts'
import { SETTINGS_CHANGED, type SettingsEvent, type StoredSettingsEvent } from '../../operation/settings-event.ts'
import type { Step, StepKind } from '../../operation/step.ts'
import { errorText, fromText, type SqlValue, toText } from './operation-row.ts'

/** A row of `recovery_attempts`. */
export interface AttemptRow {
  readonly id: string
  readonly operation_id: string
  readonly sequence: number
  readonly round: number
  readonly started_at: number
  readonly finished_at: number | null
  readonly outcome: Attempt['outcome']
  readonly delay_before_ms: number | null
  readonly strategy: string | null
  readonly server: string
  readonly error: string | null
}

/** A row of `recovery_steps`. */
export interface StepRow {
  readonly id: string
  readonly operation_id: string
  readonly name: string
  readonly output: string | null
  readonly started_at: number
  readonly finished_at: number
  readonly attempt: number
  readonly undone_at: number | null
  readonly kind: StepKind
  readonly position: number | null
  readonly unfinished: string | null
}

/** A row of `recovery_events`. */
export interface EventRow {
  readonly position: number
  readonly operation_id: string
  readonly function_name: string
  readonly type: StoredEvent['type']
  readonly state: StoredEvent['state']
  readonly attempt: number
  readonly max_attempts: number
  readonly total_attempts: number
  readonly error: string | null
  readonly next_attempt_at: number | null
  readonly duration_ms: number | null
  readonly actor: string | null
  readonly data: string | null
  readonly at: number
}

export const ATTEMPT_COLUMNS = [
  'id',
  'operation_id',
  'sequence',
  'round',
  'started_at',
  'finished_at',
  'outcome',
  'delay_before_ms',
  'strategy',
  'server',
  'error',
] as const satisfies readonly (keyof AttemptRow)[]

export function attemptValues(attempt: Attempt): SqlValue[] {
  return [
    attempt.id,
    attempt.operationId,
    attempt.sequence,
    attempt.round,
    attempt.startedAt,
    attempt.finishedAt,
    attempt.outcome,
    attempt.delayBeforeMs,
    attempt.strategy,
    attempt.server,
    errorText(attempt.error),
  ]
}

export function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    operationId: row.operation_id,
    sequence: row.sequence,
    round: row.round,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    outcome: row.outcome,
    error: fromText(row.error),
    delayBeforeMs: row.delay_before_ms,
    strategy: row.strategy,
    server: row.server,
  }
}

export const STEP_COLUMNS = [
  'id',
  'operation_id',
  'name',
  'output',
  'started_at',
  'finished_at',
  'attempt',
  'undone_at',
  'kind',
  'position',
  'unfinished',
] as const satisfies readonly (keyof StepRow)[]

export function stepValues(step: Step): SqlValue[] {
  return [
    step.id,
    step.operationId,
    step.name,
    toText(step.output),
    step.startedAt,
    step.finishedAt,
    step.attempt,
    step.undoneAt,
    step.kind,
    step.position,
    step.unfinished.length === 0 ? null : JSON.stringify(step.unfinished),
  ]
}

export function toStep(row: StepRow): Step {
  return {
    id: row.id,
    operationId: row.operation_id,
    kind: row.kind,
    name: row.name,
    output: fromText<Json>(row.output),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    attempt: row.attempt,
    undoneAt: row.undone_at,
    position: row.position,
    unfinished: fromText<readonly string[]>(row.unfinished) ?? [],
  }
}

/** All but the position, which the log gives. */
export const EVENT_COLUMNS = [
  'operation_id',
  'function_name',
  'type',
  'state',
  'attempt',
  'max_attempts',
  'total_attempts',
  'error',
  'next_attempt_at',
  'duration_ms',
  'actor',
  'data',
  'at',
] as const satisfies readonly (keyof EventRow)[]

export function eventValues(event: OperationEvent): SqlValue[] {
  return [
    event.operationId,
    event.functionName,
    event.type,
    event.state,
    event.attempt,
    event.maxAttempts,
    event.totalAttempts,
    event.error,
    event.nextAttemptAt,
    event.durationMs,
    event.actor,
    toText(event.data),
    event.at,
  ]
}

export function toStoredEvent(row: EventRow): StoredEvent {
  return {
    position: row.position,
    operationId: row.operation_id,
    functionName: row.function_name,
    type: row.type,
    state: row.state,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    totalAttempts: row.total_attempts,
    error: row.error,
    nextAttemptAt: row.next_attempt_at,
    durationMs: row.duration_ms,
    actor: row.actor,
    data: fromText(row.data),
    at: row.at,
  }
}

/** An event of a breaker or of settings is a row that belongs to no operation: none has the empty id. */
export const NO_OPERATION = ''

/** Values of EVENT_COLUMNS: the scope stands in the place of the function, the reason in that of the error. */
export function breakerEventValues(event: BreakerEvent): SqlValue[] {
  const { scope, type, state, forced, failureCount, reason, retryAt, actor, at } = event
  const data = JSON.stringify({ forced, failureCount })
  return [NO_OPERATION, scope, type, state, 0, 0, 0, reason, retryAt, null, actor, data, at]
}

export function toStoredBreakerEvent(row: EventRow): StoredBreakerEvent {
  // What was written was a breaker's event.
  const { type, state } = row as unknown as Pick<StoredBreakerEvent, 'type' | 'state'>
  return {
    position: row.position,
    scope: row.function_name,
    type,
    state,
    ...JSON.parse(row.data as string),
    retryAt: row.next_attempt_at,
    reason: row.error,
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
export function toLogEntry(row: EventRow): LogEntry {
  if (row.operation_id !== NO_OPERATION) return toStoredEvent(row)
  return (row.type as string) === SETTINGS_CHANGED ? toStoredSettingsEvent(row) : toStoredBreakerEvent(row)
}
