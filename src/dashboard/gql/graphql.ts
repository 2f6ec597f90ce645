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

/** What a circuit breaker is told of an attempt. */
export type BreakerOutcome =
  /** The other side fails, or nobody knows better. */
  | 'FAILURE'
  /** It says nothing about the health of the other side, such as refused input. */
  | 'IGNORED'
  /** The other side works. */
  | 'SUCCESS';

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

/** An error as a function might throw it. Every part may be left out. */
export type ErrorSample = {
  /** What led to it, which may have a cause too, up to ten deep. */
  cause?: ErrorSample | null | undefined;
  /** Its code, such as `ECONNRESET`, `SQLITE_BUSY` or `40001`. */
  code?: string | null | undefined;
  /** The details of a gRPC error: with them, a `code` of digits is a gRPC status. */
  details?: string | null | undefined;
  /** The result code of Node's SQLite, such as 5. */
  errcode?: number | null | undefined;
  /** The system's error number, such as 28. */
  errno?: number | null | undefined;
  /** The name of a registered function, whose own classifiers are asked first; of the outermost error only. */
  functionName?: string | null | undefined;
  /** An object with the headers of an answer, such as `Retry-After`. */
  headers?: unknown;
  /** Its message. */
  message?: string | null | undefined;
  /** Its class, such as `TypeError`; by default `Error`. */
  name?: string | null | undefined;
  /** How long the other side asks to wait. */
  retryAfter?: number | string | null | undefined;
  /** The HTTP status of an answer, such as 503. */
  status?: number | null | undefined;
};

/** How much attention an error needs. */
export type ErrorSeverity =
  /** A person must act. */
  | 'CRITICAL'
  /** A person should look at it. */
  | 'HIGH'
  /** Expected now and then. */
  | 'LOW'
  /** Usually mended by retrying. */
  | 'MEDIUM';

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

/** What a caller may do; each role may do all that the ones before it may. */
export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Also starts and controls operations and circuit breakers, and runs the self-test. */
  | 'OPERATOR'
  /** Reads and follows everything but the audit trail. */
  | 'VIEWER';

/** What to measure. */
export type RunBenchmarkInput = {
  /** For all scenarios together, 0.1 s to 300 s; by default 300 s. What is under way then is finished. */
  duration?: number | string | null | undefined;
  /** Operations of each scenario, 1 to 10,000; by default 100. */
  iterations?: number | null | undefined;
  /** Of `network_failures`, `timeout_failures`, `resource_failures`; by default all. */
  scenarios?: Array<string> | null | undefined;
  /** Whether to answer once the run is over; otherwise `report` is null and the operation is to be followed. */
  wait?: boolean | null | undefined;
};

/** Which tests to run. */
export type RunTestsInput = {
  /** Ids of scenarios: see `testScenarios`. By default all of them, and the checks of the self-test. */
  scenarios?: Array<string> | null | undefined;
  /** Whether to answer once the run is over; otherwise `report` is null and the operation is to be followed. */
  wait?: boolean | null | undefined;
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

/** What a step was. */
export type StepKind =
  /** A wait of the function; it is stored as soon as it begins. */
  | 'SLEEP'
  /** Work of the function. */
  | 'STEP'
  /** Work on the database, committed together with the step. */
  | 'TRANSACTION';

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

/** How to measure. */
export type ValidatePerformanceInput = {
  /** How many at once, 1 to 100; by default 10. */
  concurrentOperations?: number | null | undefined;
  /** Whether the work is a request to a local server instead of a wait; by default true. */
  includeNetworkSimulation?: boolean | null | undefined;
  /** How long to measure, 0.1 s to 300 s; by default 60 s. */
  testDuration?: number | string | null | undefined;
  /** Whether to answer once the run is over; otherwise `report` is null and the operation is to be followed. */
  wait?: boolean | null | undefined;
};

/** What an operation does whose circuit breaker is open. */
export type WhenOpen =
  /** It ends: failed before its first attempt, else exhausted. */
  | 'FAIL'
  /** It waits until the breaker permits attempts again. */
  | 'WAIT';

export type BulkResultPartsFragment = { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null };

export type RetryManyMutationVariables = Exact<{
  input: RetryOperationsInput;
}>;


export type RetryManyMutation = { retryOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null } };

export type PauseManyMutationVariables = Exact<{
  input: PauseOperationsInput;
}>;


export type PauseManyMutation = { pauseOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null } };

export type ResumeManyMutationVariables = Exact<{
  input: ResumeOperationsInput;
}>;


export type ResumeManyMutation = { resumeOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null } };

export type CancelManyMutationVariables = Exact<{
  input: CancelOperationsInput;
}>;


export type CancelManyMutation = { cancelOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null } };

export type DeleteManyMutationVariables = Exact<{
  input: DeleteOperationsInput;
}>;


export type DeleteManyMutation = { deleteOperations: { matched: number, changed: number, skippedCount: number, skipped: Array<{ id: string, code: ErrorCode, reason: string }>, operation: { id: string } | null } };

export type BulkOperationPartsFragment = { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null };

export type ActiveBulkOperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ActiveBulkOperationsQuery = { operations: { edges: Array<{ node: { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } }> } };

export type BulkOperationQueryVariables = Exact<{
  id: string;
}>;


export type BulkOperationQuery = { operation: { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } | null };

export type PauseBulkMutationVariables = Exact<{
  input: PauseOperationInput;
}>;


export type PauseBulkMutation = { pauseOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } }
   };

export type ResumeBulkMutationVariables = Exact<{
  input: ResumeOperationInput;
}>;


export type ResumeBulkMutation = { resumeOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } }
   };

export type CancelBulkMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelBulkMutation = { cancelOperation:
    | { operation: { id: string, state: OperationState, input: unknown, result: unknown, updatedAt: string, availableActions: Array<OperationAction>, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null } | null, error: { message: string } | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type BulkViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type BulkViewerQuery = { viewer: { mayOperate: boolean, mayAdminister: boolean } };

export type BreakerPartsFragment = { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null };

export type BreakerListQueryVariables = Exact<{ [key: string]: never; }>;


export type BreakerListQuery = { recoveryStatus: { eventCursor: string }, circuitBreakers: Array<{ id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null }>, functions: Array<{ name: string, circuitBreaker: { scope: string } | null }>, viewer: { role: Role, mayOperate: boolean } };

export type BreakerChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BreakerChangesSubscription = { circuitBreakerUpdate: { cursor: string, scope: string, type: string, reason: string | null, timestamp: string, circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } | null } };

export type BreakerTrafficSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BreakerTrafficSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

export type TripBreakerMutationVariables = Exact<{
  input: TripCircuitBreakerInput;
}>;


export type TripBreakerMutation = { tripCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } }
    | { code: ErrorCode, message: string, field: string | null }
    | { code: ErrorCode, message: string }
   };

export type ResetBreakerMutationVariables = Exact<{
  input: ResetCircuitBreakerInput;
}>;


export type ResetBreakerMutation = { resetCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } }
    | { code: ErrorCode, message: string, field: string | null }
    | { code: ErrorCode, message: string }
   };

export type DiagnosticRunFragment = { id: string, state: OperationState, createdAt: string, startedAt: string | null, finishedAt: string | null, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null, error: { message: string, remedy: string } | null };

export type DiagnosticsNowQueryVariables = Exact<{ [key: string]: never; }>;


export type DiagnosticsNowQuery = { viewer: { role: Role, mayOperate: boolean, mayAdminister: boolean }, testScenarios: Array<{ id: string, name: string, description: string, category: string, timeout: number, expectedResult: string }> };

export type DiagnosticRunsQueryVariables = Exact<{
  functionName: string;
}>;


export type DiagnosticRunsQuery = { operations: { eventCursor: string, edges: Array<{ node: { id: string, state: OperationState, createdAt: string, startedAt: string | null, finishedAt: string | null, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null, error: { message: string, remedy: string } | null } }> } };

export type DiagnosticUpdatesSubscriptionVariables = Exact<{
  functionName?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type DiagnosticUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null } };

export type StartTestsMutationVariables = Exact<{
  input: RunTestsInput;
}>;


export type StartTestsMutation = { runTests: { operation: { id: string } | null } };

export type StartValidationMutationVariables = Exact<{
  input: ValidatePerformanceInput;
}>;


export type StartValidationMutation = { validatePerformance: { operation: { id: string } | null } };

export type StartBenchmarkMutationVariables = Exact<{
  input: RunBenchmarkInput;
}>;


export type StartBenchmarkMutation = { runBenchmark: { operation: { id: string } | null } };

export type CancelDiagnosticsMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelDiagnosticsMutation = { cancelOperation:
    | { operation: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type SelfTestMutationVariables = Exact<{ [key: string]: never; }>;


export type SelfTestMutation = { runSelfTest: { overall: string, details: Array<{ name: string, passed: boolean, message: string }> } };

export type ClassifyQueryVariables = Exact<{
  error: ErrorSample;
}>;


export type ClassifyQuery = { classifyError: { category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, maxRetries: number | null, retryAfter: number | null, remedy: string, breakerOutcome: BreakerOutcome, signal: string } };

export type DownloadListsQueryVariables = Exact<{
  active: number;
  past: number;
}>;


export type DownloadListsQuery = { active: { eventCursor: string, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }> }, past: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }> }, all: { totalCount: number }, waiting: { totalCount: number }, begun: { totalCount: number }, completed: { totalCount: number }, failed: { totalCount: number }, functions: Array<{ name: string }> };

export type DownloadFieldsFragment = { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null };

export type DownloadUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DownloadUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } | null } };

export type StartDownloadMutationVariables = Exact<{
  input: unknown;
}>;


export type StartDownloadMutation = { startOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }
    | { code: ErrorCode, message: string }
   };

export type PauseDownloadMutationVariables = Exact<{
  id: string;
}>;


export type PauseDownloadMutation = { pauseOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }
   };

export type ResumeDownloadMutationVariables = Exact<{
  id: string;
}>;


export type ResumeDownloadMutation = { resumeOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }
   };

export type CancelDownloadMutationVariables = Exact<{
  id: string;
}>;


export type CancelDownloadMutation = { cancelOperation:
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type RetryDownloadMutationVariables = Exact<{
  id: string;
  force: boolean;
}>;


export type RetryDownloadMutation = { retryOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null } }
    | { code: ErrorCode, message: string }
   };

export type DownloadSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DownloadSettingsQuery = { settings: { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null, downloadChunkSize: number | null } };

export type DownloadLimitsFragment = { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null, downloadChunkSize: number | null };

export type UpdateDownloadSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateDownloadSettingsMutation = { updateSettings:
    | { code: ErrorCode, message: string, field: string | null }
    | { settings: { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null, downloadChunkSize: number | null } }
   };

export type FrameStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameStatusQuery = { recoveryStatus: { version: string, store: string, activeOperations: number, eventCursor: string } };

export type FrameViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameViewerQuery = { viewer: { name: string | null, role: Role, authenticated: boolean } };

export type FrameUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FrameUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

export type FunctionPoliciesFragment = { name: string, description: string | null, internal: boolean, maxAttempts: number, strategy: string, initialDelay: number | null, backoffFactor: number | null, maxDelay: number | null, jitter: string | null, timeout: number | null, deadline: number | null, concurrency: number | null, whenOpen: WhenOpen | null, activeOperations: number, totalOperations: number, lightCalls: number, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, computedState: CircuitState } | null, retryBudget: { scope: string, tokens: number, capacity: number } | null };

export type FunctionListQueryVariables = Exact<{ [key: string]: never; }>;


export type FunctionListQuery = { recoveryStatus: { eventCursor: string }, functions: Array<{ name: string, description: string | null, internal: boolean, maxAttempts: number, strategy: string, initialDelay: number | null, backoffFactor: number | null, maxDelay: number | null, jitter: string | null, timeout: number | null, deadline: number | null, concurrency: number | null, whenOpen: WhenOpen | null, activeOperations: number, totalOperations: number, lightCalls: number, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, computedState: CircuitState } | null, retryBudget: { scope: string, tokens: number, capacity: number } | null }> };

export type FunctionInputQueryVariables = Exact<{ [key: string]: never; }>;


export type FunctionInputQuery = { functions: Array<{ name: string, inputSchema: unknown }>, viewer: { role: Role, mayOperate: boolean } };

export type FunctionHistoryQueryVariables = Exact<{
  functionName: string;
  window: number | string;
  resolution?: number | string | null | undefined;
}>;


export type FunctionHistoryQuery = { timeSeries: Array<{ timestamp: string, created: number, succeeded: number, recovered: number, failed: number, exhausted: number, retryAttempts: number, averageRecoveryTime: number }> };

export type RecentOperationsQueryVariables = Exact<{
  functionName: string;
}>;


export type RecentOperationsQuery = { operations: { edges: Array<{ node: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, nextAttemptAt: string | null, error: { message: string } | null } }> } };

export type FunctionTrafficSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  functionName?: string | null | undefined;
}>;


export type FunctionTrafficSubscription = { recoveryUpdate: { cursor: string, type: string | null, functionName: string } };

export type StartByHandMutationVariables = Exact<{
  input: StartOperationInput;
}>;


export type StartByHandMutation = { startOperation:
    | { code: ErrorCode, message: string, existingId: string }
    | { code: ErrorCode, message: string, field: string | null }
    | { code: ErrorCode, message: string }
    | { deduplicated: boolean, operation: { id: string } }
    | { code: ErrorCode, message: string }
   };

export type PauseShownOperationMutationVariables = Exact<{
  input: PauseOperationInput;
}>;


export type PauseShownOperationMutation = { pauseOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } }
   };

export type ResumeShownOperationMutationVariables = Exact<{
  input: ResumeOperationInput;
}>;


export type ResumeShownOperationMutation = { resumeOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } }
   };

export type RetryShownOperationMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RetryShownOperationMutation = { retryOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } }
    | { code: ErrorCode, message: string }
   };

export type CancelShownOperationMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelShownOperationMutation = { cancelOperation:
    | { operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DeleteShownOperationMutationVariables = Exact<{
  input: DeleteOperationsInput;
}>;


export type DeleteShownOperationMutation = { deleteOperations: { changed: number, skipped: Array<{ reason: string }> } };

export type ListedOperationFragment = { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, failedAttempts: number, recovered: boolean, priority: number, createdAt: string, updatedAt: string, nextAttemptAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { category: ErrorCategory, message: string } | null };

export type ListedOperationsQueryVariables = Exact<{
  filter?: OperationFilter | null | undefined;
  orderBy?: OperationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListedOperationsQuery = { operations: { eventCursor: string, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ node: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, failedAttempts: number, recovered: boolean, priority: number, createdAt: string, updatedAt: string, nextAttemptAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { category: ErrorCategory, message: string } | null } }> } };

export type ListedOperationCountQueryVariables = Exact<{
  filter?: OperationFilter | null | undefined;
}>;


export type ListedOperationCountQuery = { operations: { totalCount: number } };

export type ListedOperationUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  searched: boolean;
}>;


export type ListedOperationUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, functionName: string, operation: { idempotencyKey?: string | null, metadata?: unknown, id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, failedAttempts: number, recovered: boolean, priority: number, createdAt: string, updatedAt: string, nextAttemptAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { category: ErrorCategory, message: string } | null } | null } };

export type ListedFunctionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListedFunctionsQuery = { functions: Array<{ name: string }> };

export type RetryListedOperationMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RetryListedOperationMutation = { retryOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, failedAttempts: number, recovered: boolean, priority: number, createdAt: string, updatedAt: string, nextAttemptAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { category: ErrorCategory, message: string } | null } }
    | { code: ErrorCode, message: string }
   };

export type ShownErrorPartsFragment = { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null };

export type OperationHeadPartsFragment = { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null };

export type OperationHeadQueryVariables = Exact<{
  id: string;
}>;


export type OperationHeadQuery = { operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } | null };

export type OperationDataQueryVariables = Exact<{
  id: string;
}>;


export type OperationDataQuery = { operation: { input: unknown, result: unknown, metadata: unknown } | null };

export type OperationAttemptsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OperationAttemptsQuery = { operation: { page: { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean }, edges: Array<{ cursor: string, node: { id: string, number: number, outcome: AttemptOutcome, startedAt: string, finishedAt: string | null, duration: number | null, delayBefore: number | null, strategy: string | null, server: string | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null } }> } } | null };

export type OperationStepsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OperationStepsQuery = { operation: { page: { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean }, edges: Array<{ cursor: string, node: { id: string, name: string, kind: StepKind, attempt: number, startedAt: string, finishedAt: string, undoneAt: string | null, output: unknown } }> } } | null };

export type OperationEventsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OperationEventsQuery = { operation: { page: { pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean }, edges: Array<{ cursor: string, node: { type: string, state: OperationState, attempt: number, error: string | null, actor: string | null, data: unknown, timestamp: string } }> } } | null };

export type OperationChangesSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OperationChangesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operation: { id: string, functionName: string, state: OperationState, availableActions: Array<OperationAction>, attempt: number, maxAttempts: number, totalAttempts: number, round: number, recovered: boolean, priority: number, idempotencyKey: string | null, traceId: string | null, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, eventCursor: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, name: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, recoverability: number, confidence: number, retryable: boolean, retryAfter: number | null, remedy: string, cause: string | null, stack: string | null } | null, circuitBreaker: { scope: string, state: CircuitState, forced: boolean, retryAt: string | null } | null } | null } };

export type OperationProgressSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type OperationProgressSubscription = { recoveryUpdate: { cursor: string, type: string | null, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null } };

export type MissingOperationQueryVariables = Exact<{ [key: string]: never; }>;


export type MissingOperationQuery = { settings: { retention: number | null }, recoveryStatus: { eventCursor: string, persistenceEnabled: boolean } };

export type OperationSurroundingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationSurroundingsQuery = { viewer: { mayOperate: boolean, mayAdminister: boolean }, functions: Array<{ name: string, internal: boolean, inputSchema: unknown }> };

export type OverviewStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewStatusQuery = { recoveryStatus: { eventCursor: string, totalOperations: number, activeOperations: number, recoveredOperations: number, failedOperations: number, retryAttempts: number, averageRecoveryTime: number, byState: Array<{ state: OperationState, count: number }> }, performance: { circuitBreakerTrips: number }, viewer: { mayOperate: boolean } };

export type OverviewSeriesQueryVariables = Exact<{
  window: number | string;
  resolution: number | string;
}>;


export type OverviewSeriesQuery = { timeSeries: Array<{ timestamp: string, created: number, succeeded: number, failed: number, exhausted: number, recovered: number, retryAttempts: number, circuitBreakerTrips: number, averageRecoveryTime: number }> };

export type OverviewAttentionQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewAttentionQuery = { attention: { errors: { groupCount: number, isComplete: boolean, groups: Array<{ key: string, functionName: string, message: string, category: ErrorCategory, count: number, remedy: string, latestAt: string, filter: { functionNames: Array<string>, categories: Array<ErrorCategory>, states: Array<OperationState>, search: string | null } }> }, openCircuitBreakers: Array<{ id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, retryAt: string | null, blockedOperations: number, lastError: string | null }>, stuck: { count: number, isComplete: boolean, operations: Array<{ operationId: string, functionName: string, reason: string, since: string }> } } };

export type OverviewRunningQueryVariables = Exact<{
  first: number;
}>;


export type OverviewRunningQuery = { operations: { edges: Array<{ node: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, nextAttemptAt: string | null, error: { message: string } | null, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null } }> } };

export type OverviewUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OverviewUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, state: OperationState, attempt: number, maxAttempts: number, nextAttemptAt: string | null, error: string | null, progress: { current: number | null, total: number | null, fraction: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null } };

export type OverviewBreakerUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OverviewBreakerUpdatesSubscription = { circuitBreakerUpdate: { cursor: string } };

export type RetryErrorGroupMutationVariables = Exact<{
  input: RetryOperationsInput;
}>;


export type RetryErrorGroupMutation = { retryOperations: { changed: number, matched: number, skippedCount: number, operation: { id: string } | null } };

export type ResetOpenBreakerMutationVariables = Exact<{
  input: ResetCircuitBreakerInput;
}>;


export type ResetOpenBreakerMutation = { resetCircuitBreaker:
    | { circuitBreaker: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type SettingValuesFragment = { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null };

export type SettingsFieldsFragment = { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null } };

export type SettingsNowQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsNowQuery = { viewer: { role: Role, mayAdminister: boolean, authenticated: boolean }, settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null } } };

export type ChangeSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type ChangeSettingsMutation = { updateSettings:
    | { code: ErrorCode, message: string, field: string | null }
    | { settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null } } }
   };

export type ServerFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerFactsQuery = { recoveryStatus: { version: string, store: string, persistenceEnabled: boolean, enabled: boolean, uptime: number, eventCursor: string, servers: Array<{ id: string, host: string, startedAt: string, running: number, version: string }> }, functions: Array<{ name: string, internal: boolean }> };

export type RecentAuditQueryVariables = Exact<{
  last: number;
}>;


export type RecentAuditQuery = { auditTrail: { edges: Array<{ node: { cursor: string, actor: string, action: string, timestamp: string, data: unknown } }> } };

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
export const BulkResultPartsFragmentDoc = new TypedDocumentString(`
    fragment BulkResultParts on BulkResult {
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
  }
}
    `, {"fragmentName":"BulkResultParts"}) as unknown as TypedDocumentString<BulkResultPartsFragment, unknown>;
export const BulkOperationPartsFragmentDoc = new TypedDocumentString(`
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}
    `, {"fragmentName":"BulkOperationParts"}) as unknown as TypedDocumentString<BulkOperationPartsFragment, unknown>;
export const BreakerPartsFragmentDoc = new TypedDocumentString(`
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
  computedState
  computedRetryAt
  failureCount
  threshold
  timeout
  failureRate
  openedAt
  retryAt
  trips
  blockedOperations
  lastError
}
    `, {"fragmentName":"BreakerParts"}) as unknown as TypedDocumentString<BreakerPartsFragment, unknown>;
export const DiagnosticRunFragmentDoc = new TypedDocumentString(`
    fragment DiagnosticRun on Operation {
  id
  state
  createdAt
  startedAt
  finishedAt
  input
  result
  progress {
    fraction
    current
    total
    unit
    stage
    message
    rate
  }
  error {
    message
    remedy
  }
}
    `, {"fragmentName":"DiagnosticRun"}) as unknown as TypedDocumentString<DiagnosticRunFragment, unknown>;
export const DownloadFieldsFragmentDoc = new TypedDocumentString(`
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}
    `, {"fragmentName":"DownloadFields"}) as unknown as TypedDocumentString<DownloadFieldsFragment, unknown>;
export const DownloadLimitsFragmentDoc = new TypedDocumentString(`
    fragment DownloadLimits on RecoverySettings {
  maxConcurrentDownloads
  maxRetries
  downloadTimeout
  downloadAttemptTimeout
  downloadBandwidthLimit
  downloadChunkSize
}
    `, {"fragmentName":"DownloadLimits"}) as unknown as TypedDocumentString<DownloadLimitsFragment, unknown>;
export const FunctionPoliciesFragmentDoc = new TypedDocumentString(`
    fragment FunctionPolicies on RecoverableFunction {
  name
  description
  internal
  maxAttempts
  strategy
  initialDelay
  backoffFactor
  maxDelay
  jitter
  timeout
  deadline
  concurrency
  whenOpen
  circuitBreaker {
    scope
    state
    forced
    computedState
  }
  retryBudget {
    scope
    tokens
    capacity
  }
  activeOperations
  totalOperations
  lightCalls
}
    `, {"fragmentName":"FunctionPolicies"}) as unknown as TypedDocumentString<FunctionPoliciesFragment, unknown>;
export const ListedOperationFragmentDoc = new TypedDocumentString(`
    fragment ListedOperation on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  failedAttempts
  recovered
  priority
  createdAt
  updatedAt
  nextAttemptAt
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
    category
    message
  }
}
    `, {"fragmentName":"ListedOperation"}) as unknown as TypedDocumentString<ListedOperationFragment, unknown>;
export const ShownErrorPartsFragmentDoc = new TypedDocumentString(`
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
    `, {"fragmentName":"ShownErrorParts"}) as unknown as TypedDocumentString<ShownErrorPartsFragment, unknown>;
export const OperationHeadPartsFragmentDoc = new TypedDocumentString(`
    fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}`, {"fragmentName":"OperationHeadParts"}) as unknown as TypedDocumentString<OperationHeadPartsFragment, unknown>;
export const SettingValuesFragmentDoc = new TypedDocumentString(`
    fragment SettingValues on RecoverySettings {
  maxRetries
  initialDelay
  backoffFactor
  maxDelay
  circuitBreakerThreshold
  circuitBreakerTimeout
  concurrency
  retention
  eventRetention
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadAttemptTimeout
  downloadChunkSize
}
    `, {"fragmentName":"SettingValues"}) as unknown as TypedDocumentString<SettingValuesFragment, unknown>;
export const SettingsFieldsFragmentDoc = new TypedDocumentString(`
    fragment SettingsFields on RecoverySettings {
  ...SettingValues
  changed
  configured {
    ...SettingValues
  }
}
    fragment SettingValues on RecoverySettings {
  maxRetries
  initialDelay
  backoffFactor
  maxDelay
  circuitBreakerThreshold
  circuitBreakerTimeout
  concurrency
  retention
  eventRetention
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadAttemptTimeout
  downloadChunkSize
}`, {"fragmentName":"SettingsFields"}) as unknown as TypedDocumentString<SettingsFieldsFragment, unknown>;
export const RetryManyDocument = new TypedDocumentString(`
    mutation RetryMany($input: RetryOperationsInput!) {
  retryOperations(input: $input) {
    ...BulkResultParts
  }
}
    fragment BulkResultParts on BulkResult {
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
  }
}`) as unknown as TypedDocumentString<RetryManyMutation, RetryManyMutationVariables>;
export const PauseManyDocument = new TypedDocumentString(`
    mutation PauseMany($input: PauseOperationsInput!) {
  pauseOperations(input: $input) {
    ...BulkResultParts
  }
}
    fragment BulkResultParts on BulkResult {
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
  }
}`) as unknown as TypedDocumentString<PauseManyMutation, PauseManyMutationVariables>;
export const ResumeManyDocument = new TypedDocumentString(`
    mutation ResumeMany($input: ResumeOperationsInput!) {
  resumeOperations(input: $input) {
    ...BulkResultParts
  }
}
    fragment BulkResultParts on BulkResult {
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
  }
}`) as unknown as TypedDocumentString<ResumeManyMutation, ResumeManyMutationVariables>;
export const CancelManyDocument = new TypedDocumentString(`
    mutation CancelMany($input: CancelOperationsInput!) {
  cancelOperations(input: $input) {
    ...BulkResultParts
  }
}
    fragment BulkResultParts on BulkResult {
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
  }
}`) as unknown as TypedDocumentString<CancelManyMutation, CancelManyMutationVariables>;
export const DeleteManyDocument = new TypedDocumentString(`
    mutation DeleteMany($input: DeleteOperationsInput!) {
  deleteOperations(input: $input) {
    ...BulkResultParts
  }
}
    fragment BulkResultParts on BulkResult {
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
  }
}`) as unknown as TypedDocumentString<DeleteManyMutation, DeleteManyMutationVariables>;
export const ActiveBulkOperationsDocument = new TypedDocumentString(`
    query ActiveBulkOperations {
  operations(filter: { functionNames: ["bulk.control"], active: true }, first: 10) {
    edges {
      node {
        ...BulkOperationParts
      }
    }
  }
}
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}`) as unknown as TypedDocumentString<ActiveBulkOperationsQuery, ActiveBulkOperationsQueryVariables>;
export const BulkOperationDocument = new TypedDocumentString(`
    query BulkOperation($id: ID!) {
  operation(id: $id) {
    ...BulkOperationParts
  }
}
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}`) as unknown as TypedDocumentString<BulkOperationQuery, BulkOperationQueryVariables>;
export const PauseBulkDocument = new TypedDocumentString(`
    mutation PauseBulk($input: PauseOperationInput!) {
  pauseOperation(input: $input) {
    ... on PauseOperationPayload {
      operation {
        ...BulkOperationParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}`) as unknown as TypedDocumentString<PauseBulkMutation, PauseBulkMutationVariables>;
export const ResumeBulkDocument = new TypedDocumentString(`
    mutation ResumeBulk($input: ResumeOperationInput!) {
  resumeOperation(input: $input) {
    ... on ResumeOperationPayload {
      operation {
        ...BulkOperationParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}`) as unknown as TypedDocumentString<ResumeBulkMutation, ResumeBulkMutationVariables>;
export const CancelBulkDocument = new TypedDocumentString(`
    mutation CancelBulk($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    ... on CancelOperationPayload {
      operation {
        ...BulkOperationParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment BulkOperationParts on Operation {
  id
  state
  input
  result
  updatedAt
  availableActions
  progress {
    current
    total
    fraction
    unit
    rate
  }
  error {
    message
  }
}`) as unknown as TypedDocumentString<CancelBulkMutation, CancelBulkMutationVariables>;
export const BulkViewerDocument = new TypedDocumentString(`
    query BulkViewer {
  viewer {
    mayOperate
    mayAdminister
  }
}
    `) as unknown as TypedDocumentString<BulkViewerQuery, BulkViewerQueryVariables>;
export const BreakerListDocument = new TypedDocumentString(`
    query BreakerList {
  recoveryStatus {
    eventCursor
  }
  circuitBreakers {
    ...BreakerParts
  }
  functions {
    name
    circuitBreaker {
      scope
    }
  }
  viewer {
    role
    mayOperate
  }
}
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
  computedState
  computedRetryAt
  failureCount
  threshold
  timeout
  failureRate
  openedAt
  retryAt
  trips
  blockedOperations
  lastError
}`) as unknown as TypedDocumentString<BreakerListQuery, BreakerListQueryVariables>;
export const BreakerChangesDocument = new TypedDocumentString(`
    subscription BreakerChanges($after: String) {
  circuitBreakerUpdate(after: $after) {
    cursor
    scope
    type
    reason
    timestamp
    circuitBreaker {
      ...BreakerParts
    }
  }
}
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
  computedState
  computedRetryAt
  failureCount
  threshold
  timeout
  failureRate
  openedAt
  retryAt
  trips
  blockedOperations
  lastError
}`) as unknown as TypedDocumentString<BreakerChangesSubscription, BreakerChangesSubscriptionVariables>;
export const BreakerTrafficDocument = new TypedDocumentString(`
    subscription BreakerTraffic($after: String) {
  recoveryUpdate(after: $after, progress: false) {
    cursor
    type
  }
}
    `) as unknown as TypedDocumentString<BreakerTrafficSubscription, BreakerTrafficSubscriptionVariables>;
export const TripBreakerDocument = new TypedDocumentString(`
    mutation TripBreaker($input: TripCircuitBreakerInput!) {
  tripCircuitBreaker(input: $input) {
    ... on CircuitBreakerPayload {
      circuitBreaker {
        ...BreakerParts
      }
    }
    ... on Error {
      code
      message
    }
    ... on InvalidInputError {
      field
    }
  }
}
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
  computedState
  computedRetryAt
  failureCount
  threshold
  timeout
  failureRate
  openedAt
  retryAt
  trips
  blockedOperations
  lastError
}`) as unknown as TypedDocumentString<TripBreakerMutation, TripBreakerMutationVariables>;
export const ResetBreakerDocument = new TypedDocumentString(`
    mutation ResetBreaker($input: ResetCircuitBreakerInput!) {
  resetCircuitBreaker(input: $input) {
    ... on CircuitBreakerPayload {
      circuitBreaker {
        ...BreakerParts
      }
    }
    ... on Error {
      code
      message
    }
    ... on InvalidInputError {
      field
    }
  }
}
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
  computedState
  computedRetryAt
  failureCount
  threshold
  timeout
  failureRate
  openedAt
  retryAt
  trips
  blockedOperations
  lastError
}`) as unknown as TypedDocumentString<ResetBreakerMutation, ResetBreakerMutationVariables>;
export const DiagnosticsNowDocument = new TypedDocumentString(`
    query DiagnosticsNow {
  viewer {
    role
    mayOperate
    mayAdminister
  }
  testScenarios {
    id
    name
    description
    category
    timeout
    expectedResult
  }
}
    `) as unknown as TypedDocumentString<DiagnosticsNowQuery, DiagnosticsNowQueryVariables>;
export const DiagnosticRunsDocument = new TypedDocumentString(`
    query DiagnosticRuns($functionName: String!) {
  operations(filter: { functionNames: [$functionName] }, first: 10) {
    eventCursor
    edges {
      node {
        ...DiagnosticRun
      }
    }
  }
}
    fragment DiagnosticRun on Operation {
  id
  state
  createdAt
  startedAt
  finishedAt
  input
  result
  progress {
    fraction
    current
    total
    unit
    stage
    message
    rate
  }
  error {
    message
    remedy
  }
}`) as unknown as TypedDocumentString<DiagnosticRunsQuery, DiagnosticRunsQueryVariables>;
export const DiagnosticUpdatesDocument = new TypedDocumentString(`
    subscription DiagnosticUpdates($functionName: String, $after: String) {
  recoveryUpdate(functionName: $functionName, after: $after) {
    cursor
    type
    operationId
    progress {
      fraction
      current
      total
      unit
      stage
      message
      rate
    }
  }
}
    `) as unknown as TypedDocumentString<DiagnosticUpdatesSubscription, DiagnosticUpdatesSubscriptionVariables>;
export const StartTestsDocument = new TypedDocumentString(`
    mutation StartTests($input: RunTestsInput!) {
  runTests(input: $input) {
    operation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StartTestsMutation, StartTestsMutationVariables>;
export const StartValidationDocument = new TypedDocumentString(`
    mutation StartValidation($input: ValidatePerformanceInput!) {
  validatePerformance(input: $input) {
    operation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StartValidationMutation, StartValidationMutationVariables>;
export const StartBenchmarkDocument = new TypedDocumentString(`
    mutation StartBenchmark($input: RunBenchmarkInput!) {
  runBenchmark(input: $input) {
    operation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<StartBenchmarkMutation, StartBenchmarkMutationVariables>;
export const CancelDiagnosticsDocument = new TypedDocumentString(`
    mutation CancelDiagnostics($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    ... on CancelOperationPayload {
      operation {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelDiagnosticsMutation, CancelDiagnosticsMutationVariables>;
export const SelfTestDocument = new TypedDocumentString(`
    mutation SelfTest {
  runSelfTest {
    overall
    details {
      name
      passed
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SelfTestMutation, SelfTestMutationVariables>;
export const ClassifyDocument = new TypedDocumentString(`
    query Classify($error: ErrorSample!) {
  classifyError(error: $error) {
    category
    subcategory
    severity
    recoverability
    confidence
    retryable
    maxRetries
    retryAfter
    remedy
    breakerOutcome
    signal
  }
}
    `) as unknown as TypedDocumentString<ClassifyQuery, ClassifyQueryVariables>;
export const DownloadListsDocument = new TypedDocumentString(`
    query DownloadLists($active: Int!, $past: Int!) {
  active: operations(
    filter: { functionNames: ["download"], active: true }
    orderBy: { field: CREATED_AT, direction: ASC }
    first: $active
  ) {
    eventCursor
    pageInfo {
      hasNextPage
    }
    edges {
      node {
        ...DownloadFields
      }
    }
  }
  past: operations(
    filter: { functionNames: ["download"], active: false }
    orderBy: { field: UPDATED_AT, direction: DESC }
    first: $past
  ) {
    pageInfo {
      hasNextPage
    }
    edges {
      node {
        ...DownloadFields
      }
    }
  }
  all: operations(filter: { functionNames: ["download"] }, first: 0) {
    totalCount
  }
  waiting: operations(
    filter: { functionNames: ["download"], states: [PENDING] }
    first: 0
  ) {
    totalCount
  }
  begun: operations(
    filter: { functionNames: ["download"], states: [IN_PROGRESS, RECOVERING, PAUSED] }
    first: 0
  ) {
    totalCount
  }
  completed: operations(
    filter: { functionNames: ["download"], states: [SUCCESS] }
    first: 0
  ) {
    totalCount
  }
  failed: operations(
    filter: { functionNames: ["download"], states: [FAILED, EXHAUSTED] }
    first: 0
  ) {
    totalCount
  }
  functions {
    name
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<DownloadListsQuery, DownloadListsQueryVariables>;
export const DownloadUpdatesDocument = new TypedDocumentString(`
    subscription DownloadUpdates($after: String) {
  recoveryUpdate(functionName: "download", after: $after) {
    cursor
    type
    operationId
    operation {
      ...DownloadFields
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<DownloadUpdatesSubscription, DownloadUpdatesSubscriptionVariables>;
export const StartDownloadDocument = new TypedDocumentString(`
    mutation StartDownload($input: JSON!) {
  startOperation(input: { functionName: "download", input: $input }) {
    ... on StartOperationPayload {
      operation {
        ...DownloadFields
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<StartDownloadMutation, StartDownloadMutationVariables>;
export const PauseDownloadDocument = new TypedDocumentString(`
    mutation PauseDownload($id: ID!) {
  pauseOperation(input: { id: $id }) {
    ... on PauseOperationPayload {
      operation {
        ...DownloadFields
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<PauseDownloadMutation, PauseDownloadMutationVariables>;
export const ResumeDownloadDocument = new TypedDocumentString(`
    mutation ResumeDownload($id: ID!) {
  resumeOperation(input: { id: $id }) {
    ... on ResumeOperationPayload {
      operation {
        ...DownloadFields
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<ResumeDownloadMutation, ResumeDownloadMutationVariables>;
export const CancelDownloadDocument = new TypedDocumentString(`
    mutation CancelDownload($id: ID!) {
  cancelOperation(input: { id: $id }) {
    ... on CancelOperationPayload {
      operation {
        ...DownloadFields
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<CancelDownloadMutation, CancelDownloadMutationVariables>;
export const RetryDownloadDocument = new TypedDocumentString(`
    mutation RetryDownload($id: ID!, $force: Boolean!) {
  retryOperation(input: { id: $id, force: $force }) {
    ... on RetryOperationPayload {
      operation {
        ...DownloadFields
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment DownloadFields on Operation {
  id
  state
  attempt
  maxAttempts
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  availableActions
  input
  result
  progress {
    fraction
    current
    total
    rate
    stage
  }
  error {
    message
    remedy
  }
  circuitBreaker {
    scope
    state
    forced
  }
}`) as unknown as TypedDocumentString<RetryDownloadMutation, RetryDownloadMutationVariables>;
export const DownloadSettingsDocument = new TypedDocumentString(`
    query DownloadSettings {
  settings {
    ...DownloadLimits
  }
}
    fragment DownloadLimits on RecoverySettings {
  maxConcurrentDownloads
  maxRetries
  downloadTimeout
  downloadAttemptTimeout
  downloadBandwidthLimit
  downloadChunkSize
}`) as unknown as TypedDocumentString<DownloadSettingsQuery, DownloadSettingsQueryVariables>;
export const UpdateDownloadSettingsDocument = new TypedDocumentString(`
    mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    ... on UpdateSettingsPayload {
      settings {
        ...DownloadLimits
      }
    }
    ... on InvalidInputError {
      code
      message
      field
    }
  }
}
    fragment DownloadLimits on RecoverySettings {
  maxConcurrentDownloads
  maxRetries
  downloadTimeout
  downloadAttemptTimeout
  downloadBandwidthLimit
  downloadChunkSize
}`) as unknown as TypedDocumentString<UpdateDownloadSettingsMutation, UpdateDownloadSettingsMutationVariables>;
export const FrameStatusDocument = new TypedDocumentString(`
    query FrameStatus {
  recoveryStatus {
    version
    store
    activeOperations
    eventCursor
  }
}
    `) as unknown as TypedDocumentString<FrameStatusQuery, FrameStatusQueryVariables>;
export const FrameViewerDocument = new TypedDocumentString(`
    query FrameViewer {
  viewer {
    name
    role
    authenticated
  }
}
    `) as unknown as TypedDocumentString<FrameViewerQuery, FrameViewerQueryVariables>;
export const FrameUpdatesDocument = new TypedDocumentString(`
    subscription FrameUpdates($after: String) {
  recoveryUpdate(after: $after, progress: false) {
    cursor
    type
  }
}
    `) as unknown as TypedDocumentString<FrameUpdatesSubscription, FrameUpdatesSubscriptionVariables>;
export const FunctionListDocument = new TypedDocumentString(`
    query FunctionList {
  recoveryStatus {
    eventCursor
  }
  functions {
    ...FunctionPolicies
  }
}
    fragment FunctionPolicies on RecoverableFunction {
  name
  description
  internal
  maxAttempts
  strategy
  initialDelay
  backoffFactor
  maxDelay
  jitter
  timeout
  deadline
  concurrency
  whenOpen
  circuitBreaker {
    scope
    state
    forced
    computedState
  }
  retryBudget {
    scope
    tokens
    capacity
  }
  activeOperations
  totalOperations
  lightCalls
}`) as unknown as TypedDocumentString<FunctionListQuery, FunctionListQueryVariables>;
export const FunctionInputDocument = new TypedDocumentString(`
    query FunctionInput {
  functions {
    name
    inputSchema
  }
  viewer {
    role
    mayOperate
  }
}
    `) as unknown as TypedDocumentString<FunctionInputQuery, FunctionInputQueryVariables>;
export const FunctionHistoryDocument = new TypedDocumentString(`
    query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {
  timeSeries(
    functionName: $functionName
    window: $window
    resolution: $resolution
  ) {
    timestamp
    created
    succeeded
    recovered
    failed
    exhausted
    retryAttempts
    averageRecoveryTime
  }
}
    `) as unknown as TypedDocumentString<FunctionHistoryQuery, FunctionHistoryQueryVariables>;
export const RecentOperationsDocument = new TypedDocumentString(`
    query RecentOperations($functionName: String!) {
  operations(first: 10, filter: { functionNames: [$functionName] }) {
    edges {
      node {
        id
        state
        attempt
        maxAttempts
        createdAt
        updatedAt
        nextAttemptAt
        error {
          message
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecentOperationsQuery, RecentOperationsQueryVariables>;
export const FunctionTrafficDocument = new TypedDocumentString(`
    subscription FunctionTraffic($after: String, $functionName: String) {
  recoveryUpdate(after: $after, functionName: $functionName, progress: false) {
    cursor
    type
    functionName
  }
}
    `) as unknown as TypedDocumentString<FunctionTrafficSubscription, FunctionTrafficSubscriptionVariables>;
export const StartByHandDocument = new TypedDocumentString(`
    mutation StartByHand($input: StartOperationInput!) {
  startOperation(input: $input) {
    ... on StartOperationPayload {
      deduplicated
      operation {
        id
      }
    }
    ... on Error {
      code
      message
    }
    ... on InvalidInputError {
      field
    }
    ... on DuplicateOperationError {
      existingId
    }
  }
}
    `) as unknown as TypedDocumentString<StartByHandMutation, StartByHandMutationVariables>;
export const PauseShownOperationDocument = new TypedDocumentString(`
    mutation PauseShownOperation($input: PauseOperationInput!) {
  pauseOperation(input: $input) {
    ... on PauseOperationPayload {
      operation {
        ...OperationHeadParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<PauseShownOperationMutation, PauseShownOperationMutationVariables>;
export const ResumeShownOperationDocument = new TypedDocumentString(`
    mutation ResumeShownOperation($input: ResumeOperationInput!) {
  resumeOperation(input: $input) {
    ... on ResumeOperationPayload {
      operation {
        ...OperationHeadParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<ResumeShownOperationMutation, ResumeShownOperationMutationVariables>;
export const RetryShownOperationDocument = new TypedDocumentString(`
    mutation RetryShownOperation($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    ... on RetryOperationPayload {
      operation {
        ...OperationHeadParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<RetryShownOperationMutation, RetryShownOperationMutationVariables>;
export const CancelShownOperationDocument = new TypedDocumentString(`
    mutation CancelShownOperation($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    ... on CancelOperationPayload {
      operation {
        ...OperationHeadParts
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<CancelShownOperationMutation, CancelShownOperationMutationVariables>;
export const DeleteShownOperationDocument = new TypedDocumentString(`
    mutation DeleteShownOperation($input: DeleteOperationsInput!) {
  deleteOperations(input: $input) {
    changed
    skipped {
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteShownOperationMutation, DeleteShownOperationMutationVariables>;
export const ListedOperationsDocument = new TypedDocumentString(`
    query ListedOperations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {
  operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    eventCursor
    pageInfo {
      endCursor
      hasNextPage
    }
    edges {
      node {
        ...ListedOperation
      }
    }
  }
}
    fragment ListedOperation on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  failedAttempts
  recovered
  priority
  createdAt
  updatedAt
  nextAttemptAt
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
    category
    message
  }
}`) as unknown as TypedDocumentString<ListedOperationsQuery, ListedOperationsQueryVariables>;
export const ListedOperationCountDocument = new TypedDocumentString(`
    query ListedOperationCount($filter: OperationFilter) {
  operations(filter: $filter, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ListedOperationCountQuery, ListedOperationCountQueryVariables>;
export const ListedOperationUpdatesDocument = new TypedDocumentString(`
    subscription ListedOperationUpdates($after: String, $searched: Boolean!) {
  recoveryUpdate(after: $after) {
    cursor
    type
    operationId
    functionName
    operation {
      ...ListedOperation
      idempotencyKey @include(if: $searched)
      metadata @include(if: $searched)
    }
  }
}
    fragment ListedOperation on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  failedAttempts
  recovered
  priority
  createdAt
  updatedAt
  nextAttemptAt
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
    category
    message
  }
}`) as unknown as TypedDocumentString<ListedOperationUpdatesSubscription, ListedOperationUpdatesSubscriptionVariables>;
export const ListedFunctionsDocument = new TypedDocumentString(`
    query ListedFunctions {
  functions {
    name
  }
}
    `) as unknown as TypedDocumentString<ListedFunctionsQuery, ListedFunctionsQueryVariables>;
export const RetryListedOperationDocument = new TypedDocumentString(`
    mutation RetryListedOperation($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    ... on RetryOperationPayload {
      operation {
        ...ListedOperation
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment ListedOperation on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  failedAttempts
  recovered
  priority
  createdAt
  updatedAt
  nextAttemptAt
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
    category
    message
  }
}`) as unknown as TypedDocumentString<RetryListedOperationMutation, RetryListedOperationMutationVariables>;
export const OperationHeadDocument = new TypedDocumentString(`
    query OperationHead($id: ID!) {
  operation(id: $id) {
    ...OperationHeadParts
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<OperationHeadQuery, OperationHeadQueryVariables>;
export const OperationDataDocument = new TypedDocumentString(`
    query OperationData($id: ID!) {
  operation(id: $id) {
    input
    result
    metadata
  }
}
    `) as unknown as TypedDocumentString<OperationDataQuery, OperationDataQueryVariables>;
export const OperationAttemptsDocument = new TypedDocumentString(`
    query OperationAttempts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  operation(id: $id) {
    page: attempts(first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
      edges {
        cursor
        node {
          id
          number
          outcome
          startedAt
          finishedAt
          duration
          delayBefore
          strategy
          server
          error {
            ...ShownErrorParts
          }
        }
      }
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}`) as unknown as TypedDocumentString<OperationAttemptsQuery, OperationAttemptsQueryVariables>;
export const OperationStepsDocument = new TypedDocumentString(`
    query OperationSteps($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  operation(id: $id) {
    page: stepsConnection(
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
      edges {
        cursor
        node {
          id
          name
          kind
          attempt
          startedAt
          finishedAt
          undoneAt
          output
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperationStepsQuery, OperationStepsQueryVariables>;
export const OperationEventsDocument = new TypedDocumentString(`
    query OperationEvents($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  operation(id: $id) {
    page: events(first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
      edges {
        cursor
        node {
          type
          state
          attempt
          error
          actor
          data
          timestamp
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperationEventsQuery, OperationEventsQueryVariables>;
export const OperationChangesDocument = new TypedDocumentString(`
    subscription OperationChanges($id: ID!, $after: String) {
  recoveryUpdate(operationId: $id, after: $after, progress: false) {
    cursor
    type
    operation {
      ...OperationHeadParts
    }
  }
}
    fragment ShownErrorParts on OperationError {
  message
  name
  code
  category
  subcategory
  severity
  recoverability
  confidence
  retryable
  retryAfter
  remedy
  cause
  stack
}
fragment OperationHeadParts on Operation {
  id
  functionName
  state
  availableActions
  attempt
  maxAttempts
  totalAttempts
  round
  recovered
  priority
  idempotencyKey
  traceId
  createdAt
  updatedAt
  startedAt
  finishedAt
  nextAttemptAt
  deadlineAt
  eventCursor
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
    ...ShownErrorParts
  }
  circuitBreaker {
    scope
    state
    forced
    retryAt
  }
}`) as unknown as TypedDocumentString<OperationChangesSubscription, OperationChangesSubscriptionVariables>;
export const OperationProgressDocument = new TypedDocumentString(`
    subscription OperationProgress($id: ID!, $after: String) {
  recoveryUpdate(operationId: $id, after: $after, progress: true) {
    cursor
    type
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
    `) as unknown as TypedDocumentString<OperationProgressSubscription, OperationProgressSubscriptionVariables>;
export const MissingOperationDocument = new TypedDocumentString(`
    query MissingOperation {
  settings {
    retention
  }
  recoveryStatus {
    eventCursor
    persistenceEnabled
  }
}
    `) as unknown as TypedDocumentString<MissingOperationQuery, MissingOperationQueryVariables>;
export const OperationSurroundingsDocument = new TypedDocumentString(`
    query OperationSurroundings {
  viewer {
    mayOperate
    mayAdminister
  }
  functions {
    name
    internal
    inputSchema
  }
}
    `) as unknown as TypedDocumentString<OperationSurroundingsQuery, OperationSurroundingsQueryVariables>;
export const OverviewStatusDocument = new TypedDocumentString(`
    query OverviewStatus {
  recoveryStatus {
    eventCursor
    totalOperations
    activeOperations
    recoveredOperations
    failedOperations
    retryAttempts
    averageRecoveryTime
    byState {
      state
      count
    }
  }
  performance {
    circuitBreakerTrips
  }
  viewer {
    mayOperate
  }
}
    `) as unknown as TypedDocumentString<OverviewStatusQuery, OverviewStatusQueryVariables>;
export const OverviewSeriesDocument = new TypedDocumentString(`
    query OverviewSeries($window: Duration!, $resolution: Duration!) {
  timeSeries(window: $window, resolution: $resolution) {
    timestamp
    created
    succeeded
    failed
    exhausted
    recovered
    retryAttempts
    circuitBreakerTrips
    averageRecoveryTime
  }
}
    `) as unknown as TypedDocumentString<OverviewSeriesQuery, OverviewSeriesQueryVariables>;
export const OverviewAttentionDocument = new TypedDocumentString(`
    query OverviewAttention {
  attention {
    errors(first: 5) {
      groupCount
      isComplete
      groups {
        key
        functionName
        message
        category
        count
        remedy
        latestAt
        filter {
          functionNames
          categories
          states
          search
        }
      }
    }
    openCircuitBreakers {
      id
      scope
      state
      forced
      computedState
      retryAt
      blockedOperations
      lastError
    }
    stuck(first: 5) {
      count
      isComplete
      operations {
        operationId
        functionName
        reason
        since
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewAttentionQuery, OverviewAttentionQueryVariables>;
export const OverviewRunningDocument = new TypedDocumentString(`
    query OverviewRunning($first: Int!) {
  operations(
    first: $first
    filter: { states: [IN_PROGRESS, RECOVERING] }
    orderBy: { field: CREATED_AT, direction: DESC }
  ) {
    edges {
      node {
        id
        functionName
        state
        attempt
        maxAttempts
        nextAttemptAt
        error {
          message
        }
        progress {
          current
          total
          fraction
          unit
          rate
          stage
          message
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewRunningQuery, OverviewRunningQueryVariables>;
export const OverviewUpdatesDocument = new TypedDocumentString(`
    subscription OverviewUpdates($after: String) {
  recoveryUpdate(after: $after) {
    cursor
    type
    operationId
    state
    attempt
    maxAttempts
    nextAttemptAt
    error
    progress {
      current
      total
      fraction
      unit
      rate
      stage
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewUpdatesSubscription, OverviewUpdatesSubscriptionVariables>;
export const OverviewBreakerUpdatesDocument = new TypedDocumentString(`
    subscription OverviewBreakerUpdates($after: String) {
  circuitBreakerUpdate(after: $after) {
    cursor
  }
}
    `) as unknown as TypedDocumentString<OverviewBreakerUpdatesSubscription, OverviewBreakerUpdatesSubscriptionVariables>;
export const RetryErrorGroupDocument = new TypedDocumentString(`
    mutation RetryErrorGroup($input: RetryOperationsInput!) {
  retryOperations(input: $input) {
    changed
    matched
    skippedCount
    operation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RetryErrorGroupMutation, RetryErrorGroupMutationVariables>;
export const ResetOpenBreakerDocument = new TypedDocumentString(`
    mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {
  resetCircuitBreaker(input: $input) {
    ... on CircuitBreakerPayload {
      circuitBreaker {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetOpenBreakerMutation, ResetOpenBreakerMutationVariables>;
export const SettingsNowDocument = new TypedDocumentString(`
    query SettingsNow {
  viewer {
    role
    mayAdminister
    authenticated
  }
  settings {
    ...SettingsFields
  }
}
    fragment SettingValues on RecoverySettings {
  maxRetries
  initialDelay
  backoffFactor
  maxDelay
  circuitBreakerThreshold
  circuitBreakerTimeout
  concurrency
  retention
  eventRetention
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadAttemptTimeout
  downloadChunkSize
}
fragment SettingsFields on RecoverySettings {
  ...SettingValues
  changed
  configured {
    ...SettingValues
  }
}`) as unknown as TypedDocumentString<SettingsNowQuery, SettingsNowQueryVariables>;
export const ChangeSettingsDocument = new TypedDocumentString(`
    mutation ChangeSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    ... on UpdateSettingsPayload {
      settings {
        ...SettingsFields
      }
    }
    ... on Error {
      code
      message
    }
    ... on InvalidInputError {
      field
    }
  }
}
    fragment SettingValues on RecoverySettings {
  maxRetries
  initialDelay
  backoffFactor
  maxDelay
  circuitBreakerThreshold
  circuitBreakerTimeout
  concurrency
  retention
  eventRetention
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadAttemptTimeout
  downloadChunkSize
}
fragment SettingsFields on RecoverySettings {
  ...SettingValues
  changed
  configured {
    ...SettingValues
  }
}`) as unknown as TypedDocumentString<ChangeSettingsMutation, ChangeSettingsMutationVariables>;
export const ServerFactsDocument = new TypedDocumentString(`
    query ServerFacts {
  recoveryStatus {
    version
    store
    persistenceEnabled
    enabled
    uptime
    eventCursor
    servers {
      id
      host
      startedAt
      running
      version
    }
  }
  functions {
    name
    internal
  }
}
    `) as unknown as TypedDocumentString<ServerFactsQuery, ServerFactsQueryVariables>;
export const RecentAuditDocument = new TypedDocumentString(`
    query RecentAudit($last: Int!) {
  auditTrail(last: $last) {
    edges {
      node {
        cursor
        actor
        action
        timestamp
        data
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecentAuditQuery, RecentAuditQueryVariables>;