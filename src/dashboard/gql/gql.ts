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
    "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n": typeof types.BreakerPartsFragmentDoc,
    "\n  query BreakerList {\n    recoveryStatus {\n      eventCursor\n    }\n    circuitBreakers {\n      ...BreakerParts\n    }\n    functions {\n      name\n      circuitBreaker {\n        scope\n      }\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": typeof types.BreakerListDocument,
    "\n  subscription BreakerChanges($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      scope\n      type\n      reason\n      timestamp\n      circuitBreaker {\n        ...BreakerParts\n      }\n    }\n  }\n": typeof types.BreakerChangesDocument,
    "\n  subscription BreakerTraffic($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.BreakerTrafficDocument,
    "\n  mutation TripBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.TripBreakerDocument,
    "\n  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.ResetBreakerDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": typeof types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
    "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n": typeof types.FunctionPoliciesFragmentDoc,
    "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n": typeof types.FunctionListDocument,
    "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n      authenticated\n    }\n  }\n": typeof types.FunctionInputDocument,
    "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n": typeof types.FunctionHistoryDocument,
    "\n  query RecentOperations($functionName: String!) {\n    operations(first: 10, filter: { functionNames: [$functionName] }) {\n      edges {\n        node {\n          id\n          state\n          attempt\n          maxAttempts\n          createdAt\n          updatedAt\n          nextAttemptAt\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.RecentOperationsDocument,
    "\n  subscription FunctionTraffic($after: String, $functionName: String) {\n    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {\n      cursor\n      type\n      functionName\n    }\n  }\n": typeof types.FunctionTrafficDocument,
    "\n  mutation StartByHand($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n      ... on DuplicateOperationError {\n        existingId\n      }\n    }\n  }\n": typeof types.StartByHandDocument,
};
const documents: Documents = {
    "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n": types.BreakerPartsFragmentDoc,
    "\n  query BreakerList {\n    recoveryStatus {\n      eventCursor\n    }\n    circuitBreakers {\n      ...BreakerParts\n    }\n    functions {\n      name\n      circuitBreaker {\n        scope\n      }\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": types.BreakerListDocument,
    "\n  subscription BreakerChanges($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      scope\n      type\n      reason\n      timestamp\n      circuitBreaker {\n        ...BreakerParts\n      }\n    }\n  }\n": types.BreakerChangesDocument,
    "\n  subscription BreakerTraffic($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.BreakerTrafficDocument,
    "\n  mutation TripBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.TripBreakerDocument,
    "\n  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.ResetBreakerDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n": types.FunctionPoliciesFragmentDoc,
    "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n": types.FunctionListDocument,
    "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n      authenticated\n    }\n  }\n": types.FunctionInputDocument,
    "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n": types.FunctionHistoryDocument,
    "\n  query RecentOperations($functionName: String!) {\n    operations(first: 10, filter: { functionNames: [$functionName] }) {\n      edges {\n        node {\n          id\n          state\n          attempt\n          maxAttempts\n          createdAt\n          updatedAt\n          nextAttemptAt\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": types.RecentOperationsDocument,
    "\n  subscription FunctionTraffic($after: String, $functionName: String) {\n    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {\n      cursor\n      type\n      functionName\n    }\n  }\n": types.FunctionTrafficDocument,
    "\n  mutation StartByHand($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n      ... on DuplicateOperationError {\n        existingId\n      }\n    }\n  }\n": types.StartByHandDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n"): typeof import('./graphql.ts').BreakerPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BreakerList {\n    recoveryStatus {\n      eventCursor\n    }\n    circuitBreakers {\n      ...BreakerParts\n    }\n    functions {\n      name\n      circuitBreaker {\n        scope\n      }\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n"): typeof import('./graphql.ts').BreakerListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BreakerChanges($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      scope\n      type\n      reason\n      timestamp\n      circuitBreaker {\n        ...BreakerParts\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BreakerChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BreakerTraffic($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n"): typeof import('./graphql.ts').BreakerTrafficDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TripBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TripBreakerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResetBreakerDocument;
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
export function graphql(source: "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n"): typeof import('./graphql.ts').FunctionPoliciesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n"): typeof import('./graphql.ts').FunctionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n      authenticated\n    }\n  }\n"): typeof import('./graphql.ts').FunctionInputDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n"): typeof import('./graphql.ts').FunctionHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecentOperations($functionName: String!) {\n    operations(first: 10, filter: { functionNames: [$functionName] }) {\n      edges {\n        node {\n          id\n          state\n          attempt\n          maxAttempts\n          createdAt\n          updatedAt\n          nextAttemptAt\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RecentOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FunctionTraffic($after: String, $functionName: String) {\n    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {\n      cursor\n      type\n      functionName\n    }\n  }\n"): typeof import('./graphql.ts').FunctionTrafficDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartByHand($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n      ... on DuplicateOperationError {\n        existingId\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartByHandDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
