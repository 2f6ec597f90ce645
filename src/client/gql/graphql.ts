/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an attempt ended, or that it has not yet. */
export type AttemptOutcome =
  /** A person cancelled the operation. Not charged. */
  | 'CANCELLED'
  /** Its function threw. Charged. */
  | 'FAILED'
  /** Its server was shut down; the operation goes on elsewhere or after the restart. Not charged. */
  | 'HANDED_OVER'
  /** Its server stopped without warning. Not charged. */
  | 'INTERRUPTED'
  /** A person paused the operation. Not charged. */
  | 'PAUSED'
  /** It runs. */
  | 'RUNNING'
  /** Its function sleeps and goes on at `nextAttemptAt` of the operation. */
  | 'SLEEPING'
  /** Its function answered. */
  | 'SUCCESS'
  /** It took longer than it may. Charged. */
  | 'TIMED_OUT';

/** Which operation to cancel, and why. */
export type CancelOperationInput = {
  /** Its id. */
  id: string;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
};

/** Which operations to cancel, and why. */
export type CancelOperationsInput = {
  /** Says that an empty filter means all operations; without it an empty one is refused. */
  all?: boolean | null | undefined;
  /** Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something. */
  filter?: OperationFilter | null | undefined;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
};

/** Whether a circuit breaker permits attempts. */
export type CircuitState =
  /** Attempts are permitted. */
  | 'CLOSED'
  /** Its time is over: a few attempts are permitted as probes, and decide whether it closes or opens again. */
  | 'HALF_OPEN'
  /** Attempts are refused until `retryAt`, or until it is reset when that is null. */
  | 'OPEN';

/** Which operations to delete. */
export type DeleteOperationsInput = {
  /** Says that an empty filter means all operations; without it an empty one is refused. */
  all?: boolean | null | undefined;
  /** Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something. */
  filter?: OperationFilter | null | undefined;
};

/** What kind of thing went wrong. */
export type ErrorCategory =
  /** The process that ran the attempt stopped. */
  | 'INTERRUPTED'
  /** The connection failed or broke off. */
  | 'NETWORK'
  /** Access was refused. */
  | 'PERMISSION'
  /** Something ran out, such as disk space or memory. */
  | 'RESOURCE'
  /** Another service failed or is overloaded. */
  | 'SERVICE'
  /** The machine or its operating system failed. */
  | 'SYSTEM'
  /** It took too long. */
  | 'TIMEOUT'
  /** None of the others. */
  | 'UNKNOWN'
  /** The input or the answer is not what it should be. */
  | 'VALIDATION';

/** The stable codes of all errors, here and in `extensions.code`. */
export type ErrorCode =
  /** The circuit breaker refuses calls for now. */
  | 'CIRCUIT_OPEN'
  /** The events after this cursor are no longer kept; read the operations again and subscribe after their `eventCursor`. */
  | 'CURSOR_EXPIRED'
  /** What is stored of this one thing cannot be decrypted; the message names it. Restore a backup of the store. */
  | 'DATA_DAMAGED'
  /** The time allowed has passed. */
  | 'DEADLINE_EXCEEDED'
  /** The id or the idempotency key is taken by an operation with other input. */
  | 'DUPLICATE_OPERATION'
  /** Who asks may not do this. */
  | 'FORBIDDEN'
  /** A fault of the server; its log has the details. */
  | 'INTERNAL'
  /** What was sent cannot be used; the message names the part at fault. */
  | 'INVALID_INPUT'
  /** The operation's state does not allow this action. */
  | 'INVALID_TRANSITION'
  /** A retry is not expected to help; ask for it with `force`. */
  | 'NEEDS_FORCE'
  /** Nothing has this id. */
  | 'NOT_FOUND'
  /** More was asked than is accepted at once; ask again later. */
  | 'OVERLOADED'
  /** Too many requests; ask again later. */
  | 'RATE_LIMITED'
  /** The function answered something that its own rule does not accept. */
  | 'RESULT_REFUSED'
  /** The steps of the function have changed since an earlier attempt of the operation. */
  | 'STEP_ORDER_CHANGED'
  /** The store cannot be read or written now. Ask again later. */
  | 'STORE_UNAVAILABLE'
  /** Who asks is not known; authenticate first. */
  | 'UNAUTHENTICATED'
  /** No function is registered under this name. */
  | 'UNKNOWN_FUNCTION';

/** What a person can do to an operation. */
export type OperationAction =
  /** End it for good; a running attempt gets its signal. */
  | 'CANCEL'
  /** The same, although a retry is not expected to help: `retryOperation` with `force: true`. */
  | 'FORCE_RETRY'
  /** Stop it for a while; a running attempt gets its signal and is not charged. */
  | 'PAUSE'
  /** Go on after a pause. */
  | 'RESUME'
  /** Make its next attempt due now, or start a new round of attempts after it ended. */
  | 'RETRY';

/** Which operations: those that meet every part that is given. An empty list is met by none. */
export type OperationFilter = {
  /** True: only `PENDING`, `IN_PROGRESS`, `RECOVERING` and `PAUSED`; false: only ended ones. Narrows `states`. */
  active?: boolean | null | undefined;
  /** Only those whose last error is of these kinds. */
  categories?: Array<ErrorCategory> | null | undefined;
  /** Only those created later than this. */
  createdAfter?: string | null | undefined;
  /** Only those created earlier than this. */
  createdBefore?: string | null | undefined;
  /** Only runs of these functions. */
  functionNames?: Array<string> | null | undefined;
  /** True: only those with at least one failed attempt, in whatever round, and whatever came of them; false: all others. */
  hasFailedAttempts?: boolean | null | undefined;
  /** Only these ids. */
  ids?: Array<string> | null | undefined;
  /** An object: only those whose metadata has these keys with these values. */
  metadata?: unknown;
  /** True: only those that succeeded after at least one failed attempt, by themselves and not by their fallback; false: all others. */
  recovered?: boolean | null | undefined;
  /** Text in the id, idempotency key, function name, error message or a metadata value; upper or lower case alike. */
  search?: string | null | undefined;
  /** Only these states. */
  states?: Array<OperationState> | null | undefined;
  /** Only those whose state last changed later than this. */
  updatedAfter?: string | null | undefined;
  /** Only those whose state last changed earlier than this. */
  updatedBefore?: string | null | undefined;
};

/** The order of a list of operations. */
export type OperationOrder = {
  /** Which end first. */
  direction: OrderDirection;
  /** By what. */
  field: OperationOrderField;
};

/** What operations can be ordered by. Ties are ordered by id. */
export type OperationOrderField =
  /** When they were created. */
  | 'CREATED_AT'
  /** When their next attempt is due; those without one count as later than any with one. */
  | 'NEXT_ATTEMPT_AT'
  /** Their priority. */
  | 'PRIORITY'
  /** When their state last changed. */
  | 'UPDATED_AT';

/** Where an operation is in its life. */
export type OperationState =
  /** Ended by a person. */
  | 'CANCELLED'
  /** Ended by an error that could be retried, with all attempts or the deadline used up. */
  | 'EXHAUSTED'
  /** Ended by an error that a retry is not expected to mend. */
  | 'FAILED'
  /** Its first attempt is running. */
  | 'IN_PROGRESS'
  /** Stopped by a person, with its steps and progress kept; `RESUME` goes on. */
  | 'PAUSED'
  /** Waiting for its first attempt. */
  | 'PENDING'
  /** It failed at least once and is being retried: it waits until `nextAttemptAt`, or an attempt runs when that is null. */
  | 'RECOVERING'
  /** Done. */
  | 'SUCCESS';

/** Which end of an order comes first. */
export type OrderDirection =
  /** The earliest or lowest first. */
  | 'ASC'
  /** The latest or highest first. */
  | 'DESC';

/** Which operation to pause. */
export type PauseOperationInput = {
  /** Its id. */
  id: string;
};

/** Which operations to pause. */
export type PauseOperationsInput = {
  /** Says that an empty filter means all operations; without it an empty one is refused. */
  all?: boolean | null | undefined;
  /** Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something. */
  filter?: OperationFilter | null | undefined;
};

/** Which circuit breaker to close. */
export type ResetCircuitBreakerInput = {
  /** Keep it closed whatever fails, until it is reset without this or tripped. */
  forceClosed?: boolean | null | undefined;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
  /** Its scope. */
  scope: string;
};

/** Which operation to let go on. */
export type ResumeOperationInput = {
  /** Its id. */
  id: string;
};

/** Which operations to let go on. */
export type ResumeOperationsInput = {
  /** Says that an empty filter means all operations; without it an empty one is refused. */
  all?: boolean | null | undefined;
  /** Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something. */
  filter?: OperationFilter | null | undefined;
};

/** Which operation to retry, and how. */
export type RetryOperationInput = {
  /** Retry although it is not expected to help, or although the operation was cancelled. */
  force?: boolean | null | undefined;
  /** Its id. */
  id: string;
  /** Another input for the new round of an operation that ended, which then begins anew: its checkpoint and the steps that are done are deleted. Null or absent: the same input, and steps that are done stay done. One that holds `[redacted]` is refused. */
  input?: unknown;
  /** Attempts of the new round, 1 to 1001; by default the operation's own. Refused for one that waits for its next attempt. */
  maxAttempts?: number | null | undefined;
};

/** Which operations to retry, and how. */
export type RetryOperationsInput = {
  /** Says that an empty filter means all operations; without it an empty one is refused. */
  all?: boolean | null | undefined;
  /** Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something. Cancelled ones only when `states` names them. */
  filter?: OperationFilter | null | undefined;
  /** Retry also those that it is not expected to help, and cancelled ones. */
  force?: boolean | null | undefined;
  /** Attempts of the new rounds, 1 to 1001; by default each operation's own. Those that wait for their next attempt are skipped then. */
  maxAttempts?: number | null | undefined;
};

/** What to run, and how. */
export type StartOperationInput = {
  /** How long a round may take in all, counted from `runAt` or else from now; by default as the function says. */
  deadline?: number | string | null | undefined;
  /** The name of a registered function: see `functions`. */
  functionName: string;
  /** Your own id for it, 1 to 255 characters. Starting the same id with the same input again answers the first operation. */
  id?: string | null | undefined;
  /** Unique per function while the operation exists: the same key with the same input answers the first operation. */
  idempotencyKey?: string | null | undefined;
  /** What the function is given. An input that holds `[redacted]` is refused. */
  input?: unknown;
  /** Attempts in all, 1 to 1001; by default as the function says. */
  maxAttempts?: number | null | undefined;
  /** An object with your own keys and values, to search by; not for secrets: they are redacted before it is stored. */
  metadata?: unknown;
  /** From -100 to 100, higher runs first; by default 0. */
  priority?: number | null | undefined;
  /** Not to be run before this instant. */
  runAt?: string | null | undefined;
};

/** Which circuit breaker to force open, and for how long. */
export type TripCircuitBreakerInput = {
  /** For how long; afterwards a probe decides. Absent: until it is reset. */
  duration?: number | string | null | undefined;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
  /** Its scope. */
  scope: string;
};

/** The settings to change. What is left out stays as it is; null gives a setting back its configured value. */
export type UpdateSettingsInput = {
  /** By what each further wait grows. 1 to 100. */
  backoffFactor?: number | null | undefined;
  /** Failures in a row that open a circuit breaker. 1 to 10,000. */
  circuitBreakerThreshold?: number | null | undefined;
  /** How long a circuit breaker stays open before it is probed. 1 ms to 30 days. */
  circuitBreakerTimeout?: number | string | null | undefined;
  /** Attempts that run at once on this server. 1 to 10,000. */
  concurrency?: number | null | undefined;
  /** The longest an attempt of a download may take; 0 sets no limit. At most 30 days; also for those that run. */
  downloadAttemptTimeout?: number | string | null | undefined;
  /** Bytes per second of all downloads together; 0 sets no limit. A whole number; also for those that run. */
  downloadBandwidthLimit?: number | null | undefined;
  /** Bytes that each download gathers in memory before it writes them. 8192 to 67,108,864; those that run take it for their next chunk. */
  downloadChunkSize?: number | null | undefined;
  /** The longest silence of a server that is downloaded from. 1 s to a day; also for those that run. */
  downloadTimeout?: number | string | null | undefined;
  /** How long events can be replayed. 1 s to 3650 days. */
  eventRetention?: number | string | null | undefined;
  /** The wait after the first failure. At most a day. */
  initialDelay?: number | string | null | undefined;
  /** Downloads that run at once. 1 to 10,000. Those that run go on. */
  maxConcurrentDownloads?: number | null | undefined;
  /** The longest wait. Not below `initialDelay`, at most 30 days. */
  maxDelay?: number | string | null | undefined;
  /** Retries after the first attempt; for operations that are started from now on. 0 to 1000. */
  maxRetries?: number | null | undefined;
  /** How long finished operations are kept, but for those that ended in a state with a period of its own. 1 s to 3650 days. */
  retention?: number | string | null | undefined;
};

export type BulkFieldsFragment = { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null };

export type RetryOperationsMutationVariables = Exact<{
  input: RetryOperationsInput;
}>;


export type RetryOperationsMutation = { retryOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null } };

export type CancelOperationsMutationVariables = Exact<{
  input: CancelOperationsInput;
}>;


export type CancelOperationsMutation = { cancelOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null } };

export type PauseOperationsMutationVariables = Exact<{
  input: PauseOperationsInput;
}>;


export type PauseOperationsMutation = { pauseOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null } };

export type ResumeOperationsMutationVariables = Exact<{
  input: ResumeOperationsInput;
}>;


export type ResumeOperationsMutation = { resumeOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null } };

export type DeleteOperationsMutationVariables = Exact<{
  input: DeleteOperationsInput;
}>;


export type DeleteOperationsMutation = { deleteOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string, state: OperationState, eventCursor: string } | null } };

export type CircuitBreakersQueryVariables = Exact<{ [key: string]: never; }>;


export type CircuitBreakersQuery = { circuitBreakers: Array<{ id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null }> };

export type TripCircuitBreakerMutationVariables = Exact<{
  input: TripCircuitBreakerInput;
}>;


export type TripCircuitBreakerMutation = { tripCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, retryAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ResetCircuitBreakerMutationVariables = Exact<{
  input: ResetCircuitBreakerInput;
}>;


export type ResetCircuitBreakerMutation = { resetCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, retryAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CircuitBreakerUpdatesSubscriptionVariables = Exact<{
  scope?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CircuitBreakerUpdatesSubscription = { circuitBreakerUpdate: { cursor: string, scope: string, operationType: string, type: string, state: CircuitState, forced: boolean, failureCount: number, timeoutRemaining: number | null, reason: string | null, timestamp: string } };

export type StartOperationMutationVariables = Exact<{
  input: StartOperationInput;
}>;


export type StartOperationMutation = { startOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { deduplicated: boolean, operation: { id: string, state: OperationState, eventCursor: string } }
    | { code: ErrorCode, message: string }
   };

export type RetryOperationMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RetryOperationMutation = { retryOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { retryId: string, operation: { id: string, state: OperationState, eventCursor: string } }
    | { code: ErrorCode, message: string }
   };

export type CancelOperationMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelOperationMutation = { cancelOperation:
    | { operation: { id: string, state: OperationState, eventCursor: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type PauseOperationMutationVariables = Exact<{
  input: PauseOperationInput;
}>;


export type PauseOperationMutation = { pauseOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, eventCursor: string } }
   };

export type ResumeOperationMutationVariables = Exact<{
  input: ResumeOperationInput;
}>;


export type ResumeOperationMutation = { resumeOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, eventCursor: string } }
   };

export type FunctionsQueryVariables = Exact<{ [key: string]: never; }>;


export type FunctionsQuery = { functions: Array<{ name: string, description: string | null, inputSchema: unknown, maxAttempts: number, strategy: string, timeout: number | null, activeOperations: number, totalOperations: number }> };

export type OperationByIdQueryVariables = Exact<{
  id: string;
}>;


export type OperationByIdQuery = { operation: { id: string, functionName: string, state: OperationState, eventCursor: string, attempt: number, maxAttempts: number, round: number, totalAttempts: number, input: unknown, result: unknown, metadata: unknown, recovered: boolean, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, code: string | null, category: ErrorCategory, retryable: boolean, remedy: string } | null, attempts: { edges: Array<{ node: { id: string, number: number, outcome: AttemptOutcome, startedAt: string, finishedAt: string | null, duration: number | null, delayBefore: number | null, error: { message: string, code: string | null } | null } }> } } | null };

export type OperationEventsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperationEventsQuery = { operation: { events: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { cursor: string, type: string, state: OperationState, attempt: number, error: string | null, timestamp: string } }> } } | null };

export type OperationsQueryVariables = Exact<{
  filter?: OperationFilter | null | undefined;
  orderBy?: OperationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperationsQuery = { operations: { totalCount: number, eventCursor: string, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, updatedAt: string, nextAttemptAt: string | null, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } }> } };

export type RecoveryStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type RecoveryStatusQuery = { recoveryStatus: { version: string, store: string, uptime: number, activeOperations: number, totalOperations: number, recoveredOperations: number, failedOperations: number, exhaustedOperations: number, retryAttempts: number, averageRecoveryTime: number, eventCursor: string, byState: Array<{ state: OperationState, count: number }> } };

export type PerformanceQueryVariables = Exact<{
  window?: number | string | null | undefined;
}>;


export type PerformanceQuery = { performance: { totalOperations: number, recoveredOperations: number, failedOperations: number, exhaustedOperations: number, averageRecoveryTime: number, averageAttemptsPerRecovery: number, retryAttempts: number, circuitBreakerTrips: number, successRate: number } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: { backoffFactor: number, changed: Array<string>, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null, downloadChunkSize: number | null, downloadTimeout: number | null, eventRetention: number | null, initialDelay: number, maxConcurrentDownloads: number | null, maxDelay: number, maxRetries: number, retention: number | null } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings:
    | { code: ErrorCode, message: string }
    | { settings: { backoffFactor: number, changed: Array<string>, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null, downloadChunkSize: number | null, downloadTimeout: number | null, eventRetention: number | null, initialDelay: number, maxConcurrentDownloads: number | null, maxDelay: number, maxRetries: number, retention: number | null } }
   };

export type RecoveryUpdatesSubscriptionVariables = Exact<{
  operationId?: string | null | undefined;
  functionName?: string | null | undefined;
  states?: Array<OperationState> | OperationState | null | undefined;
  after?: string | null | undefined;
}>;


export type RecoveryUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, error: string | null, nextAttemptAt: string | null, timestamp: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null } };

export type RecoveryCompletionsSubscriptionVariables = Exact<{
  operationId?: string | null | undefined;
  functionName?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RecoveryCompletionsSubscription = { recoveryCompleted: { cursor: string, operationId: string, success: boolean, finalState: OperationState, totalAttempts: number, duration: number, timestamp: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BulkFieldsFragmentDoc = new TypedDocumentString(`
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}
    `, {"fragmentName":"BulkFields"}) as unknown as TypedDocumentString<BulkFieldsFragment, unknown>;
export const RetryOperationsDocument = new TypedDocumentString(`
    mutation RetryOperations($input: RetryOperationsInput!) {
  retryOperations(input: $input) {
    ...BulkFields
  }
}
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}`) as unknown as TypedDocumentString<RetryOperationsMutation, RetryOperationsMutationVariables>;
export const CancelOperationsDocument = new TypedDocumentString(`
    mutation CancelOperations($input: CancelOperationsInput!) {
  cancelOperations(input: $input) {
    ...BulkFields
  }
}
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}`) as unknown as TypedDocumentString<CancelOperationsMutation, CancelOperationsMutationVariables>;
export const PauseOperationsDocument = new TypedDocumentString(`
    mutation PauseOperations($input: PauseOperationsInput!) {
  pauseOperations(input: $input) {
    ...BulkFields
  }
}
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}`) as unknown as TypedDocumentString<PauseOperationsMutation, PauseOperationsMutationVariables>;
export const ResumeOperationsDocument = new TypedDocumentString(`
    mutation ResumeOperations($input: ResumeOperationsInput!) {
  resumeOperations(input: $input) {
    ...BulkFields
  }
}
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}`) as unknown as TypedDocumentString<ResumeOperationsMutation, ResumeOperationsMutationVariables>;
export const DeleteOperationsDocument = new TypedDocumentString(`
    mutation DeleteOperations($input: DeleteOperationsInput!) {
  deleteOperations(input: $input) {
    ...BulkFields
  }
}
    fragment BulkFields on BulkResult {
  matched
  changed
  skippedCount
  skipped {
    id
    code
    reason
  }
  operation {
    id
    state
    eventCursor
  }
}`) as unknown as TypedDocumentString<DeleteOperationsMutation, DeleteOperationsMutationVariables>;
export const CircuitBreakersDocument = new TypedDocumentString(`
    query CircuitBreakers {
  circuitBreakers {
    id
    scope
    state
    forced
    computedState
    computedRetryAt
    failureCount
    threshold
    failureRate
    openedAt
    retryAt
    trips
    blockedOperations
    lastError
  }
}
    `) as unknown as TypedDocumentString<CircuitBreakersQuery, CircuitBreakersQueryVariables>;
export const TripCircuitBreakerDocument = new TypedDocumentString(`
    mutation TripCircuitBreaker($input: TripCircuitBreakerInput!) {
  tripCircuitBreaker(input: $input) {
    ... on CircuitBreakerPayload {
      circuitBreaker {
        id
        scope
        state
        forced
        computedState
        retryAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TripCircuitBreakerMutation, TripCircuitBreakerMutationVariables>;
export const ResetCircuitBreakerDocument = new TypedDocumentString(`
    mutation ResetCircuitBreaker($input: ResetCircuitBreakerInput!) {
  resetCircuitBreaker(input: $input) {
    ... on CircuitBreakerPayload {
      circuitBreaker {
        id
        scope
        state
        forced
        computedState
        retryAt
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetCircuitBreakerMutation, ResetCircuitBreakerMutationVariables>;
export const CircuitBreakerUpdatesDocument = new TypedDocumentString(`
    subscription CircuitBreakerUpdates($scope: String, $after: String) {
  circuitBreakerUpdate(scope: $scope, after: $after) {
    cursor
    scope
    operationType
    type
    state
    forced
    failureCount
    timeoutRemaining
    reason
    timestamp
  }
}
    `) as unknown as TypedDocumentString<CircuitBreakerUpdatesSubscription, CircuitBreakerUpdatesSubscriptionVariables>;
export const StartOperationDocument = new TypedDocumentString(`
    mutation StartOperation($input: StartOperationInput!) {
  startOperation(input: $input) {
    ... on StartOperationPayload {
      deduplicated
      operation {
        id
        state
        eventCursor
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartOperationMutation, StartOperationMutationVariables>;
export const RetryOperationDocument = new TypedDocumentString(`
    mutation RetryOperation($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    ... on RetryOperationPayload {
      retryId
      operation {
        id
        state
        eventCursor
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RetryOperationMutation, RetryOperationMutationVariables>;
export const CancelOperationDocument = new TypedDocumentString(`
    mutation CancelOperation($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    ... on CancelOperationPayload {
      operation {
        id
        state
        eventCursor
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelOperationMutation, CancelOperationMutationVariables>;
export const PauseOperationDocument = new TypedDocumentString(`
    mutation PauseOperation($input: PauseOperationInput!) {
  pauseOperation(input: $input) {
    ... on PauseOperationPayload {
      operation {
        id
        state
        eventCursor
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseOperationMutation, PauseOperationMutationVariables>;
export const ResumeOperationDocument = new TypedDocumentString(`
    mutation ResumeOperation($input: ResumeOperationInput!) {
  resumeOperation(input: $input) {
    ... on ResumeOperationPayload {
      operation {
        id
        state
        eventCursor
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeOperationMutation, ResumeOperationMutationVariables>;
export const FunctionsDocument = new TypedDocumentString(`
    query Functions {
  functions {
    name
    description
    inputSchema
    maxAttempts
    strategy
    timeout
    activeOperations
    totalOperations
  }
}
    `) as unknown as TypedDocumentString<FunctionsQuery, FunctionsQueryVariables>;
export const OperationByIdDocument = new TypedDocumentString(`
    query OperationById($id: ID!) {
  operation(id: $id) {
    id
    functionName
    state
    eventCursor
    attempt
    maxAttempts
    round
    totalAttempts
    input
    result
    metadata
    recovered
    createdAt
    updatedAt
    startedAt
    finishedAt
    nextAttemptAt
    deadlineAt
    availableActions
    progress {
      fraction
      current
      total
      unit
      rate
      stage
      message
    }
    error {
      message
      code
      category
      retryable
      remedy
    }
    attempts(first: 100) {
      edges {
        node {
          id
          number
          outcome
          startedAt
          finishedAt
          duration
          delayBefore
          error {
            message
            code
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperationByIdQuery, OperationByIdQueryVariables>;
export const OperationEventsDocument = new TypedDocumentString(`
    query OperationEvents($id: ID!, $first: Int, $after: String) {
  operation(id: $id) {
    events(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          cursor
          type
          state
          attempt
          error
          timestamp
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperationEventsQuery, OperationEventsQueryVariables>;
export const OperationsDocument = new TypedDocumentString(`
    query Operations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {
  operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        functionName
        state
        attempt
        maxAttempts
        updatedAt
        nextAttemptAt
        progress {
          fraction
          current
          total
          unit
          rate
        }
        error {
          message
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperationsQuery, OperationsQueryVariables>;
export const RecoveryStatusDocument = new TypedDocumentString(`
    query RecoveryStatus {
  recoveryStatus {
    version
    store
    uptime
    activeOperations
    totalOperations
    recoveredOperations
    failedOperations
    exhaustedOperations
    retryAttempts
    averageRecoveryTime
    eventCursor
    byState {
      state
      count
    }
  }
}
    `) as unknown as TypedDocumentString<RecoveryStatusQuery, RecoveryStatusQueryVariables>;
export const PerformanceDocument = new TypedDocumentString(`
    query Performance($window: Duration) {
  performance(window: $window) {
    totalOperations
    recoveredOperations
    failedOperations
    exhaustedOperations
    averageRecoveryTime
    averageAttemptsPerRecovery
    retryAttempts
    circuitBreakerTrips
    successRate
  }
}
    `) as unknown as TypedDocumentString<PerformanceQuery, PerformanceQueryVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  settings {
    backoffFactor
    changed
    circuitBreakerThreshold
    circuitBreakerTimeout
    concurrency
    downloadAttemptTimeout
    downloadBandwidthLimit
    downloadChunkSize
    downloadTimeout
    eventRetention
    initialDelay
    maxConcurrentDownloads
    maxDelay
    maxRetries
    retention
  }
}
    `) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const UpdateSettingsDocument = new TypedDocumentString(`
    mutation UpdateSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    ... on UpdateSettingsPayload {
      settings {
        backoffFactor
        changed
        circuitBreakerThreshold
        circuitBreakerTimeout
        concurrency
        downloadAttemptTimeout
        downloadBandwidthLimit
        downloadChunkSize
        downloadTimeout
        eventRetention
        initialDelay
        maxConcurrentDownloads
        maxDelay
        maxRetries
        retention
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const RecoveryUpdatesDocument = new TypedDocumentString(`
    subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {
  recoveryUpdate(
    operationId: $operationId
    functionName: $functionName
    states: $states
    after: $after
  ) {
    cursor
    type
    operationId
    functionName
    state
    attempt
    maxAttempts
    error
    nextAttemptAt
    timestamp
    progress {
      fraction
      current
      total
      unit
      rate
      stage
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecoveryUpdatesSubscription, RecoveryUpdatesSubscriptionVariables>;
export const RecoveryCompletionsDocument = new TypedDocumentString(`
    subscription RecoveryCompletions($operationId: ID, $functionName: String, $after: String) {
  recoveryCompleted(
    operationId: $operationId
    functionName: $functionName
    after: $after
  ) {
    cursor
    operationId
    success
    finalState
    totalAttempts
    duration
    timestamp
  }
}
    `) as unknown as TypedDocumentString<RecoveryCompletionsSubscription, RecoveryCompletionsSubscriptionVariables>;