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

/** Whether a circuit breaker permits attempts. */
export type CircuitState =
  /** Attempts are permitted. */
  | 'CLOSED'
  /** Its time is over: a few attempts are permitted as probes, and decide whether it closes or opens again. */
  | 'HALF_OPEN'
  /** Attempts are refused until `retryAt`, or until it is reset when that is null. */
  | 'OPEN';

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

export type StartMutationVariables = Exact<{
  input: StartOperationInput;
}>;


export type StartMutation = { startOperation:
    | { __typename: 'DuplicateOperationError', code: ErrorCode, message: string }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'OverloadedError', code: ErrorCode, message: string }
    | { __typename: 'StartOperationPayload', deduplicated: boolean, operation: { id: string, functionName: string, state: OperationState } }
    | { __typename: 'UnknownFunctionError', code: ErrorCode, message: string }
   };

export type RetryMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RetryMutation = { retryOperation:
    | { __typename: 'CircuitOpenError', code: ErrorCode, message: string }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'InvalidTransitionError', code: ErrorCode, message: string }
    | { __typename: 'NeedsForceError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'RetryOperationPayload', retryId: string, operation: { id: string, state: OperationState } }
    | { __typename: 'UnknownFunctionError', code: ErrorCode, message: string }
   };

export type PauseMutationVariables = Exact<{
  input: PauseOperationInput;
}>;


export type PauseMutation = { pauseOperation:
    | { __typename: 'InvalidTransitionError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PauseOperationPayload', operation: { id: string, state: OperationState } }
   };

export type ResumeMutationVariables = Exact<{
  input: ResumeOperationInput;
}>;


export type ResumeMutation = { resumeOperation:
    | { __typename: 'InvalidTransitionError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ResumeOperationPayload', operation: { id: string, state: OperationState } }
   };

export type CancelMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type CancelMutation = { cancelOperation:
    | { __typename: 'CancelOperationPayload', operation: { id: string, state: OperationState } }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'InvalidTransitionError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
   };

export type ProgressFieldsFragment = { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null };

export type FollowedOperationQueryVariables = Exact<{
  id: string;
}>;


export type FollowedOperationQuery = { operation: { id: string, functionName: string, state: OperationState, eventCursor: string, attempt: number, maxAttempts: number, nextAttemptAt: string | null, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null, error: { message: string, code: string | null, category: ErrorCategory, remedy: string } | null } | null };

export type UpdatesSubscriptionVariables = Exact<{
  operationId?: string | null | undefined;
  functionName?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type UpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, error: string | null, nextAttemptAt: string | null, timestamp: string, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null } };

export type OperationDetailsQueryVariables = Exact<{
  id: string;
  attempts: number;
  events: number;
}>;


export type OperationDetailsQuery = { operation: { id: string, functionName: string, state: OperationState, eventCursor: string, attempt: number, maxAttempts: number, round: number, totalAttempts: number, priority: number, idempotencyKey: string | null, recovered: boolean, input: unknown, result: unknown, metadata: unknown, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null, error: { name: string, message: string, code: string | null, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, retryable: boolean, remedy: string, retryAfter: number | null } | null, circuitBreaker: { scope: string, state: CircuitState, retryAt: string | null } | null, attempts: { edges: Array<{ node: { number: number, outcome: AttemptOutcome, startedAt: string, finishedAt: string | null, duration: number | null, delayBefore: number | null, server: string | null, error: { message: string, code: string | null, category: ErrorCategory } | null } }> }, steps: Array<{ name: string, kind: StepKind, attempt: number, startedAt: string, finishedAt: string, output: unknown }>, events: { edges: Array<{ node: { type: string, state: OperationState, attempt: number, error: string | null, actor: string | null, data: unknown, timestamp: string } }> } } | null };

export type OperationListQueryVariables = Exact<{
  filter?: OperationFilter | null | undefined;
  orderBy?: OperationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  count: boolean;
}>;


export type OperationListQuery = { operations: { totalCount?: number, eventCursor: string, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, priority: number, createdAt: string, updatedAt: string, finishedAt: string | null, nextAttemptAt: string | null, metadata: unknown, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, stage: string | null, message: string | null, rate: number | null } | null, error: { message: string, code: string | null, category: ErrorCategory } | null } }> } };

export type CountOperationsQueryVariables = Exact<{
  filter?: OperationFilter | null | undefined;
}>;


export type CountOperationsQuery = { operations: { totalCount: number } };

export type BreakersQueryVariables = Exact<{ [key: string]: never; }>;


export type BreakersQuery = { circuitBreakers: Array<{ id: string, scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, computedRetryAt: string | null, failureCount: number, threshold: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null }> };

export type TripMutationVariables = Exact<{
  input: TripCircuitBreakerInput;
}>;


export type TripMutation = { tripCircuitBreaker:
    | { __typename: 'CircuitBreakerPayload', circuitBreaker: { scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, retryAt: string | null } }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
   };

export type ResetMutationVariables = Exact<{
  input: ResetCircuitBreakerInput;
}>;


export type ResetMutation = { resetCircuitBreaker:
    | { __typename: 'CircuitBreakerPayload', circuitBreaker: { scope: string, state: CircuitState, forced: boolean, computedState: CircuitState, retryAt: string | null } }
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
   };

export type StatusQueryVariables = Exact<{ [key: string]: never; }>;


export type StatusQuery = { recoveryStatus: { version: string, store: string, uptime: number, enabled: boolean, persistenceEnabled: boolean, activeOperations: number, totalOperations: number, recoveredOperations: number, failedOperations: number, exhaustedOperations: number, retryAttempts: number, averageRecoveryTime: number, byState: Array<{ state: OperationState, count: number }>, servers: Array<{ id: string, host: string, version: string, startedAt: string, lastSeenAt: string, running: number }> }, functions: Array<{ name: string, description: string | null, maxAttempts: number, strategy: string, activeOperations: number, totalOperations: number }> };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null } };

export type AllSettingsFragment = { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings:
    | { __typename: 'InvalidInputError', code: ErrorCode, message: string }
    | { __typename: 'UpdateSettingsPayload', settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadChunkSize: number | null } }
   };

export type ServerVersionQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerVersionQuery = { recoveryStatus: { version: string, store: string } };

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
export const ProgressFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProgressFields on Progress {
  fraction
  current
  total
  unit
  stage
  message
  rate
}
    `, {"fragmentName":"ProgressFields"}) as unknown as TypedDocumentString<ProgressFieldsFragment, unknown>;
export const AllSettingsFragmentDoc = new TypedDocumentString(`
    fragment AllSettings on RecoverySettings {
  changed
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
    `, {"fragmentName":"AllSettings"}) as unknown as TypedDocumentString<AllSettingsFragment, unknown>;
export const StartDocument = new TypedDocumentString(`
    mutation Start($input: StartOperationInput!) {
  startOperation(input: $input) {
    __typename
    ... on StartOperationPayload {
      deduplicated
      operation {
        id
        functionName
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartMutation, StartMutationVariables>;
export const RetryDocument = new TypedDocumentString(`
    mutation Retry($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    __typename
    ... on RetryOperationPayload {
      retryId
      operation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RetryMutation, RetryMutationVariables>;
export const PauseDocument = new TypedDocumentString(`
    mutation Pause($input: PauseOperationInput!) {
  pauseOperation(input: $input) {
    __typename
    ... on PauseOperationPayload {
      operation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseMutation, PauseMutationVariables>;
export const ResumeDocument = new TypedDocumentString(`
    mutation Resume($input: ResumeOperationInput!) {
  resumeOperation(input: $input) {
    __typename
    ... on ResumeOperationPayload {
      operation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const CancelDocument = new TypedDocumentString(`
    mutation Cancel($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    __typename
    ... on CancelOperationPayload {
      operation {
        id
        state
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelMutation, CancelMutationVariables>;
export const FollowedOperationDocument = new TypedDocumentString(`
    query FollowedOperation($id: ID!) {
  operation(id: $id) {
    id
    functionName
    state
    eventCursor
    attempt
    maxAttempts
    nextAttemptAt
    result
    progress {
      ...ProgressFields
    }
    error {
      message
      code
      category
      remedy
    }
  }
}
    fragment ProgressFields on Progress {
  fraction
  current
  total
  unit
  stage
  message
  rate
}`) as unknown as TypedDocumentString<FollowedOperationQuery, FollowedOperationQueryVariables>;
export const UpdatesDocument = new TypedDocumentString(`
    subscription Updates($operationId: ID, $functionName: String, $after: String) {
  recoveryUpdate(
    operationId: $operationId
    functionName: $functionName
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
      ...ProgressFields
    }
  }
}
    fragment ProgressFields on Progress {
  fraction
  current
  total
  unit
  stage
  message
  rate
}`) as unknown as TypedDocumentString<UpdatesSubscription, UpdatesSubscriptionVariables>;
export const OperationDetailsDocument = new TypedDocumentString(`
    query OperationDetails($id: ID!, $attempts: Int!, $events: Int!) {
  operation(id: $id) {
    id
    functionName
    state
    eventCursor
    attempt
    maxAttempts
    round
    totalAttempts
    priority
    idempotencyKey
    recovered
    input
    result
    metadata
    createdAt
    updatedAt
    startedAt
    finishedAt
    nextAttemptAt
    deadlineAt
    availableActions
    progress {
      ...ProgressFields
    }
    error {
      name
      message
      code
      category
      subcategory
      severity
      retryable
      remedy
      retryAfter
    }
    circuitBreaker {
      scope
      state
      retryAt
    }
    attempts(last: $attempts) {
      edges {
        node {
          number
          outcome
          startedAt
          finishedAt
          duration
          delayBefore
          server
          error {
            message
            code
            category
          }
        }
      }
    }
    steps {
      name
      kind
      attempt
      startedAt
      finishedAt
      output
    }
    events(last: $events) {
      edges {
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
    fragment ProgressFields on Progress {
  fraction
  current
  total
  unit
  stage
  message
  rate
}`) as unknown as TypedDocumentString<OperationDetailsQuery, OperationDetailsQueryVariables>;
export const OperationListDocument = new TypedDocumentString(`
    query OperationList($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String, $count: Boolean!) {
  operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount @include(if: $count)
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
        priority
        createdAt
        updatedAt
        finishedAt
        nextAttemptAt
        metadata
        progress {
          ...ProgressFields
        }
        error {
          message
          code
          category
        }
      }
    }
  }
}
    fragment ProgressFields on Progress {
  fraction
  current
  total
  unit
  stage
  message
  rate
}`) as unknown as TypedDocumentString<OperationListQuery, OperationListQueryVariables>;
export const CountOperationsDocument = new TypedDocumentString(`
    query CountOperations($filter: OperationFilter) {
  operations(filter: $filter, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountOperationsQuery, CountOperationsQueryVariables>;
export const BreakersDocument = new TypedDocumentString(`
    query Breakers {
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
    `) as unknown as TypedDocumentString<BreakersQuery, BreakersQueryVariables>;
export const TripDocument = new TypedDocumentString(`
    mutation Trip($input: TripCircuitBreakerInput!) {
  tripCircuitBreaker(input: $input) {
    __typename
    ... on CircuitBreakerPayload {
      circuitBreaker {
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
    `) as unknown as TypedDocumentString<TripMutation, TripMutationVariables>;
export const ResetDocument = new TypedDocumentString(`
    mutation Reset($input: ResetCircuitBreakerInput!) {
  resetCircuitBreaker(input: $input) {
    __typename
    ... on CircuitBreakerPayload {
      circuitBreaker {
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
    `) as unknown as TypedDocumentString<ResetMutation, ResetMutationVariables>;
export const StatusDocument = new TypedDocumentString(`
    query Status {
  recoveryStatus {
    version
    store
    uptime
    enabled
    persistenceEnabled
    activeOperations
    totalOperations
    recoveredOperations
    failedOperations
    exhaustedOperations
    retryAttempts
    averageRecoveryTime
    byState {
      state
      count
    }
    servers {
      id
      host
      version
      startedAt
      lastSeenAt
      running
    }
  }
  functions {
    name
    description
    maxAttempts
    strategy
    activeOperations
    totalOperations
  }
}
    `) as unknown as TypedDocumentString<StatusQuery, StatusQueryVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  settings {
    ...AllSettings
  }
}
    fragment AllSettings on RecoverySettings {
  changed
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
}`) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const UpdateSettingsDocument = new TypedDocumentString(`
    mutation UpdateSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    __typename
    ... on UpdateSettingsPayload {
      settings {
        ...AllSettings
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment AllSettings on RecoverySettings {
  changed
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
}`) as unknown as TypedDocumentString<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const ServerVersionDocument = new TypedDocumentString(`
    query ServerVersion {
  recoveryStatus {
    version
    store
  }
}
    `) as unknown as TypedDocumentString<ServerVersionQuery, ServerVersionQueryVariables>;