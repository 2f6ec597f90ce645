/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether a circuit breaker permits attempts. */
export type CircuitState =
  /** Attempts are permitted. */
  | 'CLOSED'
  /** Its time is over: a few attempts are permitted as probes, and decide whether it closes or opens again. */
  | 'HALF_OPEN'
  /** Attempts are refused until `retryAt`, or until it is reset when that is null. */
  | 'OPEN';

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

export type DownloadListsQueryVariables = Exact<{
  active: number;
  past: number;
}>;


export type DownloadListsQuery = { active: { eventCursor: string, pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }> }, past: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }> }, all: { totalCount: number }, waiting: { totalCount: number }, begun: { totalCount: number }, completed: { totalCount: number }, failed: { totalCount: number }, functions: Array<{ name: string }> };

export type DownloadFieldsFragment = { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null };

export type DownloadUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DownloadUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } | null } };

export type StartDownloadMutationVariables = Exact<{
  input: unknown;
}>;


export type StartDownloadMutation = { startOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }
    | { code: ErrorCode, message: string }
   };

export type PauseDownloadMutationVariables = Exact<{
  id: string;
}>;


export type PauseDownloadMutation = { pauseOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }
   };

export type ResumeDownloadMutationVariables = Exact<{
  id: string;
}>;


export type ResumeDownloadMutation = { resumeOperation:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }
   };

export type CancelDownloadMutationVariables = Exact<{
  id: string;
}>;


export type CancelDownloadMutation = { cancelOperation:
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }
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
    | { operation: { id: string, state: OperationState, attempt: number, maxAttempts: number, createdAt: string, updatedAt: string, startedAt: string | null, finishedAt: string | null, nextAttemptAt: string | null, availableActions: Array<OperationAction>, input: unknown, result: unknown, progress: { fraction: number | null, current: number | null, total: number | null, rate: number | null, stage: string | null } | null, error: { message: string, remedy: string } | null, circuitBreaker: { scope: string, state: CircuitState } | null } }
    | { code: ErrorCode, message: string }
   };

export type DownloadSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DownloadSettingsQuery = { settings: { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null } };

export type DownloadLimitsFragment = { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null };

export type UpdateDownloadSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateDownloadSettingsMutation = { updateSettings:
    | { code: ErrorCode, message: string, field: string | null }
    | { settings: { maxConcurrentDownloads: number | null, maxRetries: number, downloadTimeout: number | null, downloadAttemptTimeout: number | null, downloadBandwidthLimit: number | null } }
   };

export type FrameStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameStatusQuery = { recoveryStatus: { version: string, store: string, activeOperations: number, eventCursor: string } };

export type FrameUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FrameUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

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
}
    `, {"fragmentName":"DownloadLimits"}) as unknown as TypedDocumentString<DownloadLimitsFragment, unknown>;
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
export const FrameUpdatesDocument = new TypedDocumentString(`
    subscription FrameUpdates($after: String) {
  recoveryUpdate(after: $after, progress: false) {
    cursor
    type
  }
}
    `) as unknown as TypedDocumentString<FrameUpdatesSubscription, FrameUpdatesSubscriptionVariables>;