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

/** Which circuit breaker to close. */
export type ResetCircuitBreakerInput = {
  /** Keep it closed whatever fails, until it is reset without this or tripped. */
  forceClosed?: boolean | null | undefined;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
  /** Its scope. */
  scope: string;
};

/** What a caller may do; each role may do all that the ones before it may. */
export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Also starts and controls operations and circuit breakers, and runs the self-test. */
  | 'OPERATOR'
  /** Reads and follows everything but the audit trail. */
  | 'VIEWER';

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

/** What an operation does whose circuit breaker is open. */
export type WhenOpen =
  /** It ends: failed before its first attempt, else exhausted. */
  | 'FAIL'
  /** It waits until the breaker permits attempts again. */
  | 'WAIT';

export type BreakerPartsFragment = { id: string, scope: string, state: CircuitState, forced: boolean, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null };

export type BreakerListQueryVariables = Exact<{ [key: string]: never; }>;


export type BreakerListQuery = { recoveryStatus: { eventCursor: string }, circuitBreakers: Array<{ id: string, scope: string, state: CircuitState, forced: boolean, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null }>, functions: Array<{ name: string, circuitBreaker: { scope: string } | null }>, viewer: { role: Role, mayOperate: boolean } };

export type BreakerChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BreakerChangesSubscription = { circuitBreakerUpdate: { cursor: string, scope: string, type: string, reason: string | null, timestamp: string, circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } | null } };

export type BreakerTrafficSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BreakerTrafficSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

export type TripBreakerMutationVariables = Exact<{
  input: TripCircuitBreakerInput;
}>;


export type TripBreakerMutation = { tripCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } }
    | { code: ErrorCode, message: string, field: string | null }
    | { code: ErrorCode, message: string }
   };

export type ResetBreakerMutationVariables = Exact<{
  input: ResetCircuitBreakerInput;
}>;


export type ResetBreakerMutation = { resetCircuitBreaker:
    | { circuitBreaker: { id: string, scope: string, state: CircuitState, forced: boolean, failureCount: number, threshold: number, timeout: number, failureRate: number | null, openedAt: string | null, retryAt: string | null, trips: number, blockedOperations: number, lastError: string | null } }
    | { code: ErrorCode, message: string, field: string | null }
    | { code: ErrorCode, message: string }
   };

export type FrameStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameStatusQuery = { recoveryStatus: { version: string, store: string, activeOperations: number, eventCursor: string } };

export type FrameUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FrameUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null } };

export type FunctionPoliciesFragment = { name: string, description: string | null, internal: boolean, maxAttempts: number, strategy: string, initialDelay: number | null, backoffFactor: number | null, maxDelay: number | null, jitter: string | null, timeout: number | null, deadline: number | null, concurrency: number | null, whenOpen: WhenOpen | null, activeOperations: number, totalOperations: number, lightCalls: number, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null, retryBudget: { scope: string, tokens: number, capacity: number } | null };

export type FunctionListQueryVariables = Exact<{ [key: string]: never; }>;


export type FunctionListQuery = { recoveryStatus: { eventCursor: string }, functions: Array<{ name: string, description: string | null, internal: boolean, maxAttempts: number, strategy: string, initialDelay: number | null, backoffFactor: number | null, maxDelay: number | null, jitter: string | null, timeout: number | null, deadline: number | null, concurrency: number | null, whenOpen: WhenOpen | null, activeOperations: number, totalOperations: number, lightCalls: number, circuitBreaker: { scope: string, state: CircuitState, forced: boolean } | null, retryBudget: { scope: string, tokens: number, capacity: number } | null }> };

export type FunctionInputQueryVariables = Exact<{ [key: string]: never; }>;


export type FunctionInputQuery = { functions: Array<{ name: string, inputSchema: unknown }>, viewer: { role: Role, mayOperate: boolean, authenticated: boolean } };

export type FunctionHistoryQueryVariables = Exact<{
  functionName: string;
  window: number | string;
  resolution?: number | string | null | undefined;
}>;


export type FunctionHistoryQuery = { timeSeries: Array<{ timestamp: string, created: number, succeeded: number, recovered: number, failed: number, retryAttempts: number, averageRecoveryTime: number }> };

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
export const BreakerPartsFragmentDoc = new TypedDocumentString(`
    fragment BreakerParts on CircuitBreaker {
  id
  scope
  state
  forced
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
    authenticated
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