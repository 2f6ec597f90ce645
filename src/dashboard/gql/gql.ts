/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": typeof types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
    "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n  }\n": typeof types.SettingValuesFragmentDoc,
    "\n  fragment SettingsFields on RecoverySettings {\n    ...SettingValues\n    changed\n    configured {\n      ...SettingValues\n    }\n  }\n": typeof types.SettingsFieldsFragmentDoc,
    "\n  query SettingsNow {\n    viewer {\n      role\n      mayAdminister\n      authenticated\n    }\n    settings {\n      ...SettingsFields\n    }\n  }\n": typeof types.SettingsNowDocument,
    "\n  mutation ChangeSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...SettingsFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.ChangeSettingsDocument,
    "\n  query ServerFacts {\n    recoveryStatus {\n      version\n      store\n      persistenceEnabled\n      enabled\n      uptime\n      eventCursor\n      servers {\n        id\n        host\n        startedAt\n        running\n        version\n      }\n    }\n    functions {\n      name\n      internal\n    }\n  }\n": typeof types.ServerFactsDocument,
    "\n  query RecentAudit($last: Int!) {\n    auditTrail(last: $last) {\n      edges {\n        node {\n          cursor\n          actor\n          action\n          timestamp\n          data\n        }\n      }\n    }\n  }\n": typeof types.RecentAuditDocument,
};
const documents: Documents = {
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n  }\n": types.SettingValuesFragmentDoc,
    "\n  fragment SettingsFields on RecoverySettings {\n    ...SettingValues\n    changed\n    configured {\n      ...SettingValues\n    }\n  }\n": types.SettingsFieldsFragmentDoc,
    "\n  query SettingsNow {\n    viewer {\n      role\n      mayAdminister\n      authenticated\n    }\n    settings {\n      ...SettingsFields\n    }\n  }\n": types.SettingsNowDocument,
    "\n  mutation ChangeSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...SettingsFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.ChangeSettingsDocument,
    "\n  query ServerFacts {\n    recoveryStatus {\n      version\n      store\n      persistenceEnabled\n      enabled\n      uptime\n      eventCursor\n      servers {\n        id\n        host\n        startedAt\n        running\n        version\n      }\n    }\n    functions {\n      name\n      internal\n    }\n  }\n": types.ServerFactsDocument,
    "\n  query RecentAudit($last: Int!) {\n    auditTrail(last: $last) {\n      edges {\n        node {\n          cursor\n          actor\n          action\n          timestamp\n          data\n        }\n      }\n    }\n  }\n": types.RecentAuditDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n"): typeof import('./graphql.ts').FrameStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n"): typeof import('./graphql.ts').FrameUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n  }\n"): typeof import('./graphql.ts').SettingValuesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SettingsFields on RecoverySettings {\n    ...SettingValues\n    changed\n    configured {\n      ...SettingValues\n    }\n  }\n"): typeof import('./graphql.ts').SettingsFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsNow {\n    viewer {\n      role\n      mayAdminister\n      authenticated\n    }\n    settings {\n      ...SettingsFields\n    }\n  }\n"): typeof import('./graphql.ts').SettingsNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...SettingsFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChangeSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServerFacts {\n    recoveryStatus {\n      version\n      store\n      persistenceEnabled\n      enabled\n      uptime\n      eventCursor\n      servers {\n        id\n        host\n        startedAt\n        running\n        version\n      }\n    }\n    functions {\n      name\n      internal\n    }\n  }\n"): typeof import('./graphql.ts').ServerFactsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecentAudit($last: Int!) {\n    auditTrail(last: $last) {\n      edges {\n        node {\n          cursor\n          actor\n          action\n          timestamp\n          data\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RecentAuditDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
