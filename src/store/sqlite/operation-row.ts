import type { Json } from '../../operation/json.ts'
import type { Operation } from '../../operation/operation.ts'
import type { OperationError } from '../../operation/operation-error.ts'
import type { Progress } from '../../operation/progress.ts'
import type { OperationState } from '../../operation/state.ts'
import { openText, type SealedPart, sealText, type Vault } from '../encryption/vault.ts'

export type SqlValue = string | number | null

/** A row of `recovery_operations`. JSON is text. */
export interface OperationRow {
  readonly id: string
  readonly function_name: string
  readonly idempotency_key: string | null
  readonly created_at: number
  readonly run_at: number
  readonly trace_id: string | null
  readonly trace_context: string | null
  readonly input: string | null
  readonly metadata: string
  readonly shelf: number
  readonly state: OperationState
  readonly version: number
  readonly priority: number
  readonly updated_at: number
  readonly started_at: number | null
  readonly round_started_at: number | null
  readonly deadline_ms: number | null
  readonly deadline_at: number | null
  readonly round: number
  readonly attempt: number
  readonly max_attempts: number
  readonly total_attempts: number
  readonly failed_attempts: number
  readonly first_failed_at: number | null
  readonly interruptions: number
  readonly sequence: number
  readonly error_category: string | null
  readonly next_attempt_id: string | null
  readonly delay_ms: number | null
  readonly strategy: string | null
  readonly blocked_by: string | null
  readonly due_at: number | null
  readonly token: string | null
  readonly current_attempt_id: string | null
  readonly finished_at: number | null
  readonly error: string | null
  readonly result: string | null
  readonly progress: string | null
  readonly checkpoint: string | null
}

type Column = keyof OperationRow

/** What an operation is made with: no change of state writes it again, but for a retry with another input. */
export const IDENTITY_COLUMNS = [
  'id',
  'function_name',
  'idempotency_key',
  'created_at',
  'run_at',
  'trace_id',
  'trace_context',
  'input',
  'metadata',
] as const satisfies readonly Column[]

/** Values of IDENTITY_COLUMNS, in their order. */
export function identityValues(operation: Operation, vault: Vault | null): SqlValue[] {
  return [
    operation.id,
    operation.functionName,
    operation.idempotencyKey,
    operation.createdAt,
    operation.runAt,
    operation.traceId,
    operation.traceContext,
    inputText(operation, vault),
    JSON.stringify(operation.metadata),
  ]
}

/** What each change of state writes. */
export const STATE_COLUMNS = [
  'shelf',
  'state',
  'version',
  'priority',
  'updated_at',
  'started_at',
  'round_started_at',
  'deadline_ms',
  'deadline_at',
  'round',
  'attempt',
  'max_attempts',
  'total_attempts',
  'failed_attempts',
  'first_failed_at',
  'interruptions',
  'sequence',
  'error_category',
  'next_attempt_id',
  'delay_ms',
  'strategy',
  'blocked_by',
  'due_at',
  'token',
  'current_attempt_id',
  'finished_at',
  'error',
  'result',
] as const satisfies readonly Column[]

/** Values of STATE_COLUMNS, in their order. */
export function stateValues(operation: Operation, shelf: number, vault: Vault | null): SqlValue[] {
  return [
    shelf,
    operation.state,
    operation.version,
    operation.priority,
    operation.updatedAt,
    operation.startedAt,
    operation.roundStartedAt,
    operation.deadlineMs,
    operation.deadlineAt,
    operation.round,
    operation.attempt,
    operation.maxAttempts,
    operation.totalAttempts,
    operation.failedAttempts,
    operation.firstFailedAt,
    operation.interruptions,
    operation.sequence,
    operation.error === null ? null : operation.error.category,
    operation.nextAttemptId,
    operation.delayMs,
    operation.strategy,
    operation.blockedBy,
    operation.dueAt,
    operation.token,
    operation.currentAttemptId,
    operation.finishedAt,
    sealText(vault, errorText(operation.error), 'operations.error', operation.id),
    sealText(vault, toText(operation.result), 'operations.result', operation.id),
  ]
}

/** @throws DataDamagedError when a part of it cannot be decrypted */
export function toOperation(row: OperationRow, vault: Vault | null): Operation {
  // What was written was an operation of one of the states, with the fields of that state.
  return {
    id: row.id,
    functionName: row.function_name,
    input: fromSealed(vault, row.input, 'operations.input', row.id),
    metadata: JSON.parse(row.metadata),
    priority: row.priority,
    idempotencyKey: row.idempotency_key,
    version: row.version,
    state: row.state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    startedAt: row.started_at,
    roundStartedAt: row.round_started_at,
    runAt: row.run_at,
    deadlineMs: row.deadline_ms,
    deadlineAt: row.deadline_at,
    round: row.round,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    totalAttempts: row.total_attempts,
    failedAttempts: row.failed_attempts,
    firstFailedAt: row.first_failed_at,
    interruptions: row.interruptions,
    sequence: row.sequence,
    error: fromSealed(vault, row.error, 'operations.error', row.id),
    progress: fromSealed(vault, row.progress, 'operations.progress', row.id),
    checkpoint: fromSealed(vault, row.checkpoint, 'operations.checkpoint', row.id),
    nextAttemptId: row.next_attempt_id,
    delayMs: row.delay_ms,
    strategy: row.strategy,
    blockedBy: row.blocked_by,
    traceId: row.trace_id,
    traceContext: row.trace_context,
    dueAt: row.due_at,
    token: row.token,
    currentAttemptId: row.current_attempt_id,
    finishedAt: row.finished_at,
    result: fromSealed(vault, row.result, 'operations.result', row.id),
  } as Operation
}

export function inputText({ id, input }: Operation, vault: Vault | null): string | null {
  return sealText(vault, toText(input), 'operations.input', id)
}

export function progressText(progress: Progress | null, operationId: string, vault: Vault | null): string | null {
  return sealText(vault, toText(progress), 'operations.progress', operationId)
}

export function checkpointText(checkpoint: Json, operationId: string, vault: Vault | null): string | null {
  return sealText(vault, toText(checkpoint), 'operations.checkpoint', operationId)
}

/** JSON's null and SQL's are one. */
export function toText(value: Json | Progress): string | null {
  return value === null ? null : JSON.stringify(value)
}

export function errorText(error: OperationError | null): string | null {
  return error === null ? null : JSON.stringify(error)
}

export function fromText<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text)
}

export function fromSealed<T>(vault: Vault | null, text: string | null, part: SealedPart, row: string): T | null {
  return fromText(openText(vault, text, part, row))
}
