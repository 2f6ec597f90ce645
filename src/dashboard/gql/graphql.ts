/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a caller may do; each role may do all that the ones before it may. */
export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Also starts and controls operations and circuit breakers, and runs the self-test. */
  | 'OPERATOR'
  /** Reads and follows everything but the audit trail. */
  | 'VIEWER';

export type FrameStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameStatusQuery = { recoveryStatus: { version: string, store: string, activeOperations: number, eventCursor: string } };

export type FrameViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameViewerQuery = { viewer: { name: string | null, role: Role, authenticated: boolean } };

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