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

/** Which circuit breaker to force open, and for how long. */
export type TripCircuitBreakerInput = {
  /** For how long; afterwards a probe decides. Absent: until it is reset. */
  duration?: number | string | null | undefined;
  /** Why, for people: kept in the event log. */
  reason?: string | null | undefined;
  /** Its scope. */
  scope: string;
};

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