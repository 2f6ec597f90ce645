/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type FrameStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameStatusQuery = { recoveryStatus: { version: string, store: string, activeOperations: number, eventCursor: string } };

export type FrameUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FrameUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

export type SettingValuesFragment = { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null };

export type SettingsFieldsFragment = { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null } };

export type SettingsNowQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsNowQuery = { viewer: { role: Role, mayAdminister: boolean, authenticated: boolean }, settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null } } };

export type ChangeSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type ChangeSettingsMutation = { updateSettings:
    | { code: ErrorCode, message: string, field: string | null }
    | { settings: { changed: Array<string>, maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null, configured: { maxRetries: number, initialDelay: number, backoffFactor: number, maxDelay: number, circuitBreakerThreshold: number | null, circuitBreakerTimeout: number | null, concurrency: number, retention: number | null, eventRetention: number | null, maxConcurrentDownloads: number | null, downloadBandwidthLimit: number | null, downloadTimeout: number | null, downloadAttemptTimeout: number | null } } }
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
}`, {"fragmentName":"SettingsFields"}) as unknown as TypedDocumentString<SettingsFieldsFragment, unknown>;
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
export const FrameUpdatesDocument = new TypedDocumentString(`
    subscription FrameUpdates($after: String) {
  recoveryUpdate(after: $after, progress: false) {
    cursor
    type
  }
}
    `) as unknown as TypedDocumentString<FrameUpdatesSubscription, FrameUpdatesSubscriptionVariables>;
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