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
    "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n": typeof types.FrameViewerDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
};
const documents: Documents = {
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n": types.FrameViewerDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n"): typeof import('./graphql.ts').FrameStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n"): typeof import('./graphql.ts').FrameViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n"): typeof import('./graphql.ts').FrameUpdatesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
