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

export type SocketioHeadQueryVariables = Exact<{ [key: string]: never; }>;


export type SocketioHeadQuery = { recoveryStatus: { eventCursor: string } };

export type SocketioUpdatesSubscriptionVariables = Exact<{
  after: string;
}>;


export type SocketioUpdatesSubscription = { recoveryUpdate: { cursor: string, type: string | null, operationId: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, error: string | null, timestamp: string, completed: { success: boolean, finalState: OperationState, totalAttempts: number, duration: number } | null } };

export type SocketioBreakerUpdatesSubscriptionVariables = Exact<{
  after: string;
}>;


export type SocketioBreakerUpdatesSubscription = { circuitBreakerUpdate: { cursor: string, operationType: string, state: CircuitState, timeoutRemaining: number | null } };

export type SocketioOperationQueryVariables = Exact<{
  id: string;
}>;


export type SocketioOperationQuery = { operation: { id: string, functionName: string, state: OperationState, attempt: number, maxAttempts: number, updatedAt: string, error: { message: string } | null, events: { edges: Array<{ node: { cursor: string } }> } } | null };

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

export const SocketioHeadDocument = new TypedDocumentString(`
    query SocketioHead {
  recoveryStatus {
    eventCursor
  }
}
    `) as unknown as TypedDocumentString<SocketioHeadQuery, SocketioHeadQueryVariables>;
export const SocketioUpdatesDocument = new TypedDocumentString(`
    subscription SocketioUpdates($after: String!) {
  recoveryUpdate(after: $after, progress: false) {
    cursor
    type
    operationId
    functionName
    state
    attempt
    maxAttempts
    error
    timestamp
    completed {
      success
      finalState
      totalAttempts
      duration
    }
  }
}
    `) as unknown as TypedDocumentString<SocketioUpdatesSubscription, SocketioUpdatesSubscriptionVariables>;
export const SocketioBreakerUpdatesDocument = new TypedDocumentString(`
    subscription SocketioBreakerUpdates($after: String!) {
  circuitBreakerUpdate(after: $after) {
    cursor
    operationType
    state
    timeoutRemaining
  }
}
    `) as unknown as TypedDocumentString<SocketioBreakerUpdatesSubscription, SocketioBreakerUpdatesSubscriptionVariables>;
export const SocketioOperationDocument = new TypedDocumentString(`
    query SocketioOperation($id: ID!) {
  operation(id: $id) {
    id
    functionName
    state
    attempt
    maxAttempts
    updatedAt
    error {
      message
    }
    events(last: 1) {
      edges {
        node {
          cursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SocketioOperationQuery, SocketioOperationQueryVariables>;