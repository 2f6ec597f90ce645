import type { Attempt } from '../../operation/attempt.ts'
import type { OperationEvent, StoredEvent } from '../../operation/event.ts'
import type { Json } from '../../operation/json.ts'
import type { Step, StepKind } from '../../operation/step.ts'
import { errorOrDamaged, jsonOrDamaged, textOrDamaged } from '../encryption/damaged.ts'
import { sealText, type Vault } from '../encryption/vault.ts'
import { errorText, fromSealed, fromText, type SqlValue, toText } from './operation-row.ts'

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

export function attemptValues(attempt: Attempt, vault: Vault | null): SqlValue[] {
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
    attemptError(attempt.error, attempt.id, vault),
  ]
}

export function attemptError(error: Attempt['error'], attemptId: string, vault: Vault | null): string | null {
  return sealText(vault, errorText(error), 'attempts.error', attemptId)
}

export function toAttempt(row: AttemptRow, vault: Vault | null): Attempt {
  return {
    id: row.id,
    operationId: row.operation_id,
    sequence: row.sequence,
    round: row.round,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    outcome: row.outcome,
    error: errorOrDamaged(vault, row.error, 'attempts.error', row.id),
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

export function stepValues(step: Step, vault: Vault | null): SqlValue[] {
  return [
    step.id,
    step.operationId,
    step.name,
    sealText(vault, toText(step.output), 'steps.output', step.id),
    step.startedAt,
    step.finishedAt,
    step.attempt,
    step.undoneAt,
    step.kind,
    step.position,
    step.unfinished.length === 0 ? null : JSON.stringify(step.unfinished),
  ]
}

/** @throws DataDamagedError when its output cannot be decrypted: without it the function must not go on */
export function toStep(row: StepRow, vault: Vault | null): Step {
  return {
    id: row.id,
    operationId: row.operation_id,
    kind: row.kind,
    name: row.name,
    output: fromSealed<Json>(vault, row.output, 'steps.output', row.id),
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

export function eventValues(event: OperationEvent, vault: Vault | null): SqlValue[] {
  return [
    event.operationId,
    event.functionName,
    event.type,
    event.state,
    event.attempt,
    event.maxAttempts,
    event.totalAttempts,
    sealText(vault, event.error, 'events.error', event.operationId),
    event.nextAttemptAt,
    event.durationMs,
    event.actor,
    sealText(vault, toText(event.data), 'events.data', event.operationId),
    event.at,
  ]
}

export function toStoredEvent(row: EventRow, vault: Vault | null): StoredEvent {
  return {
    position: row.position,
    operationId: row.operation_id,
    functionName: row.function_name,
    type: row.type,
    state: row.state,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    totalAttempts: row.total_attempts,
    error: textOrDamaged(vault, row.error, 'events.error', row.operation_id),
    nextAttemptAt: row.next_attempt_at,
    durationMs: row.duration_ms,
    actor: row.actor,
    data: jsonOrDamaged(vault, row.data, 'events.data', row.operation_id),
    at: row.at,
  }
}
