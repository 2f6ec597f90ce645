/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** What a caller may do; each role may do all that the ones before it may. */
export type Role =
  /** May do everything. */
  | 'ADMIN'
  /** Also starts and controls operations and circuit breakers, and runs the self-test. */
  | 'OPERATOR'
  /** Reads and follows everything but the audit trail. */
  | 'VIEWER';

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