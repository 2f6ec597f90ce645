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
    "\n  fragment BulkFields on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n      state\n      eventCursor\n    }\n  }\n": typeof types.BulkFieldsFragmentDoc,
    "\n  mutation RetryOperations($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": typeof types.RetryOperationsDocument,
    "\n  mutation CancelOperations($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": typeof types.CancelOperationsDocument,
    "\n  mutation PauseOperations($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": typeof types.PauseOperationsDocument,
    "\n  mutation ResumeOperations($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": typeof types.ResumeOperationsDocument,
    "\n  mutation DeleteOperations($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": typeof types.DeleteOperationsDocument,
    "\n  query CircuitBreakers {\n    circuitBreakers {\n      id\n      scope\n      state\n      forced\n      computedState\n      computedRetryAt\n      failureCount\n      threshold\n      failureRate\n      openedAt\n      retryAt\n      trips\n      blockedOperations\n      lastError\n    }\n  }\n": typeof types.CircuitBreakersDocument,
    "\n  mutation TripCircuitBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TripCircuitBreakerDocument,
    "\n  mutation ResetCircuitBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResetCircuitBreakerDocument,
    "\n  subscription CircuitBreakerUpdates($scope: String, $after: String) {\n    circuitBreakerUpdate(scope: $scope, after: $after) {\n      cursor\n      scope\n      operationType\n      type\n      state\n      forced\n      failureCount\n      timeoutRemaining\n      reason\n      timestamp\n    }\n  }\n": typeof types.CircuitBreakerUpdatesDocument,
    "\n  mutation StartOperation($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.StartOperationDocument,
    "\n  mutation RetryOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryOperationDocument,
    "\n  mutation CancelOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelOperationDocument,
    "\n  mutation PauseOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseOperationDocument,
    "\n  mutation ResumeOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeOperationDocument,
    "\n  query Functions {\n    functions {\n      name\n      description\n      inputSchema\n      maxAttempts\n      strategy\n      timeout\n      activeOperations\n      totalOperations\n    }\n  }\n": typeof types.FunctionsDocument,
    "\n  query OperationById($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      eventCursor\n      attempt\n      maxAttempts\n      round\n      totalAttempts\n      input\n      result\n      metadata\n      recovered\n      createdAt\n      updatedAt\n      startedAt\n      finishedAt\n      nextAttemptAt\n      deadlineAt\n      availableActions\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n      error {\n        message\n        code\n        category\n        retryable\n        remedy\n      }\n      attempts(first: 100) {\n        edges {\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            error {\n              message\n              code\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationByIdDocument,
    "\n  query OperationEvents($id: ID!, $first: Int, $after: String) {\n    operation(id: $id) {\n      events(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            cursor\n            type\n            state\n            attempt\n            error\n            timestamp\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationEventsDocument,
    "\n  query Operations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      eventCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          updatedAt\n          nextAttemptAt\n          progress {\n            fraction\n            current\n            total\n            unit\n            rate\n          }\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.OperationsDocument,
    "\n  query RecoveryStatus {\n    recoveryStatus {\n      version\n      store\n      uptime\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      retryAttempts\n      averageRecoveryTime\n      eventCursor\n      byState {\n        state\n        count\n      }\n    }\n  }\n": typeof types.RecoveryStatusDocument,
    "\n  query Performance($window: Duration) {\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      averageRecoveryTime\n      averageAttemptsPerRecovery\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n    }\n  }\n": typeof types.PerformanceDocument,
    "\n  query Settings {\n    settings {\n      backoffFactor\n      changed\n      circuitBreakerThreshold\n      circuitBreakerTimeout\n      concurrency\n      downloadAttemptTimeout\n      downloadBandwidthLimit\n      downloadChunkSize\n      downloadTimeout\n      eventRetention\n      initialDelay\n      maxConcurrentDownloads\n      maxDelay\n      maxRetries\n      retention\n    }\n  }\n": typeof types.SettingsDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          backoffFactor\n          changed\n          circuitBreakerThreshold\n          circuitBreakerTimeout\n          concurrency\n          downloadAttemptTimeout\n          downloadBandwidthLimit\n          downloadChunkSize\n          downloadTimeout\n          eventRetention\n          initialDelay\n          maxConcurrentDownloads\n          maxDelay\n          maxRetries\n          retention\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateSettingsDocument,
    "\n  subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {\n    recoveryUpdate(operationId: $operationId, functionName: $functionName, states: $states, after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      nextAttemptAt\n      timestamp\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": typeof types.RecoveryUpdatesDocument,
    "\n  subscription RecoveryCompletions($operationId: ID, $functionName: String, $after: String) {\n    recoveryCompleted(operationId: $operationId, functionName: $functionName, after: $after) {\n      cursor\n      operationId\n      success\n      finalState\n      totalAttempts\n      duration\n      timestamp\n    }\n  }\n": typeof types.RecoveryCompletionsDocument,
};
const documents: Documents = {
    "\n  fragment BulkFields on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n      state\n      eventCursor\n    }\n  }\n": types.BulkFieldsFragmentDoc,
    "\n  mutation RetryOperations($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": types.RetryOperationsDocument,
    "\n  mutation CancelOperations($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": types.CancelOperationsDocument,
    "\n  mutation PauseOperations($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": types.PauseOperationsDocument,
    "\n  mutation ResumeOperations($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": types.ResumeOperationsDocument,
    "\n  mutation DeleteOperations($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n": types.DeleteOperationsDocument,
    "\n  query CircuitBreakers {\n    circuitBreakers {\n      id\n      scope\n      state\n      forced\n      computedState\n      computedRetryAt\n      failureCount\n      threshold\n      failureRate\n      openedAt\n      retryAt\n      trips\n      blockedOperations\n      lastError\n    }\n  }\n": types.CircuitBreakersDocument,
    "\n  mutation TripCircuitBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.TripCircuitBreakerDocument,
    "\n  mutation ResetCircuitBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResetCircuitBreakerDocument,
    "\n  subscription CircuitBreakerUpdates($scope: String, $after: String) {\n    circuitBreakerUpdate(scope: $scope, after: $after) {\n      cursor\n      scope\n      operationType\n      type\n      state\n      forced\n      failureCount\n      timeoutRemaining\n      reason\n      timestamp\n    }\n  }\n": types.CircuitBreakerUpdatesDocument,
    "\n  mutation StartOperation($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.StartOperationDocument,
    "\n  mutation RetryOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryOperationDocument,
    "\n  mutation CancelOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelOperationDocument,
    "\n  mutation PauseOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseOperationDocument,
    "\n  mutation ResumeOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeOperationDocument,
    "\n  query Functions {\n    functions {\n      name\n      description\n      inputSchema\n      maxAttempts\n      strategy\n      timeout\n      activeOperations\n      totalOperations\n    }\n  }\n": types.FunctionsDocument,
    "\n  query OperationById($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      eventCursor\n      attempt\n      maxAttempts\n      round\n      totalAttempts\n      input\n      result\n      metadata\n      recovered\n      createdAt\n      updatedAt\n      startedAt\n      finishedAt\n      nextAttemptAt\n      deadlineAt\n      availableActions\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n      error {\n        message\n        code\n        category\n        retryable\n        remedy\n      }\n      attempts(first: 100) {\n        edges {\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            error {\n              message\n              code\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OperationByIdDocument,
    "\n  query OperationEvents($id: ID!, $first: Int, $after: String) {\n    operation(id: $id) {\n      events(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            cursor\n            type\n            state\n            attempt\n            error\n            timestamp\n          }\n        }\n      }\n    }\n  }\n": types.OperationEventsDocument,
    "\n  query Operations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      eventCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          updatedAt\n          nextAttemptAt\n          progress {\n            fraction\n            current\n            total\n            unit\n            rate\n          }\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": types.OperationsDocument,
    "\n  query RecoveryStatus {\n    recoveryStatus {\n      version\n      store\n      uptime\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      retryAttempts\n      averageRecoveryTime\n      eventCursor\n      byState {\n        state\n        count\n      }\n    }\n  }\n": types.RecoveryStatusDocument,
    "\n  query Performance($window: Duration) {\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      averageRecoveryTime\n      averageAttemptsPerRecovery\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n    }\n  }\n": types.PerformanceDocument,
    "\n  query Settings {\n    settings {\n      backoffFactor\n      changed\n      circuitBreakerThreshold\n      circuitBreakerTimeout\n      concurrency\n      downloadAttemptTimeout\n      downloadBandwidthLimit\n      downloadChunkSize\n      downloadTimeout\n      eventRetention\n      initialDelay\n      maxConcurrentDownloads\n      maxDelay\n      maxRetries\n      retention\n    }\n  }\n": types.SettingsDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          backoffFactor\n          changed\n          circuitBreakerThreshold\n          circuitBreakerTimeout\n          concurrency\n          downloadAttemptTimeout\n          downloadBandwidthLimit\n          downloadChunkSize\n          downloadTimeout\n          eventRetention\n          initialDelay\n          maxConcurrentDownloads\n          maxDelay\n          maxRetries\n          retention\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateSettingsDocument,
    "\n  subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {\n    recoveryUpdate(operationId: $operationId, functionName: $functionName, states: $states, after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      nextAttemptAt\n      timestamp\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": types.RecoveryUpdatesDocument,
    "\n  subscription RecoveryCompletions($operationId: ID, $functionName: String, $after: String) {\n    recoveryCompleted(operationId: $operationId, functionName: $functionName, after: $after) {\n      cursor\n      operationId\n      success\n      finalState\n      totalAttempts\n      duration\n      timestamp\n    }\n  }\n": types.RecoveryCompletionsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkFields on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n      state\n      eventCursor\n    }\n  }\n"): typeof import('./graphql.ts').BulkFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryOperations($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n"): typeof import('./graphql.ts').RetryOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelOperations($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n"): typeof import('./graphql.ts').CancelOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseOperations($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n"): typeof import('./graphql.ts').PauseOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeOperations($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n"): typeof import('./graphql.ts').ResumeOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteOperations($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkFields\n    }\n  }\n"): typeof import('./graphql.ts').DeleteOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CircuitBreakers {\n    circuitBreakers {\n      id\n      scope\n      state\n      forced\n      computedState\n      computedRetryAt\n      failureCount\n      threshold\n      failureRate\n      openedAt\n      retryAt\n      trips\n      blockedOperations\n      lastError\n    }\n  }\n"): typeof import('./graphql.ts').CircuitBreakersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TripCircuitBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TripCircuitBreakerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetCircuitBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n          scope\n          state\n          forced\n          computedState\n          retryAt\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResetCircuitBreakerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CircuitBreakerUpdates($scope: String, $after: String) {\n    circuitBreakerUpdate(scope: $scope, after: $after) {\n      cursor\n      scope\n      operationType\n      type\n      state\n      forced\n      failureCount\n      timeoutRemaining\n      reason\n      timestamp\n    }\n  }\n"): typeof import('./graphql.ts').CircuitBreakerUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartOperation($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CancelOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PauseOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n          eventCursor\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResumeOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Functions {\n    functions {\n      name\n      description\n      inputSchema\n      maxAttempts\n      strategy\n      timeout\n      activeOperations\n      totalOperations\n    }\n  }\n"): typeof import('./graphql.ts').FunctionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationById($id: ID!) {\n    operation(id: $id) {\n      id\n      functionName\n      state\n      eventCursor\n      attempt\n      maxAttempts\n      round\n      totalAttempts\n      input\n      result\n      metadata\n      recovered\n      createdAt\n      updatedAt\n      startedAt\n      finishedAt\n      nextAttemptAt\n      deadlineAt\n      availableActions\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n      error {\n        message\n        code\n        category\n        retryable\n        remedy\n      }\n      attempts(first: 100) {\n        edges {\n          node {\n            id\n            number\n            outcome\n            startedAt\n            finishedAt\n            duration\n            delayBefore\n            error {\n              message\n              code\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationEvents($id: ID!, $first: Int, $after: String) {\n    operation(id: $id) {\n      events(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            cursor\n            type\n            state\n            attempt\n            error\n            timestamp\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Operations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      eventCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          updatedAt\n          nextAttemptAt\n          progress {\n            fraction\n            current\n            total\n            unit\n            rate\n          }\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecoveryStatus {\n    recoveryStatus {\n      version\n      store\n      uptime\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      retryAttempts\n      averageRecoveryTime\n      eventCursor\n      byState {\n        state\n        count\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RecoveryStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Performance($window: Duration) {\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      exhaustedOperations\n      averageRecoveryTime\n      averageAttemptsPerRecovery\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n    }\n  }\n"): typeof import('./graphql.ts').PerformanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Settings {\n    settings {\n      backoffFactor\n      changed\n      circuitBreakerThreshold\n      circuitBreakerTimeout\n      concurrency\n      downloadAttemptTimeout\n      downloadBandwidthLimit\n      downloadChunkSize\n      downloadTimeout\n      eventRetention\n      initialDelay\n      maxConcurrentDownloads\n      maxDelay\n      maxRetries\n      retention\n    }\n  }\n"): typeof import('./graphql.ts').SettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          backoffFactor\n          changed\n          circuitBreakerThreshold\n          circuitBreakerTimeout\n          concurrency\n          downloadAttemptTimeout\n          downloadBandwidthLimit\n          downloadChunkSize\n          downloadTimeout\n          eventRetention\n          initialDelay\n          maxConcurrentDownloads\n          maxDelay\n          maxRetries\n          retention\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {\n    recoveryUpdate(operationId: $operationId, functionName: $functionName, states: $states, after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      state\n      attempt\n      maxAttempts\n      error\n      nextAttemptAt\n      timestamp\n      progress {\n        fraction\n        current\n        total\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RecoveryUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RecoveryCompletions($operationId: ID, $functionName: String, $after: String) {\n    recoveryCompleted(operationId: $operationId, functionName: $functionName, after: $after) {\n      cursor\n      operationId\n      success\n      finalState\n      totalAttempts\n      duration\n      timestamp\n    }\n  }\n"): typeof import('./graphql.ts').RecoveryCompletionsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
