/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which operation to cancel, and why. */
export type CancelOperationInput = {
  /** Its id. */
  id: string;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
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

type ErrorFields_CircuitOpenError_Fragment = { __typename: 'CircuitOpenError', retryAfter: number, untilReset: boolean, code: ErrorCode, message: string };

type ErrorFields_DuplicateOperationError_Fragment = { __typename: 'DuplicateOperationError', code: ErrorCode, message: string };

type ErrorFields_InvalidInputError_Fragment = { __typename: 'InvalidInputError', field: string | null, code: ErrorCode, message: string };

type ErrorFields_InvalidTransitionError_Fragment = { __typename: 'InvalidTransitionError', allowedActions: Array<OperationAction>, code: ErrorCode, message: string };

type ErrorFields_NeedsForceError_Fragment = { __typename: 'NeedsForceError', code: ErrorCode, message: string };

type ErrorFields_NotFoundError_Fragment = { __typename: 'NotFoundError', code: ErrorCode, message: string };

type ErrorFields_OverloadedError_Fragment = { __typename: 'OverloadedError', code: ErrorCode, message: string };

type ErrorFields_UnknownFunctionError_Fragment = { __typename: 'UnknownFunctionError', code: ErrorCode, message: string };

export type ErrorFieldsFragment =
  | ErrorFields_CircuitOpenError_Fragment
  | ErrorFields_DuplicateOperationError_Fragment
  | ErrorFields_InvalidInputError_Fragment
  | ErrorFields_InvalidTransitionError_Fragment
  | ErrorFields_NeedsForceError_Fragment
  | ErrorFields_NotFoundError_Fragment
  | ErrorFields_OverloadedError_Fragment
  | ErrorFields_UnknownFunctionError_Fragment
;

export type RestRetryMutationVariables = Exact<{
  input: RetryOperationInput;
}>;


export type RestRetryMutation = { retryOperation:
    | { __typename: 'CircuitOpenError', retryAfter: number, untilReset: boolean, code: ErrorCode, message: string }
    | { __typename: 'InvalidInputError', field: string | null, code: ErrorCode, message: string }
    | { __typename: 'InvalidTransitionError', allowedActions: Array<OperationAction>, code: ErrorCode, message: string }
    | { __typename: 'NeedsForceError', code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { retryId: string, operation: { id: string, state: OperationState } }
    | { __typename: 'UnknownFunctionError', code: ErrorCode, message: string }
   };

export type RestCancelMutationVariables = Exact<{
  input: CancelOperationInput;
}>;


export type RestCancelMutation = { cancelOperation:
    | { operation: { id: string, state: OperationState } }
    | { __typename: 'InvalidInputError', field: string | null, code: ErrorCode, message: string }
    | { __typename: 'InvalidTransitionError', allowedActions: Array<OperationAction>, code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
   };

export type RestPauseMutationVariables = Exact<{
  input: PauseOperationInput;
}>;


export type RestPauseMutation = { pauseOperation:
    | { __typename: 'InvalidTransitionError', allowedActions: Array<OperationAction>, code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState } }
   };

export type RestResumeMutationVariables = Exact<{
  input: ResumeOperationInput;
}>;


export type RestResumeMutation = { resumeOperation:
    | { __typename: 'InvalidTransitionError', allowedActions: Array<OperationAction>, code: ErrorCode, message: string }
    | { __typename: 'NotFoundError', code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState } }
   };

export type RestSelfTestMutationVariables = Exact<{ [key: string]: never; }>;


export type RestSelfTestMutation = { runSelfTest: { persistenceTest: boolean, strategyTest: boolean, classificationTest: boolean, circuitBreakerTest: boolean, overall: string, details: Array<{ name: string, passed: boolean, message: string }> } };

export type RestScenariosQueryVariables = Exact<{ [key: string]: never; }>;


export type RestScenariosQuery = { testScenarios: Array<{ id: string, name: string, description: string, category: string, durationSeconds: number, timeout: number, expectedResult: string }> };

export type RestRunTestsMutationVariables = Exact<{
  input: RunTestsInput;
}>;


export type RestRunTestsMutation = { runTests: { operation: { id: string, state: OperationState, error: { message: string } | null } | null, report: { totalTests: number, passedTests: number, failedTests: number, successRate: number, testSummary: { unitTests: { passed: number, failed: number, successRate: number }, integrationTests: { passed: number, failed: number, successRate: number }, performanceTests: { passed: number, failed: number, successRate: number }, endToEndTests: { passed: number, failed: number, successRate: number } }, failedTestDetails: Array<{ testName: string, error: string, category: string }> } | null } };

export type RestValidatePerformanceMutationVariables = Exact<{
  input: ValidatePerformanceInput;
}>;


export type RestValidatePerformanceMutation = { validatePerformance: { operation: { id: string, state: OperationState, error: { message: string } | null } | null, report: { baselineOperationsPerSecond: number, recoveryOperationsPerSecond: number, performanceImpactPercent: number, memoryOverheadMb: number, cpuOverheadPercent: number, validationPassed: boolean, recommendations: Array<string> } | null } };

export type RestRunBenchmarkMutationVariables = Exact<{
  input: RunBenchmarkInput;
}>;


export type RestRunBenchmarkMutation = { runBenchmark: { operation: { id: string, state: OperationState, error: { message: string } | null } | null, report: { overallScore: number, scenarioResults: Array<{ scenario: string, successRate: number, averageRecoveryTime: number, score: number }>, systemMetrics: { cpuUsagePercent: number, memoryUsageMb: number, diskIoMbS: number } } | null } };

export type DownloadSettingsFieldsFragment = { maxRetries: number, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadChunkSize: number | null };

export type RestSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type RestSettingsQuery = { settings: { maxRetries: number, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadChunkSize: number | null } };

export type RestUpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type RestUpdateSettingsMutation = { updateSettings:
    | { __typename: 'InvalidInputError', field: string | null, code: ErrorCode, message: string }
    | { settings: { maxRetries: number, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadChunkSize: number | null } }
   };

export type OperationFieldsFragment = { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, round: number, totalAttempts: number, recovered: boolean, priority: number, input: unknown, metadata: unknown, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, confidence: number, retryable: boolean, remedy: string } | null };

export type RestOperationsQueryVariables = Exact<{
  filter: OperationFilter;
  orderBy: OperationOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type RestOperationsQuery = { operations: { totalCount: number, edges: Array<{ node: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, round: number, totalAttempts: number, recovered: boolean, priority: number, input: unknown, metadata: unknown, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, confidence: number, retryable: boolean, remedy: string } | null } }> } };

export type RestPassedOverQueryVariables = Exact<{
  filter: OperationFilter;
  orderBy: OperationOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type RestPassedOverQuery = { operations: { pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type RestOperationQueryVariables = Exact<{
  id: string;
}>;


export type RestOperationQuery = { operation: { result: unknown, id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, round: number, totalAttempts: number, recovered: boolean, priority: number, input: unknown, metadata: unknown, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, confidence: number, retryable: boolean, remedy: string } | null } | null };

export type RestStartMutationVariables = Exact<{
  input: StartOperationInput;
}>;


export type RestStartMutation = { startOperation:
    | { __typename: 'DuplicateOperationError', code: ErrorCode, message: string }
    | { __typename: 'InvalidInputError', field: string | null, code: ErrorCode, message: string }
    | { __typename: 'OverloadedError', code: ErrorCode, message: string }
    | { deduplicated: boolean, operation: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, round: number, totalAttempts: number, recovered: boolean, priority: number, input: unknown, metadata: unknown, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, deadlineAt: string | null, availableActions: Array<OperationAction>, progress: { fraction: number | null, current: number | null, total: number | null, unit: string | null, rate: number | null, stage: string | null, message: string | null } | null, error: { message: string, category: ErrorCategory, subcategory: string, severity: ErrorSeverity, confidence: number, retryable: boolean, remedy: string } | null } }
    | { __typename: 'UnknownFunctionError', code: ErrorCode, message: string }
   };

export type RestDownloadStateQueryVariables = Exact<{
  id: string;
}>;


export type RestDownloadStateQuery = { operation: { functionName: string } | null };

export type RestStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type RestStatusQuery = { recoveryStatus: { enabled: boolean, persistenceEnabled: boolean, maxRetries: number, circuitBreakerThreshold: number, activeOperations: number, totalOperations: number, recoveredOperations: number, failedOperations: number, averageRecoveryTime: number, retryAttempts: number, version: string, store: string, uptime: number, byState: Array<{ state: OperationState, count: number }> } };

export type RestPerformanceQueryVariables = Exact<{
  window?: number | string | null | undefined;
}>;


export type RestPerformanceQuery = { recoveryStatus: { enabled: boolean }, performance: { totalOperations: number, recoveredOperations: number, failedOperations: number, averageRecoveryTime: number, retryAttempts: number, circuitBreakerTrips: number, successRate: number, averageAttemptsPerRecovery: number } };

export type RestEnabledQueryVariables = Exact<{ [key: string]: never; }>;


export type RestEnabledQuery = { recoveryStatus: { enabled: boolean } };

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
export const ErrorFieldsFragmentDoc = new TypedDocumentString(`
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}
    `, {"fragmentName":"ErrorFields"}) as unknown as TypedDocumentString<ErrorFieldsFragment, unknown>;
export const DownloadSettingsFieldsFragmentDoc = new TypedDocumentString(`
    fragment DownloadSettingsFields on RecoverySettings {
  maxRetries
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadChunkSize
}
    `, {"fragmentName":"DownloadSettingsFields"}) as unknown as TypedDocumentString<DownloadSettingsFieldsFragment, unknown>;
export const OperationFieldsFragmentDoc = new TypedDocumentString(`
    fragment OperationFields on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  round
  totalAttempts
  recovered
  priority
  input
  metadata
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
    category
    subcategory
    severity
    confidence
    retryable
    remedy
  }
}
    `, {"fragmentName":"OperationFields"}) as unknown as TypedDocumentString<OperationFieldsFragment, unknown>;
export const RestRetryDocument = new TypedDocumentString(`
    mutation RestRetry($input: RetryOperationInput!) {
  retryOperation(input: $input) {
    ... on RetryOperationPayload {
      retryId
      operation {
        id
        state
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}`) as unknown as TypedDocumentString<RestRetryMutation, RestRetryMutationVariables>;
export const RestCancelDocument = new TypedDocumentString(`
    mutation RestCancel($input: CancelOperationInput!) {
  cancelOperation(input: $input) {
    ... on CancelOperationPayload {
      operation {
        id
        state
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}`) as unknown as TypedDocumentString<RestCancelMutation, RestCancelMutationVariables>;
export const RestPauseDocument = new TypedDocumentString(`
    mutation RestPause($input: PauseOperationInput!) {
  pauseOperation(input: $input) {
    ... on PauseOperationPayload {
      operation {
        id
        state
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}`) as unknown as TypedDocumentString<RestPauseMutation, RestPauseMutationVariables>;
export const RestResumeDocument = new TypedDocumentString(`
    mutation RestResume($input: ResumeOperationInput!) {
  resumeOperation(input: $input) {
    ... on ResumeOperationPayload {
      operation {
        id
        state
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}`) as unknown as TypedDocumentString<RestResumeMutation, RestResumeMutationVariables>;
export const RestSelfTestDocument = new TypedDocumentString(`
    mutation RestSelfTest {
  runSelfTest {
    persistenceTest
    strategyTest
    classificationTest
    circuitBreakerTest
    overall
    details {
      name
      passed
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestSelfTestMutation, RestSelfTestMutationVariables>;
export const RestScenariosDocument = new TypedDocumentString(`
    query RestScenarios {
  testScenarios {
    id
    name
    description
    category
    durationSeconds
    timeout
    expectedResult
  }
}
    `) as unknown as TypedDocumentString<RestScenariosQuery, RestScenariosQueryVariables>;
export const RestRunTestsDocument = new TypedDocumentString(`
    mutation RestRunTests($input: RunTestsInput!) {
  runTests(input: $input) {
    operation {
      id
      state
      error {
        message
      }
    }
    report {
      totalTests
      passedTests
      failedTests
      successRate
      testSummary {
        unitTests {
          passed
          failed
          successRate
        }
        integrationTests {
          passed
          failed
          successRate
        }
        performanceTests {
          passed
          failed
          successRate
        }
        endToEndTests {
          passed
          failed
          successRate
        }
      }
      failedTestDetails {
        testName
        error
        category
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RestRunTestsMutation, RestRunTestsMutationVariables>;
export const RestValidatePerformanceDocument = new TypedDocumentString(`
    mutation RestValidatePerformance($input: ValidatePerformanceInput!) {
  validatePerformance(input: $input) {
    operation {
      id
      state
      error {
        message
      }
    }
    report {
      baselineOperationsPerSecond
      recoveryOperationsPerSecond
      performanceImpactPercent
      memoryOverheadMb
      cpuOverheadPercent
      validationPassed
      recommendations
    }
  }
}
    `) as unknown as TypedDocumentString<RestValidatePerformanceMutation, RestValidatePerformanceMutationVariables>;
export const RestRunBenchmarkDocument = new TypedDocumentString(`
    mutation RestRunBenchmark($input: RunBenchmarkInput!) {
  runBenchmark(input: $input) {
    operation {
      id
      state
      error {
        message
      }
    }
    report {
      overallScore
      scenarioResults {
        scenario
        successRate
        averageRecoveryTime
        score
      }
      systemMetrics {
        cpuUsagePercent
        memoryUsageMb
        diskIoMbS
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RestRunBenchmarkMutation, RestRunBenchmarkMutationVariables>;
export const RestSettingsDocument = new TypedDocumentString(`
    query RestSettings {
  settings {
    ...DownloadSettingsFields
  }
}
    fragment DownloadSettingsFields on RecoverySettings {
  maxRetries
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadChunkSize
}`) as unknown as TypedDocumentString<RestSettingsQuery, RestSettingsQueryVariables>;
export const RestUpdateSettingsDocument = new TypedDocumentString(`
    mutation RestUpdateSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    ... on UpdateSettingsPayload {
      settings {
        ...DownloadSettingsFields
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}
fragment DownloadSettingsFields on RecoverySettings {
  maxRetries
  maxConcurrentDownloads
  downloadBandwidthLimit
  downloadTimeout
  downloadChunkSize
}`) as unknown as TypedDocumentString<RestUpdateSettingsMutation, RestUpdateSettingsMutationVariables>;
export const RestOperationsDocument = new TypedDocumentString(`
    query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
  operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    edges {
      node {
        ...OperationFields
      }
    }
  }
}
    fragment OperationFields on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  round
  totalAttempts
  recovered
  priority
  input
  metadata
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
    category
    subcategory
    severity
    confidence
    retryable
    remedy
  }
}`) as unknown as TypedDocumentString<RestOperationsQuery, RestOperationsQueryVariables>;
export const RestPassedOverDocument = new TypedDocumentString(`
    query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
  operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<RestPassedOverQuery, RestPassedOverQueryVariables>;
export const RestOperationDocument = new TypedDocumentString(`
    query RestOperation($id: ID!) {
  operation(id: $id) {
    ...OperationFields
    result
  }
}
    fragment OperationFields on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  round
  totalAttempts
  recovered
  priority
  input
  metadata
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
    category
    subcategory
    severity
    confidence
    retryable
    remedy
  }
}`) as unknown as TypedDocumentString<RestOperationQuery, RestOperationQueryVariables>;
export const RestStartDocument = new TypedDocumentString(`
    mutation RestStart($input: StartOperationInput!) {
  startOperation(input: $input) {
    ... on StartOperationPayload {
      deduplicated
      operation {
        ...OperationFields
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on InvalidInputError {
    field
  }
  ... on InvalidTransitionError {
    allowedActions
  }
  ... on CircuitOpenError {
    retryAfter
    untilReset
  }
}
fragment OperationFields on Operation {
  id
  functionName
  state
  attempt
  maxAttempts
  round
  totalAttempts
  recovered
  priority
  input
  metadata
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
    category
    subcategory
    severity
    confidence
    retryable
    remedy
  }
}`) as unknown as TypedDocumentString<RestStartMutation, RestStartMutationVariables>;
export const RestDownloadStateDocument = new TypedDocumentString(`
    query RestDownloadState($id: ID!) {
  operation(id: $id) {
    functionName
  }
}
    `) as unknown as TypedDocumentString<RestDownloadStateQuery, RestDownloadStateQueryVariables>;
export const RestStatusDocument = new TypedDocumentString(`
    query RestStatus {
  recoveryStatus {
    enabled
    persistenceEnabled
    maxRetries
    circuitBreakerThreshold
    activeOperations
    totalOperations
    recoveredOperations
    failedOperations
    averageRecoveryTime
    retryAttempts
    version
    store
    uptime
    byState {
      state
      count
    }
  }
}
    `) as unknown as TypedDocumentString<RestStatusQuery, RestStatusQueryVariables>;
export const RestPerformanceDocument = new TypedDocumentString(`
    query RestPerformance($window: Duration) {
  recoveryStatus {
    enabled
  }
  performance(window: $window) {
    totalOperations
    recoveredOperations
    failedOperations
    averageRecoveryTime
    retryAttempts
    circuitBreakerTrips
    successRate
    averageAttemptsPerRecovery
  }
}
    `) as unknown as TypedDocumentString<RestPerformanceQuery, RestPerformanceQueryVariables>;
export const RestEnabledDocument = new TypedDocumentString(`
    query RestEnabled {
  recoveryStatus {
    enabled
  }
}
    `) as unknown as TypedDocumentString<RestEnabledQuery, RestEnabledQueryVariables>;