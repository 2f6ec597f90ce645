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
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteShownOperationDocument,
    "\n  fragment ShownErrorParts on OperationError {\n    message\n    name\n    code\n    category\n    subcategory\n    severity\n    recoverability\n    confidence\n    retryable\n    retryAfter\n    remedy\n    cause\n    stack\n  }\n": typeof types.ShownErrorPartsFragmentDoc,
    "\n  fragment OperationHeadParts on Operation {\n    id\n    functionName\n    state\n    availableActions\n    attempt\n    maxAttempts\n    totalAttempts\n    round\n    recovered\n    priority\n    idempotencyKey\n    traceId\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    eventCursor\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      ...ShownErrorParts\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n      retryAt\n    }\n  }\n": typeof types.OperationHeadPartsFragmentDoc,
    "\n  query OperationHead($id: ID!) {\n    operation(id: $id) {\n      ...OperationHeadParts\n    }\n  }\n": typeof types.OperationHeadDocument,
    "\n  query OperationData($id: ID!) {\n    operation(id: $id) {\n      input\n      result\n      metadata\n    }\n  }\n": typeof types.OperationDataDocument,
    "\n  query OperationAttempts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: attempts(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            strategy\n            server\n            error {\n              ...ShownErrorParts\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationAttemptsDocument,
    "\n  query OperationSteps($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: stepsConnection(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            name\n            kind\n            attempt\n            startedAt\n            finishedAt\n            undoneAt\n            output\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationStepsDocument,
    "\n  query OperationEvents($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: events(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            type\n            state\n            attempt\n            error\n            actor\n            data\n            timestamp\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationEventsDocument,
    "\n  subscription OperationChanges($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: false) {\n      cursor\n      type\n      operation {\n        ...OperationHeadParts\n      }\n    }\n  }\n": typeof types.OperationChangesDocument,
    "\n  subscription OperationProgress($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: true) {\n      cursor\n      type\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": typeof types.OperationProgressDocument,
    "\n  query MissingOperation {\n    settings {\n      retention\n    }\n    recoveryStatus {\n      eventCursor\n      persistenceEnabled\n    }\n  }\n": typeof types.MissingOperationDocument,
    "\n  query OperationSurroundings {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n    functions {\n      name\n      internal\n      inputSchema\n    }\n  }\n": typeof types.OperationSurroundingsDocument,
};
const documents: Documents = {
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": types.DeleteShownOperationDocument,
    "\n  fragment ShownErrorParts on OperationError {\n    message\n    name\n    code\n    category\n    subcategory\n    severity\n    recoverability\n    confidence\n    retryable\n    retryAfter\n    remedy\n    cause\n    stack\n  }\n": types.ShownErrorPartsFragmentDoc,
    "\n  fragment OperationHeadParts on Operation {\n    id\n    functionName\n    state\n    availableActions\n    attempt\n    maxAttempts\n    totalAttempts\n    round\n    recovered\n    priority\n    idempotencyKey\n    traceId\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    eventCursor\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      ...ShownErrorParts\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n      retryAt\n    }\n  }\n": types.OperationHeadPartsFragmentDoc,
    "\n  query OperationHead($id: ID!) {\n    operation(id: $id) {\n      ...OperationHeadParts\n    }\n  }\n": types.OperationHeadDocument,
    "\n  query OperationData($id: ID!) {\n    operation(id: $id) {\n      input\n      result\n      metadata\n    }\n  }\n": types.OperationDataDocument,
    "\n  query OperationAttempts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: attempts(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            strategy\n            server\n            error {\n              ...ShownErrorParts\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OperationAttemptsDocument,
    "\n  query OperationSteps($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: stepsConnection(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            name\n            kind\n            attempt\n            startedAt\n            finishedAt\n            undoneAt\n            output\n          }\n        }\n      }\n    }\n  }\n": types.OperationStepsDocument,
    "\n  query OperationEvents($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: events(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            type\n            state\n            attempt\n            error\n            actor\n            data\n            timestamp\n          }\n        }\n      }\n    }\n  }\n": types.OperationEventsDocument,
    "\n  subscription OperationChanges($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: false) {\n      cursor\n      type\n      operation {\n        ...OperationHeadParts\n      }\n    }\n  }\n": types.OperationChangesDocument,
    "\n  subscription OperationProgress($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: true) {\n      cursor\n      type\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": types.OperationProgressDocument,
    "\n  query MissingOperation {\n    settings {\n      retention\n    }\n    recoveryStatus {\n      eventCursor\n      persistenceEnabled\n    }\n  }\n": types.MissingOperationDocument,
    "\n  query OperationSurroundings {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n    functions {\n      name\n      internal\n      inputSchema\n    }\n  }\n": types.OperationSurroundingsDocument,
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
export function graphql(source: "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PauseShownOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResumeShownOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryShownOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CancelShownOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteShownOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShownErrorParts on OperationError {\n    message\n    name\n    code\n    category\n    subcategory\n    severity\n    recoverability\n    confidence\n    retryable\n    retryAfter\n    remedy\n    cause\n    stack\n  }\n"): typeof import('./graphql.ts').ShownErrorPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OperationHeadParts on Operation {\n    id\n    functionName\n    state\n    availableActions\n    attempt\n    maxAttempts\n    totalAttempts\n    round\n    recovered\n    priority\n    idempotencyKey\n    traceId\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    eventCursor\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      ...ShownErrorParts\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n      retryAt\n    }\n  }\n"): typeof import('./graphql.ts').OperationHeadPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationHead($id: ID!) {\n    operation(id: $id) {\n      ...OperationHeadParts\n    }\n  }\n"): typeof import('./graphql.ts').OperationHeadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationData($id: ID!) {\n    operation(id: $id) {\n      input\n      result\n      metadata\n    }\n  }\n"): typeof import('./graphql.ts').OperationDataDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationAttempts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: attempts(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            strategy\n            server\n            error {\n              ...ShownErrorParts\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationAttemptsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationSteps($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: stepsConnection(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            id\n            name\n            kind\n            attempt\n            startedAt\n            finishedAt\n            undoneAt\n            output\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationEvents($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    operation(id: $id) {\n      page: events(first: $first, after: $after, last: $last, before: $before) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n        }\n        edges {\n          cursor\n          node {\n            type\n            state\n            attempt\n            error\n            actor\n            data\n            timestamp\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OperationChanges($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: false) {\n      cursor\n      type\n      operation {\n        ...OperationHeadParts\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OperationProgress($id: ID!, $after: String) {\n    recoveryUpdate(operationId: $id, after: $after, progress: true) {\n      cursor\n      type\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MissingOperation {\n    settings {\n      retention\n    }\n    recoveryStatus {\n      eventCursor\n      persistenceEnabled\n    }\n  }\n"): typeof import('./graphql.ts').MissingOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationSurroundings {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n    functions {\n      name\n      internal\n      inputSchema\n    }\n  }\n"): typeof import('./graphql.ts').OperationSurroundingsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
