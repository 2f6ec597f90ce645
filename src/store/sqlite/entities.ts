import { defineEntity, p } from '@mikro-orm/core'
import type { AttemptOutcome } from '../../operation/attempt.ts'
import type { EventType } from '../../operation/event.ts'
import type { Json, JsonObject } from '../../operation/json.ts'
import type { ErrorCategory, OperationError } from '../../operation/operation-error.ts'
import type { Progress } from '../../operation/progress.ts'
import type { RecordKind } from '../../operation/record.ts'
import type { OperationState } from '../../operation/state.ts'
import type { StepKind } from '../../operation/step.ts'

// The tables as MikroORM sees them; a test holds them to what the migrations make.

const integer = () => p.integer()
const text = () => p.text()
/** JSON is kept in text columns: SQLite would turn a number in a column of the type `json` into a float. */
const json = <T>() => p.json<T>().columnType('text')

const OperationEntity = defineEntity({
  name: 'RecoveryOperation',
  tableName: 'recovery_operations',
  properties: {
    id: text().primary(),
    functionName: text(),
    /** Function and state as one integer. */
    shelf: integer(),
    state: text().$type<OperationState>(),
    version: integer(),
    priority: integer(),
    idempotencyKey: text().nullable(),
    createdAt: integer(),
    updatedAt: integer(),
    runAt: integer(),
    dueAt: integer().nullable(),
    token: text().nullable(),
    currentAttemptId: text().nullable(),
    startedAt: integer().nullable(),
    roundStartedAt: integer().nullable(),
    finishedAt: integer().nullable(),
    deadlineMs: integer().nullable(),
    deadlineAt: integer().nullable(),
    round: integer(),
    attempt: integer(),
    maxAttempts: integer(),
    totalAttempts: integer(),
    failedAttempts: integer(),
    firstFailedAt: integer().nullable(),
    interruptions: integer(),
    sequence: integer(),
    nextAttemptId: text().nullable(),
    delayMs: integer().nullable(),
    strategy: text().nullable(),
    blockedBy: text().nullable(),
    traceId: text().nullable(),
    errorCategory: text().$type<ErrorCategory>().nullable(),
    metadata: json<JsonObject>(),
    error: json<OperationError>().nullable(),
    progress: json<Progress>().nullable(),
    input: json<Json>().nullable(),
    checkpoint: json<Json>().nullable(),
    result: json<Json>().nullable(),
    traceContext: text().nullable(),
  },
})

const AttemptEntity = defineEntity({
  name: 'RecoveryAttempt',
  tableName: 'recovery_attempts',
  properties: {
    id: text().primary(),
    operation: () => p.manyToOne(OperationEntity).joinColumn('operation_id').deleteRule('cascade').updateRule('cascade'),
    sequence: integer(),
    round: integer(),
    startedAt: integer(),
    finishedAt: integer().nullable(),
    outcome: text().$type<AttemptOutcome>(),
    delayBeforeMs: integer().nullable(),
    strategy: text().nullable(),
    server: text(),
    error: json<OperationError>().nullable(),
  },
})

const StepEntity = defineEntity({
  name: 'RecoveryStep',
  tableName: 'recovery_steps',
  properties: {
    id: text().primary(),
    operation: () => p.manyToOne(OperationEntity).joinColumn('operation_id').deleteRule('cascade').updateRule('cascade'),
    name: text(),
    output: json<Json>().nullable(),
    startedAt: integer(),
    finishedAt: integer(),
    attempt: integer(),
    undoneAt: integer().nullable(),
    kind: text().$type<StepKind>().default('step'),
    position: integer().nullable(),
    unfinished: json<readonly string[]>().nullable(),
  },
})

const EventEntity = defineEntity({
  name: 'RecoveryEvent',
  tableName: 'recovery_events',
  properties: {
    position: integer().primary().autoincrement(),
    operationId: text(),
    functionName: text(),
    type: text().$type<EventType>(),
    state: text().$type<OperationState>(),
    attempt: integer(),
    maxAttempts: integer(),
    totalAttempts: integer(),
    error: text().nullable(),
    nextAttemptAt: integer().nullable(),
    durationMs: integer().nullable(),
    actor: text().nullable(),
    data: json<JsonObject>().nullable(),
    at: integer(),
  },
})

/** One row: the log's name, and the position of the last event that was trimmed away. */
const EventLogEntity = defineEntity({
  name: 'RecoveryEventLog',
  tableName: 'recovery_event_log',
  properties: { id: integer().primary(), epoch: text(), lowWater: integer() },
})

/** Positions that were skipped. */
const EventGapEntity = defineEntity({
  name: 'RecoveryEventGap',
  tableName: 'recovery_event_gaps',
  properties: { afterPosition: integer().primary(), untilPosition: integer() },
})

/** The functions that ever had an operation, with their counters. */
const FunctionEntity = defineEntity({
  name: 'RecoveryFunction',
  tableName: 'recovery_functions',
  properties: {
    id: integer().primary(),
    name: text(),
    pendingRows: integer(),
    inProgressRows: integer(),
    recoveringRows: integer(),
    pausedRows: integer(),
    successRows: integer(),
    failedRows: integer(),
    exhaustedRows: integer(),
    cancelledRows: integer(),
    created: integer(),
    recovered: integer(),
    failed: integer(),
    retryAttempts: integer(),
    recoveryMs: integer(),
    lightCalls: integer().default(0),
    blockedRows: integer().default(0),
    exhausted: integer().default(0),
  },
})

const RecordEntity = defineEntity({
  name: 'RecoveryRecord',
  tableName: 'recovery_records',
  properties: { kind: text().primary().$type<RecordKind>(), key: text().primary(), value: json<Json>() },
})

/** What became of the operations of each function, ten seconds by ten seconds. */
const ActivityEntity = defineEntity({
  name: 'RecoveryActivity',
  tableName: 'recovery_activity',
  properties: {
    at: integer().primary(),
    functionId: integer().primary(),
    created: integer(),
    succeeded: integer(),
    recovered: integer(),
    failed: integer(),
    retryAttempts: integer(),
    recoveryMs: integer(),
    trips: integer(),
    exhausted: integer().default(0),
  },
})

/** By which operations are found by their metadata. */
const MetadataEntity = defineEntity({
  name: 'RecoveryMetadata',
  tableName: 'recovery_metadata',
  properties: {
    key: text().primary(),
    value: text().primary(),
    createdAt: integer().primary(),
    operationId: text().primary(),
  },
})

export const ENTITIES = [
  OperationEntity,
  AttemptEntity,
  StepEntity,
  EventEntity,
  EventLogEntity,
  EventGapEntity,
  FunctionEntity,
  RecordEntity,
  ActivityEntity,
  MetadataEntity,
]
