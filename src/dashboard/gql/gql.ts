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
    "\n  fragment DiagnosticRun on Operation {\n    id\n    state\n    createdAt\n    startedAt\n    finishedAt\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      unit\n      stage\n      message\n      rate\n    }\n    error {\n      message\n      remedy\n    }\n  }\n": typeof types.DiagnosticRunFragmentDoc,
    "\n  query DiagnosticsNow {\n    viewer {\n      role\n      mayOperate\n      mayAdminister\n    }\n    testScenarios {\n      id\n      name\n      description\n      category\n      timeout\n      expectedResult\n    }\n  }\n": typeof types.DiagnosticsNowDocument,
    "\n  query DiagnosticRuns($functionName: String!) {\n    operations(filter: { functionNames: [$functionName] }, first: 10) {\n      eventCursor\n      edges {\n        node {\n          ...DiagnosticRun\n        }\n      }\n    }\n  }\n": typeof types.DiagnosticRunsDocument,
    "\n  subscription DiagnosticUpdates($functionName: String, $after: String) {\n    recoveryUpdate(functionName: $functionName, after: $after) {\n      cursor\n      type\n      operationId\n      progress {\n        fraction\n        current\n        total\n        unit\n        stage\n        message\n        rate\n      }\n    }\n  }\n": typeof types.DiagnosticUpdatesDocument,
    "\n  mutation StartTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.StartTestsDocument,
    "\n  mutation StartValidation($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.StartValidationDocument,
    "\n  mutation StartBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.StartBenchmarkDocument,
    "\n  mutation CancelDiagnostics($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelDiagnosticsDocument,
    "\n  mutation SelfTest {\n    runSelfTest {\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n": typeof types.SelfTestDocument,
    "\n  query Classify($error: ErrorSample!) {\n    classifyError(error: $error) {\n      category\n      subcategory\n      severity\n      recoverability\n      confidence\n      retryable\n      maxRetries\n      retryAfter\n      remedy\n      breakerOutcome\n      signal\n    }\n  }\n": typeof types.ClassifyDocument,
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
    "\n  fragment DiagnosticRun on Operation {\n    id\n    state\n    createdAt\n    startedAt\n    finishedAt\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      unit\n      stage\n      message\n      rate\n    }\n    error {\n      message\n      remedy\n    }\n  }\n": types.DiagnosticRunFragmentDoc,
    "\n  query DiagnosticsNow {\n    viewer {\n      role\n      mayOperate\n      mayAdminister\n    }\n    testScenarios {\n      id\n      name\n      description\n      category\n      timeout\n      expectedResult\n    }\n  }\n": types.DiagnosticsNowDocument,
    "\n  query DiagnosticRuns($functionName: String!) {\n    operations(filter: { functionNames: [$functionName] }, first: 10) {\n      eventCursor\n      edges {\n        node {\n          ...DiagnosticRun\n        }\n      }\n    }\n  }\n": types.DiagnosticRunsDocument,
    "\n  subscription DiagnosticUpdates($functionName: String, $after: String) {\n    recoveryUpdate(functionName: $functionName, after: $after) {\n      cursor\n      type\n      operationId\n      progress {\n        fraction\n        current\n        total\n        unit\n        stage\n        message\n        rate\n      }\n    }\n  }\n": types.DiagnosticUpdatesDocument,
    "\n  mutation StartTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": types.StartTestsDocument,
    "\n  mutation StartValidation($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": types.StartValidationDocument,
    "\n  mutation StartBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n": types.StartBenchmarkDocument,
    "\n  mutation CancelDiagnostics($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelDiagnosticsDocument,
    "\n  mutation SelfTest {\n    runSelfTest {\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n": types.SelfTestDocument,
    "\n  query Classify($error: ErrorSample!) {\n    classifyError(error: $error) {\n      category\n      subcategory\n      severity\n      recoverability\n      confidence\n      retryable\n      maxRetries\n      retryAfter\n      remedy\n      breakerOutcome\n      signal\n    }\n  }\n": types.ClassifyDocument,
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
export function graphql(source: "\n  fragment DiagnosticRun on Operation {\n    id\n    state\n    createdAt\n    startedAt\n    finishedAt\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      unit\n      stage\n      message\n      rate\n    }\n    error {\n      message\n      remedy\n    }\n  }\n"): typeof import('./graphql.ts').DiagnosticRunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DiagnosticsNow {\n    viewer {\n      role\n      mayOperate\n      mayAdminister\n    }\n    testScenarios {\n      id\n      name\n      description\n      category\n      timeout\n      expectedResult\n    }\n  }\n"): typeof import('./graphql.ts').DiagnosticsNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DiagnosticRuns($functionName: String!) {\n    operations(filter: { functionNames: [$functionName] }, first: 10) {\n      eventCursor\n      edges {\n        node {\n          ...DiagnosticRun\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DiagnosticRunsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DiagnosticUpdates($functionName: String, $after: String) {\n    recoveryUpdate(functionName: $functionName, after: $after) {\n      cursor\n      type\n      operationId\n      progress {\n        fraction\n        current\n        total\n        unit\n        stage\n        message\n        rate\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DiagnosticUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTests($input: RunTestsInput!) {\n    runTests(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartTestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartValidation($input: ValidatePerformanceInput!) {\n    validatePerformance(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartValidationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartBenchmark($input: RunBenchmarkInput!) {\n    runBenchmark(input: $input) {\n      operation {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartBenchmarkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelDiagnostics($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CancelDiagnosticsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SelfTest {\n    runSelfTest {\n      overall\n      details {\n        name\n        passed\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SelfTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Classify($error: ErrorSample!) {\n    classifyError(error: $error) {\n      category\n      subcategory\n      severity\n      recoverability\n      confidence\n      retryable\n      maxRetries\n      retryAfter\n      remedy\n      breakerOutcome\n      signal\n    }\n  }\n"): typeof import('./graphql.ts').ClassifyDocument;
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
