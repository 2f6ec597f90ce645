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
    "\n  fragment ErrorFields on Error {\n    __typename\n    code\n    message\n    ... on InvalidInputError {\n      field\n    }\n    ... on InvalidTransitionError {\n      allowedActions\n    }\n    ... on CircuitOpenError {\n      retryAfter\n      untilReset\n    }\n  }\n": typeof types.ErrorFieldsFragmentDoc,
    "\n  mutation RestRetry($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestRetryDocument,
    "\n  mutation RestCancel($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestCancelDocument,
    "\n  mutation RestPause($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestPauseDocument,
    "\n  mutation RestResume($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestResumeDocument,
    "\n  mutation RestSelfTest {\n    runSelfTest {\n      persistenceTest\n      strategyTest\n      classificationTest\n      circuitBreakerTest\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n": typeof types.RestSelfTestDocument,
    "\n  query RestScenarios {\n    testScenarios {\n      id\n      name\n      description\n      category\n      durationSeconds\n      timeout\n      expectedResult\n    }\n  }\n": typeof types.RestScenariosDocument,
    "\n  mutation RestRunTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        totalTests\n        passedTests\n        failedTests\n        successRate\n        testSummary {\n          unitTests {\n            passed\n            failed\n            successRate\n          }\n          integrationTests {\n            passed\n            failed\n            successRate\n          }\n          performanceTests {\n            passed\n            failed\n            successRate\n          }\n          endToEndTests {\n            passed\n            failed\n            successRate\n          }\n        }\n        failedTestDetails {\n          testName\n          error\n          category\n        }\n      }\n    }\n  }\n": typeof types.RestRunTestsDocument,
    "\n  mutation RestValidatePerformance($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        baselineOperationsPerSecond\n        recoveryOperationsPerSecond\n        performanceImpactPercent\n        memoryOverheadMb\n        cpuOverheadPercent\n        validationPassed\n        recommendations\n      }\n    }\n  }\n": typeof types.RestValidatePerformanceDocument,
    "\n  mutation RestRunBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        overallScore\n        scenarioResults {\n          scenario\n          successRate\n          averageRecoveryTime\n          score\n        }\n        systemMetrics {\n          cpuUsagePercent\n          memoryUsageMb\n          diskIoMbS\n        }\n      }\n    }\n  }\n": typeof types.RestRunBenchmarkDocument,
    "\n  fragment DownloadSettingsFields on RecoverySettings {\n    maxRetries\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadChunkSize\n  }\n": typeof types.DownloadSettingsFieldsFragmentDoc,
    "\n  query RestSettings {\n    settings {\n      ...DownloadSettingsFields\n    }\n  }\n": typeof types.RestSettingsDocument,
    "\n  mutation RestUpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadSettingsFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestUpdateSettingsDocument,
    "\n  fragment OperationFields on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    round\n    totalAttempts\n    recovered\n    priority\n    input\n    metadata\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      message\n      category\n      subcategory\n      severity\n      confidence\n      retryable\n      remedy\n    }\n  }\n": typeof types.OperationFieldsFragmentDoc,
    "\n  query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...OperationFields\n        }\n      }\n    }\n  }\n": typeof types.RestOperationsDocument,
    "\n  query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.RestPassedOverDocument,
    "\n  query RestOperation($id: ID!) {\n    operation(id: $id) {\n      ...OperationFields\n      result\n    }\n  }\n": typeof types.RestOperationDocument,
    "\n  mutation RestStart($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          ...OperationFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": typeof types.RestStartDocument,
    "\n  query RestDownloadState($id: ID!) {\n    operation(id: $id) {\n      functionName\n    }\n  }\n": typeof types.RestDownloadStateDocument,
    "\n  query RestStatus {\n    recoveryStatus {\n      enabled\n      persistenceEnabled\n      maxRetries\n      circuitBreakerThreshold\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      version\n      store\n      uptime\n      byState {\n        state\n        count\n      }\n    }\n  }\n": typeof types.RestStatusDocument,
    "\n  query RestPerformance($window: Duration) {\n    recoveryStatus {\n      enabled\n    }\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n      averageAttemptsPerRecovery\n    }\n  }\n": typeof types.RestPerformanceDocument,
    "\n  query RestEnabled {\n    recoveryStatus {\n      enabled\n    }\n  }\n": typeof types.RestEnabledDocument,
};
const documents: Documents = {
    "\n  fragment ErrorFields on Error {\n    __typename\n    code\n    message\n    ... on InvalidInputError {\n      field\n    }\n    ... on InvalidTransitionError {\n      allowedActions\n    }\n    ... on CircuitOpenError {\n      retryAfter\n      untilReset\n    }\n  }\n": types.ErrorFieldsFragmentDoc,
    "\n  mutation RestRetry($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestRetryDocument,
    "\n  mutation RestCancel($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestCancelDocument,
    "\n  mutation RestPause($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestPauseDocument,
    "\n  mutation RestResume($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestResumeDocument,
    "\n  mutation RestSelfTest {\n    runSelfTest {\n      persistenceTest\n      strategyTest\n      classificationTest\n      circuitBreakerTest\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n": types.RestSelfTestDocument,
    "\n  query RestScenarios {\n    testScenarios {\n      id\n      name\n      description\n      category\n      durationSeconds\n      timeout\n      expectedResult\n    }\n  }\n": types.RestScenariosDocument,
    "\n  mutation RestRunTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        totalTests\n        passedTests\n        failedTests\n        successRate\n        testSummary {\n          unitTests {\n            passed\n            failed\n            successRate\n          }\n          integrationTests {\n            passed\n            failed\n            successRate\n          }\n          performanceTests {\n            passed\n            failed\n            successRate\n          }\n          endToEndTests {\n            passed\n            failed\n            successRate\n          }\n        }\n        failedTestDetails {\n          testName\n          error\n          category\n        }\n      }\n    }\n  }\n": types.RestRunTestsDocument,
    "\n  mutation RestValidatePerformance($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        baselineOperationsPerSecond\n        recoveryOperationsPerSecond\n        performanceImpactPercent\n        memoryOverheadMb\n        cpuOverheadPercent\n        validationPassed\n        recommendations\n      }\n    }\n  }\n": types.RestValidatePerformanceDocument,
    "\n  mutation RestRunBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        overallScore\n        scenarioResults {\n          scenario\n          successRate\n          averageRecoveryTime\n          score\n        }\n        systemMetrics {\n          cpuUsagePercent\n          memoryUsageMb\n          diskIoMbS\n        }\n      }\n    }\n  }\n": types.RestRunBenchmarkDocument,
    "\n  fragment DownloadSettingsFields on RecoverySettings {\n    maxRetries\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadChunkSize\n  }\n": types.DownloadSettingsFieldsFragmentDoc,
    "\n  query RestSettings {\n    settings {\n      ...DownloadSettingsFields\n    }\n  }\n": types.RestSettingsDocument,
    "\n  mutation RestUpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadSettingsFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestUpdateSettingsDocument,
    "\n  fragment OperationFields on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    round\n    totalAttempts\n    recovered\n    priority\n    input\n    metadata\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      message\n      category\n      subcategory\n      severity\n      confidence\n      retryable\n      remedy\n    }\n  }\n": types.OperationFieldsFragmentDoc,
    "\n  query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...OperationFields\n        }\n      }\n    }\n  }\n": types.RestOperationsDocument,
    "\n  query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.RestPassedOverDocument,
    "\n  query RestOperation($id: ID!) {\n    operation(id: $id) {\n      ...OperationFields\n      result\n    }\n  }\n": types.RestOperationDocument,
    "\n  mutation RestStart($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          ...OperationFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n": types.RestStartDocument,
    "\n  query RestDownloadState($id: ID!) {\n    operation(id: $id) {\n      functionName\n    }\n  }\n": types.RestDownloadStateDocument,
    "\n  query RestStatus {\n    recoveryStatus {\n      enabled\n      persistenceEnabled\n      maxRetries\n      circuitBreakerThreshold\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      version\n      store\n      uptime\n      byState {\n        state\n        count\n      }\n    }\n  }\n": types.RestStatusDocument,
    "\n  query RestPerformance($window: Duration) {\n    recoveryStatus {\n      enabled\n    }\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n      averageAttemptsPerRecovery\n    }\n  }\n": types.RestPerformanceDocument,
    "\n  query RestEnabled {\n    recoveryStatus {\n      enabled\n    }\n  }\n": types.RestEnabledDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ErrorFields on Error {\n    __typename\n    code\n    message\n    ... on InvalidInputError {\n      field\n    }\n    ... on InvalidTransitionError {\n      allowedActions\n    }\n    ... on CircuitOpenError {\n      retryAfter\n      untilReset\n    }\n  }\n"): typeof import('./graphql.ts').ErrorFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestRetry($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        retryId\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestCancel($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestPause($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestPauseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestResume($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          id\n          state\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestSelfTest {\n    runSelfTest {\n      persistenceTest\n      strategyTest\n      classificationTest\n      circuitBreakerTest\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestSelfTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestScenarios {\n    testScenarios {\n      id\n      name\n      description\n      category\n      durationSeconds\n      timeout\n      expectedResult\n    }\n  }\n"): typeof import('./graphql.ts').RestScenariosDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestRunTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        totalTests\n        passedTests\n        failedTests\n        successRate\n        testSummary {\n          unitTests {\n            passed\n            failed\n            successRate\n          }\n          integrationTests {\n            passed\n            failed\n            successRate\n          }\n          performanceTests {\n            passed\n            failed\n            successRate\n          }\n          endToEndTests {\n            passed\n            failed\n            successRate\n          }\n        }\n        failedTestDetails {\n          testName\n          error\n          category\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestRunTestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestValidatePerformance($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        baselineOperationsPerSecond\n        recoveryOperationsPerSecond\n        performanceImpactPercent\n        memoryOverheadMb\n        cpuOverheadPercent\n        validationPassed\n        recommendations\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestValidatePerformanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestRunBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n        state\n        error {\n          message\n        }\n      }\n      report {\n        overallScore\n        scenarioResults {\n          scenario\n          successRate\n          averageRecoveryTime\n          score\n        }\n        systemMetrics {\n          cpuUsagePercent\n          memoryUsageMb\n          diskIoMbS\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestRunBenchmarkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DownloadSettingsFields on RecoverySettings {\n    maxRetries\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadChunkSize\n  }\n"): typeof import('./graphql.ts').DownloadSettingsFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestSettings {\n    settings {\n      ...DownloadSettingsFields\n    }\n  }\n"): typeof import('./graphql.ts').RestSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestUpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadSettingsFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestUpdateSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OperationFields on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    round\n    totalAttempts\n    recovered\n    priority\n    input\n    metadata\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    deadlineAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      message\n      category\n      subcategory\n      severity\n      confidence\n      retryable\n      remedy\n    }\n  }\n"): typeof import('./graphql.ts').OperationFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...OperationFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestPassedOverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestOperation($id: ID!) {\n    operation(id: $id) {\n      ...OperationFields\n      result\n    }\n  }\n"): typeof import('./graphql.ts').RestOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestStart($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          ...OperationFields\n        }\n      }\n      ...ErrorFields\n    }\n  }\n"): typeof import('./graphql.ts').RestStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestDownloadState($id: ID!) {\n    operation(id: $id) {\n      functionName\n    }\n  }\n"): typeof import('./graphql.ts').RestDownloadStateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestStatus {\n    recoveryStatus {\n      enabled\n      persistenceEnabled\n      maxRetries\n      circuitBreakerThreshold\n      activeOperations\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      version\n      store\n      uptime\n      byState {\n        state\n        count\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RestStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestPerformance($window: Duration) {\n    recoveryStatus {\n      enabled\n    }\n    performance(window: $window) {\n      totalOperations\n      recoveredOperations\n      failedOperations\n      averageRecoveryTime\n      retryAttempts\n      circuitBreakerTrips\n      successRate\n      averageAttemptsPerRecovery\n    }\n  }\n"): typeof import('./graphql.ts').RestPerformanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestEnabled {\n    recoveryStatus {\n      enabled\n    }\n  }\n"): typeof import('./graphql.ts').RestEnabledDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
