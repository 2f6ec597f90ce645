import type { SocketioBreakerUpdatesSubscription, SocketioOperationQuery, SocketioUpdatesSubscription } from './gql/graphql.ts'

export type Update = SocketioUpdatesSubscription['recoveryUpdate']
export type BreakerUpdate = SocketioBreakerUpdatesSubscription['circuitBreakerUpdate']
export type FoundOperation = NonNullable<SocketioOperationQuery['operation']>

/** How states are written on the legacy surfaces. */
export type LegacyState = Lowercase<Update['state']>

export interface RecoveryUpdatePayload {
  readonly operation_id: string
  readonly function_name: string
  readonly state: LegacyState
  readonly attempt: number
  readonly max_attempts: number
  readonly error: string | null
  readonly timestamp: string
}

export function updatePayload(update: Update): RecoveryUpdatePayload {
  return {
    operation_id: update.operationId,
    function_name: update.functionName,
    state: lower(update.state),
    attempt: update.attempt,
    max_attempts: update.maxAttempts,
    error: update.error,
    timestamp: update.timestamp,
  }
}

/** The same of an operation that was asked for. */
export function snapshotPayload(operation: FoundOperation): RecoveryUpdatePayload {
  return {
    operation_id: operation.id,
    function_name: operation.functionName,
    state: lower(operation.state),
    attempt: operation.attempt,
    max_attempts: operation.maxAttempts,
    error: operation.error?.message ?? null,
    timestamp: operation.updatedAt,
  }
}

/** `duration` is in seconds. */
export function completedPayload(operationId: string, timestamp: string, completed: NonNullable<Update['completed']>) {
  return {
    operation_id: operationId,
    success: completed.success,
    final_state: lower(completed.finalState),
    total_attempts: completed.totalAttempts,
    duration: completed.duration,
    timestamp,
  }
}

/** The state stays in upper case: callers compare it so. `timeout_remaining` is in seconds. */
export function breakerPayload({ state, operationType, timeoutRemaining }: BreakerUpdate) {
  return { state, operation_type: operationType, timeout_remaining: state === 'OPEN' ? (timeoutRemaining ?? 0) : 0 }
}

function lower<T extends string>(name: T): Lowercase<T> {
  return name.toLowerCase() as Lowercase<T>
}
