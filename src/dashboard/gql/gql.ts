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
    "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n    }\n  }\n": typeof types.DownloadListsDocument,
    "\n  subscription DownloadUpdates($after: String) {\n    recoveryUpdate(functionName: \"download\", after: $after) {\n      cursor\n      type\n      operationId\n      operation {\n        ...DownloadFields\n      }\n    }\n  }\n": typeof types.DownloadUpdatesDocument,
    "\n  mutation StartDownload($input: JSON!) {\n    startOperation(input: { functionName: \"download\", input: $input }) {\n      ... on StartOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.StartDownloadDocument,
    "\n  mutation PauseDownload($id: ID!) {\n    pauseOperation(input: { id: $id }) {\n      ... on PauseOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseDownloadDocument,
    "\n  mutation ResumeDownload($id: ID!) {\n    resumeOperation(input: { id: $id }) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeDownloadDocument,
    "\n  mutation CancelDownload($id: ID!) {\n    cancelOperation(input: { id: $id }) {\n      ... on CancelOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelDownloadDocument,
    "\n  mutation RetryDownload($id: ID!, $force: Boolean!) {\n    retryOperation(input: { id: $id, force: $force }) {\n      ... on RetryOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryDownloadDocument,
    "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n  }\n": typeof types.DownloadSettingsDocument,
    "\n  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadLimits\n        }\n      }\n      ... on InvalidInputError {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.UpdateDownloadSettingsDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": typeof types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
};
const documents: Documents = {
    "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n    }\n  }\n": types.DownloadListsDocument,
    "\n  subscription DownloadUpdates($after: String) {\n    recoveryUpdate(functionName: \"download\", after: $after) {\n      cursor\n      type\n      operationId\n      operation {\n        ...DownloadFields\n      }\n    }\n  }\n": types.DownloadUpdatesDocument,
    "\n  mutation StartDownload($input: JSON!) {\n    startOperation(input: { functionName: \"download\", input: $input }) {\n      ... on StartOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.StartDownloadDocument,
    "\n  mutation PauseDownload($id: ID!) {\n    pauseOperation(input: { id: $id }) {\n      ... on PauseOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseDownloadDocument,
    "\n  mutation ResumeDownload($id: ID!) {\n    resumeOperation(input: { id: $id }) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeDownloadDocument,
    "\n  mutation CancelDownload($id: ID!) {\n    cancelOperation(input: { id: $id }) {\n      ... on CancelOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelDownloadDocument,
    "\n  mutation RetryDownload($id: ID!, $force: Boolean!) {\n    retryOperation(input: { id: $id, force: $force }) {\n      ... on RetryOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryDownloadDocument,
    "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n  }\n": types.DownloadSettingsDocument,
    "\n  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadLimits\n        }\n      }\n      ... on InvalidInputError {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.UpdateDownloadSettingsDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n    }\n  }\n"): typeof import('./graphql.ts').DownloadListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DownloadUpdates($after: String) {\n    recoveryUpdate(functionName: \"download\", after: $after) {\n      cursor\n      type\n      operationId\n      operation {\n        ...DownloadFields\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DownloadUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartDownload($input: JSON!) {\n    startOperation(input: { functionName: \"download\", input: $input }) {\n      ... on StartOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseDownload($id: ID!) {\n    pauseOperation(input: { id: $id }) {\n      ... on PauseOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PauseDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeDownload($id: ID!) {\n    resumeOperation(input: { id: $id }) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResumeDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelDownload($id: ID!) {\n    cancelOperation(input: { id: $id }) {\n      ... on CancelOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CancelDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryDownload($id: ID!, $force: Boolean!) {\n    retryOperation(input: { id: $id, force: $force }) {\n      ... on RetryOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryDownloadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n  }\n"): typeof import('./graphql.ts').DownloadSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadLimits\n        }\n      }\n      ... on InvalidInputError {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateDownloadSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n"): typeof import('./graphql.ts').FrameStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n"): typeof import('./graphql.ts').FrameUpdatesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
