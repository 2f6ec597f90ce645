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


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
