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
    "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n": typeof types.OverviewStatusDocument,
    "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n": typeof types.OverviewSeriesDocument,
    "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n": typeof types.OverviewAttentionDocument,
    "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverviewRunningDocument,
    "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": typeof types.OverviewUpdatesDocument,
    "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n": typeof types.OverviewBreakerUpdatesDocument,
    "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.RetryErrorGroupDocument,
    "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResetOpenBreakerDocument,
};
const documents: Documents = {
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n": types.OverviewStatusDocument,
    "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n": types.OverviewSeriesDocument,
    "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n": types.OverviewAttentionDocument,
    "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n": types.OverviewRunningDocument,
    "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": types.OverviewUpdatesDocument,
    "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n": types.OverviewBreakerUpdatesDocument,
    "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n": types.RetryErrorGroupDocument,
    "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResetOpenBreakerDocument,
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
export function graphql(source: "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n"): typeof import('./graphql.ts').OverviewStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n"): typeof import('./graphql.ts').OverviewSeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewAttentionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewRunningDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n"): typeof import('./graphql.ts').OverviewBreakerUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryErrorGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResetOpenBreakerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
