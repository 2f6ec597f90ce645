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
    "\n  query SocketioHead {\n    recoveryStatus {\n      eventCursor\n    }\n  }\n": typeof types.SocketioHeadDocument,
    "\n  subscription SocketioUpdates($after: String!) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      timestamp\n      completed {\n        success\n        finalState\n        totalAttempts\n        duration\n      }\n    }\n  }\n": typeof types.SocketioUpdatesDocument,
    "\n  subscription SocketioBreakerUpdates($after: String!) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      operationType\n      state\n      timeoutRemaining\n    }\n  }\n": typeof types.SocketioBreakerUpdatesDocument,
    "\n  query SocketioOperation($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      attempt\n      maxAttempts\n      updatedAt\n      error {\n        message\n      }\n      events(last: 1) {\n        edges {\n          node {\n            cursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.SocketioOperationDocument,
};
const documents: Documents = {
    "\n  query SocketioHead {\n    recoveryStatus {\n      eventCursor\n    }\n  }\n": types.SocketioHeadDocument,
    "\n  subscription SocketioUpdates($after: String!) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      timestamp\n      completed {\n        success\n        finalState\n        totalAttempts\n        duration\n      }\n    }\n  }\n": types.SocketioUpdatesDocument,
    "\n  subscription SocketioBreakerUpdates($after: String!) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      operationType\n      state\n      timeoutRemaining\n    }\n  }\n": types.SocketioBreakerUpdatesDocument,
    "\n  query SocketioOperation($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      attempt\n      maxAttempts\n      updatedAt\n      error {\n        message\n      }\n      events(last: 1) {\n        edges {\n          node {\n            cursor\n          }\n        }\n      }\n    }\n  }\n": types.SocketioOperationDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SocketioHead {\n    recoveryStatus {\n      eventCursor\n    }\n  }\n"): typeof import('./graphql.ts').SocketioHeadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SocketioUpdates($after: String!) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      timestamp\n      completed {\n        success\n        finalState\n        totalAttempts\n        duration\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SocketioUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SocketioBreakerUpdates($after: String!) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      operationType\n      state\n      timeoutRemaining\n    }\n  }\n"): typeof import('./graphql.ts').SocketioBreakerUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SocketioOperation($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      attempt\n      maxAttempts\n      updatedAt\n      error {\n        message\n      }\n      events(last: 1) {\n        edges {\n          node {\n            cursor\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SocketioOperationDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
