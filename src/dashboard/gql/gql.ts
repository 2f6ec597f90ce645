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
    "\n  fragment BulkResultParts on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n    }\n  }\n": typeof types.BulkResultPartsFragmentDoc,
    "\n  mutation RetryMany($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": typeof types.RetryManyDocument,
    "\n  mutation PauseMany($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": typeof types.PauseManyDocument,
    "\n  mutation ResumeMany($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": typeof types.ResumeManyDocument,
    "\n  mutation CancelMany($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": typeof types.CancelManyDocument,
    "\n  mutation DeleteMany($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": typeof types.DeleteManyDocument,
    "\n  fragment BulkOperationParts on Operation {\n    id\n    state\n    input\n    result\n    updatedAt\n    availableActions\n    progress {\n      current\n      total\n      fraction\n      unit\n      rate\n    }\n    error {\n      message\n    }\n  }\n": typeof types.BulkOperationPartsFragmentDoc,
    "\n  query ActiveBulkOperations {\n    operations(filter: { functionNames: [\"bulk.control\"], active: true }, first: 10) {\n      edges {\n        node {\n          ...BulkOperationParts\n        }\n      }\n    }\n  }\n": typeof types.ActiveBulkOperationsDocument,
    "\n  query BulkOperation($id: ID!) {\n    operation(id: $id) {\n      ...BulkOperationParts\n    }\n  }\n": typeof types.BulkOperationDocument,
    "\n  mutation PauseBulk($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseBulkDocument,
    "\n  mutation ResumeBulk($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeBulkDocument,
    "\n  mutation CancelBulk($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelBulkDocument,
    "\n  query BulkViewer {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n  }\n": typeof types.BulkViewerDocument,
    "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    computedState\n    computedRetryAt\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n": typeof types.BreakerPartsFragmentDoc,
    "\n  query BreakerList {\n    recoveryStatus {\n      eventCursor\n    }\n    circuitBreakers {\n      ...BreakerParts\n    }\n    functions {\n      name\n      circuitBreaker {\n        scope\n      }\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": typeof types.BreakerListDocument,
    "\n  subscription BreakerChanges($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      scope\n      type\n      reason\n      timestamp\n      circuitBreaker {\n        ...BreakerParts\n      }\n    }\n  }\n": typeof types.BreakerChangesDocument,
    "\n  subscription BreakerTraffic($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.BreakerTrafficDocument,
    "\n  mutation TripBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.TripBreakerDocument,
    "\n  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.ResetBreakerDocument,
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
    "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n  }\n": typeof types.DownloadListsDocument,
    "\n  subscription DownloadUpdates($after: String) {\n    recoveryUpdate(functionName: \"download\", after: $after) {\n      cursor\n      type\n      operationId\n      operation {\n        ...DownloadFields\n      }\n    }\n  }\n": typeof types.DownloadUpdatesDocument,
    "\n  mutation StartDownload($input: JSON!) {\n    startOperation(input: { functionName: \"download\", input: $input }) {\n      ... on StartOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.StartDownloadDocument,
    "\n  mutation PauseDownload($id: ID!) {\n    pauseOperation(input: { id: $id }) {\n      ... on PauseOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseDownloadDocument,
    "\n  mutation ResumeDownload($id: ID!) {\n    resumeOperation(input: { id: $id }) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeDownloadDocument,
    "\n  mutation CancelDownload($id: ID!) {\n    cancelOperation(input: { id: $id }) {\n      ... on CancelOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelDownloadDocument,
    "\n  mutation RetryDownload($id: ID!, $force: Boolean!) {\n    retryOperation(input: { id: $id, force: $force }) {\n      ... on RetryOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryDownloadDocument,
    "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n    downloadChunkSize\n  }\n": typeof types.DownloadSettingsDocument,
    "\n  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadLimits\n        }\n      }\n      ... on InvalidInputError {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.UpdateDownloadSettingsDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": typeof types.FrameStatusDocument,
    "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n": typeof types.FrameViewerDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
    "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n      computedState\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n": typeof types.FunctionPoliciesFragmentDoc,
    "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n": typeof types.FunctionListDocument,
    "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": typeof types.FunctionInputDocument,
    "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      exhausted\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n": typeof types.FunctionHistoryDocument,
    "\n  query RecentOperations($functionName: String!) {\n    operations(first: 10, filter: { functionNames: [$functionName] }) {\n      edges {\n        node {\n          id\n          state\n          attempt\n          maxAttempts\n          createdAt\n          updatedAt\n          nextAttemptAt\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.RecentOperationsDocument,
    "\n  subscription FunctionTraffic($after: String, $functionName: String) {\n    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {\n      cursor\n      type\n      functionName\n    }\n  }\n": typeof types.FunctionTrafficDocument,
    "\n  mutation StartByHand($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n      ... on DuplicateOperationError {\n        existingId\n      }\n    }\n  }\n": typeof types.StartByHandDocument,
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteShownOperationDocument,
    "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    failedAttempts\n    recovered\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n": typeof types.ListedOperationFragmentDoc,
    "\n  query ListedOperations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      eventCursor\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          ...ListedOperation\n        }\n      }\n    }\n  }\n": typeof types.ListedOperationsDocument,
    "\n  query ListedOperationCount($filter: OperationFilter) {\n    operations(filter: $filter, first: 0) {\n      totalCount\n    }\n  }\n": typeof types.ListedOperationCountDocument,
    "\n  subscription ListedOperationUpdates($after: String, $searched: Boolean!) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      operation {\n        ...ListedOperation\n        idempotencyKey @include(if: $searched)\n        metadata @include(if: $searched)\n      }\n    }\n  }\n": typeof types.ListedOperationUpdatesDocument,
    "\n  query ListedFunctions {\n    functions {\n      name\n    }\n  }\n": typeof types.ListedFunctionsDocument,
    "\n  mutation RetryListedOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...ListedOperation\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryListedOperationDocument,
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
    "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n": typeof types.OverviewStatusDocument,
    "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      exhausted\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n": typeof types.OverviewSeriesDocument,
    "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        computedState\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n": typeof types.OverviewAttentionDocument,
    "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverviewRunningDocument,
    "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": typeof types.OverviewUpdatesDocument,
    "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n": typeof types.OverviewBreakerUpdatesDocument,
    "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.RetryErrorGroupDocument,
    "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResetOpenBreakerDocument,
    "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadChunkSize\n  }\n": typeof types.SettingValuesFragmentDoc,
    "\n  fragment SettingsFields on RecoverySettings {\n    ...SettingValues\n    changed\n    configured {\n      ...SettingValues\n    }\n  }\n": typeof types.SettingsFieldsFragmentDoc,
    "\n  query SettingsNow {\n    viewer {\n      role\n      mayAdminister\n      authenticated\n    }\n    settings {\n      ...SettingsFields\n    }\n  }\n": typeof types.SettingsNowDocument,
    "\n  mutation ChangeSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...SettingsFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": typeof types.ChangeSettingsDocument,
    "\n  query ServerFacts {\n    recoveryStatus {\n      version\n      store\n      persistenceEnabled\n      enabled\n      uptime\n      eventCursor\n      servers {\n        id\n        host\n        startedAt\n        running\n        version\n      }\n    }\n    functions {\n      name\n      internal\n    }\n  }\n": typeof types.ServerFactsDocument,
    "\n  query RecentAudit($last: Int!) {\n    auditTrail(last: $last) {\n      edges {\n        node {\n          cursor\n          actor\n          action\n          timestamp\n          data\n        }\n      }\n    }\n  }\n": typeof types.RecentAuditDocument,
};
const documents: Documents = {
    "\n  fragment BulkResultParts on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n    }\n  }\n": types.BulkResultPartsFragmentDoc,
    "\n  mutation RetryMany($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": types.RetryManyDocument,
    "\n  mutation PauseMany($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": types.PauseManyDocument,
    "\n  mutation ResumeMany($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": types.ResumeManyDocument,
    "\n  mutation CancelMany($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": types.CancelManyDocument,
    "\n  mutation DeleteMany($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n": types.DeleteManyDocument,
    "\n  fragment BulkOperationParts on Operation {\n    id\n    state\n    input\n    result\n    updatedAt\n    availableActions\n    progress {\n      current\n      total\n      fraction\n      unit\n      rate\n    }\n    error {\n      message\n    }\n  }\n": types.BulkOperationPartsFragmentDoc,
    "\n  query ActiveBulkOperations {\n    operations(filter: { functionNames: [\"bulk.control\"], active: true }, first: 10) {\n      edges {\n        node {\n          ...BulkOperationParts\n        }\n      }\n    }\n  }\n": types.ActiveBulkOperationsDocument,
    "\n  query BulkOperation($id: ID!) {\n    operation(id: $id) {\n      ...BulkOperationParts\n    }\n  }\n": types.BulkOperationDocument,
    "\n  mutation PauseBulk($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseBulkDocument,
    "\n  mutation ResumeBulk($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeBulkDocument,
    "\n  mutation CancelBulk($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelBulkDocument,
    "\n  query BulkViewer {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n  }\n": types.BulkViewerDocument,
    "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    computedState\n    computedRetryAt\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n": types.BreakerPartsFragmentDoc,
    "\n  query BreakerList {\n    recoveryStatus {\n      eventCursor\n    }\n    circuitBreakers {\n      ...BreakerParts\n    }\n    functions {\n      name\n      circuitBreaker {\n        scope\n      }\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": types.BreakerListDocument,
    "\n  subscription BreakerChanges($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n      scope\n      type\n      reason\n      timestamp\n      circuitBreaker {\n        ...BreakerParts\n      }\n    }\n  }\n": types.BreakerChangesDocument,
    "\n  subscription BreakerTraffic($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.BreakerTrafficDocument,
    "\n  mutation TripBreaker($input: TripCircuitBreakerInput!) {\n    tripCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.TripBreakerDocument,
    "\n  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          ...BreakerParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.ResetBreakerDocument,
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
    "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n  }\n": types.DownloadListsDocument,
    "\n  subscription DownloadUpdates($after: String) {\n    recoveryUpdate(functionName: \"download\", after: $after) {\n      cursor\n      type\n      operationId\n      operation {\n        ...DownloadFields\n      }\n    }\n  }\n": types.DownloadUpdatesDocument,
    "\n  mutation StartDownload($input: JSON!) {\n    startOperation(input: { functionName: \"download\", input: $input }) {\n      ... on StartOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.StartDownloadDocument,
    "\n  mutation PauseDownload($id: ID!) {\n    pauseOperation(input: { id: $id }) {\n      ... on PauseOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseDownloadDocument,
    "\n  mutation ResumeDownload($id: ID!) {\n    resumeOperation(input: { id: $id }) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeDownloadDocument,
    "\n  mutation CancelDownload($id: ID!) {\n    cancelOperation(input: { id: $id }) {\n      ... on CancelOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelDownloadDocument,
    "\n  mutation RetryDownload($id: ID!, $force: Boolean!) {\n    retryOperation(input: { id: $id, force: $force }) {\n      ... on RetryOperationPayload {\n        operation {\n          ...DownloadFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryDownloadDocument,
    "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n    downloadChunkSize\n  }\n": types.DownloadSettingsDocument,
    "\n  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...DownloadLimits\n        }\n      }\n      ... on InvalidInputError {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.UpdateDownloadSettingsDocument,
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n": types.FrameViewerDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n      computedState\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n": types.FunctionPoliciesFragmentDoc,
    "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n": types.FunctionListDocument,
    "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n": types.FunctionInputDocument,
    "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      exhausted\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n": types.FunctionHistoryDocument,
    "\n  query RecentOperations($functionName: String!) {\n    operations(first: 10, filter: { functionNames: [$functionName] }) {\n      edges {\n        node {\n          id\n          state\n          attempt\n          maxAttempts\n          createdAt\n          updatedAt\n          nextAttemptAt\n          error {\n            message\n          }\n        }\n      }\n    }\n  }\n": types.RecentOperationsDocument,
    "\n  subscription FunctionTraffic($after: String, $functionName: String) {\n    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {\n      cursor\n      type\n      functionName\n    }\n  }\n": types.FunctionTrafficDocument,
    "\n  mutation StartByHand($input: StartOperationInput!) {\n    startOperation(input: $input) {\n      ... on StartOperationPayload {\n        deduplicated\n        operation {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n      ... on DuplicateOperationError {\n        existingId\n      }\n    }\n  }\n": types.StartByHandDocument,
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": types.DeleteShownOperationDocument,
    "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    failedAttempts\n    recovered\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n": types.ListedOperationFragmentDoc,
    "\n  query ListedOperations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      eventCursor\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          ...ListedOperation\n        }\n      }\n    }\n  }\n": types.ListedOperationsDocument,
    "\n  query ListedOperationCount($filter: OperationFilter) {\n    operations(filter: $filter, first: 0) {\n      totalCount\n    }\n  }\n": types.ListedOperationCountDocument,
    "\n  subscription ListedOperationUpdates($after: String, $searched: Boolean!) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      operation {\n        ...ListedOperation\n        idempotencyKey @include(if: $searched)\n        metadata @include(if: $searched)\n      }\n    }\n  }\n": types.ListedOperationUpdatesDocument,
    "\n  query ListedFunctions {\n    functions {\n      name\n    }\n  }\n": types.ListedFunctionsDocument,
    "\n  mutation RetryListedOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...ListedOperation\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryListedOperationDocument,
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
    "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n": types.OverviewStatusDocument,
    "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      exhausted\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n": types.OverviewSeriesDocument,
    "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        computedState\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n": types.OverviewAttentionDocument,
    "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n": types.OverviewRunningDocument,
    "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": types.OverviewUpdatesDocument,
    "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n": types.OverviewBreakerUpdatesDocument,
    "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n": types.RetryErrorGroupDocument,
    "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResetOpenBreakerDocument,
    "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadChunkSize\n  }\n": types.SettingValuesFragmentDoc,
    "\n  fragment SettingsFields on RecoverySettings {\n    ...SettingValues\n    changed\n    configured {\n      ...SettingValues\n    }\n  }\n": types.SettingsFieldsFragmentDoc,
    "\n  query SettingsNow {\n    viewer {\n      role\n      mayAdminister\n      authenticated\n    }\n    settings {\n      ...SettingsFields\n    }\n  }\n": types.SettingsNowDocument,
    "\n  mutation ChangeSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      ... on UpdateSettingsPayload {\n        settings {\n          ...SettingsFields\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        field\n      }\n    }\n  }\n": types.ChangeSettingsDocument,
    "\n  query ServerFacts {\n    recoveryStatus {\n      version\n      store\n      persistenceEnabled\n      enabled\n      uptime\n      eventCursor\n      servers {\n        id\n        host\n        startedAt\n        running\n        version\n      }\n    }\n    functions {\n      name\n      internal\n    }\n  }\n": types.ServerFactsDocument,
    "\n  query RecentAudit($last: Int!) {\n    auditTrail(last: $last) {\n      edges {\n        node {\n          cursor\n          actor\n          action\n          timestamp\n          data\n        }\n      }\n    }\n  }\n": types.RecentAuditDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkResultParts on BulkResult {\n    matched\n    changed\n    skippedCount\n    skipped {\n      id\n      code\n      reason\n    }\n    operation {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').BulkResultPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryMany($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n"): typeof import('./graphql.ts').RetryManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseMany($input: PauseOperationsInput!) {\n    pauseOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n"): typeof import('./graphql.ts').PauseManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeMany($input: ResumeOperationsInput!) {\n    resumeOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n"): typeof import('./graphql.ts').ResumeManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelMany($input: CancelOperationsInput!) {\n    cancelOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n"): typeof import('./graphql.ts').CancelManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMany($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      ...BulkResultParts\n    }\n  }\n"): typeof import('./graphql.ts').DeleteManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkOperationParts on Operation {\n    id\n    state\n    input\n    result\n    updatedAt\n    availableActions\n    progress {\n      current\n      total\n      fraction\n      unit\n      rate\n    }\n    error {\n      message\n    }\n  }\n"): typeof import('./graphql.ts').BulkOperationPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActiveBulkOperations {\n    operations(filter: { functionNames: [\"bulk.control\"], active: true }, first: 10) {\n      edges {\n        node {\n          ...BulkOperationParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ActiveBulkOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BulkOperation($id: ID!) {\n    operation(id: $id) {\n      ...BulkOperationParts\n    }\n  }\n"): typeof import('./graphql.ts').BulkOperationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseBulk($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PauseBulkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeBulk($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResumeBulkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBulk($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...BulkOperationParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CancelBulkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BulkViewer {\n    viewer {\n      mayOperate\n      mayAdminister\n    }\n  }\n"): typeof import('./graphql.ts').BulkViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BreakerParts on CircuitBreaker {\n    id\n    scope\n    state\n    forced\n    computedState\n    computedRetryAt\n    failureCount\n    threshold\n    timeout\n    failureRate\n    openedAt\n    retryAt\n    trips\n    blockedOperations\n    lastError\n  }\n"): typeof import('./graphql.ts').BreakerPartsFragmentDoc;
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
export function graphql(source: "\n  query DownloadLists($active: Int!, $past: Int!) {\n    active: operations(\n      filter: { functionNames: [\"download\"], active: true }\n      orderBy: { field: CREATED_AT, direction: ASC }\n      first: $active\n    ) {\n      eventCursor\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    past: operations(\n      filter: { functionNames: [\"download\"], active: false }\n      orderBy: { field: UPDATED_AT, direction: DESC }\n      first: $past\n    ) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          ...DownloadFields\n        }\n      }\n    }\n    all: operations(filter: { functionNames: [\"download\"] }, first: 0) {\n      totalCount\n    }\n    waiting: operations(filter: { functionNames: [\"download\"], states: [PENDING] }, first: 0) {\n      totalCount\n    }\n    begun: operations(filter: { functionNames: [\"download\"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {\n      totalCount\n    }\n    completed: operations(filter: { functionNames: [\"download\"], states: [SUCCESS] }, first: 0) {\n      totalCount\n    }\n    failed: operations(filter: { functionNames: [\"download\"], states: [FAILED, EXHAUSTED] }, first: 0) {\n      totalCount\n    }\n    functions {\n      name\n    }\n  }\n\n  fragment DownloadFields on Operation {\n    id\n    state\n    attempt\n    maxAttempts\n    createdAt\n    updatedAt\n    startedAt\n    finishedAt\n    nextAttemptAt\n    availableActions\n    input\n    result\n    progress {\n      fraction\n      current\n      total\n      rate\n      stage\n    }\n    error {\n      message\n      remedy\n    }\n    circuitBreaker {\n      scope\n      state\n      forced\n    }\n  }\n"): typeof import('./graphql.ts').DownloadListsDocument;
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
export function graphql(source: "\n  query DownloadSettings {\n    settings {\n      ...DownloadLimits\n    }\n  }\n\n  fragment DownloadLimits on RecoverySettings {\n    maxConcurrentDownloads\n    maxRetries\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadBandwidthLimit\n    downloadChunkSize\n  }\n"): typeof import('./graphql.ts').DownloadSettingsDocument;
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
export function graphql(source: "\n  query FrameViewer {\n    viewer {\n      name\n      role\n      authenticated\n    }\n  }\n"): typeof import('./graphql.ts').FrameViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n"): typeof import('./graphql.ts').FrameUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FunctionPolicies on RecoverableFunction {\n    name\n    description\n    internal\n    maxAttempts\n    strategy\n    initialDelay\n    backoffFactor\n    maxDelay\n    jitter\n    timeout\n    deadline\n    concurrency\n    whenOpen\n    circuitBreaker {\n      scope\n      state\n      forced\n      computedState\n    }\n    retryBudget {\n      scope\n      tokens\n      capacity\n    }\n    activeOperations\n    totalOperations\n    lightCalls\n  }\n"): typeof import('./graphql.ts').FunctionPoliciesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionList {\n    recoveryStatus {\n      eventCursor\n    }\n    functions {\n      ...FunctionPolicies\n    }\n  }\n"): typeof import('./graphql.ts').FunctionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionInput {\n    functions {\n      name\n      inputSchema\n    }\n    viewer {\n      role\n      mayOperate\n    }\n  }\n"): typeof import('./graphql.ts').FunctionInputDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {\n    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      recovered\n      failed\n      exhausted\n      retryAttempts\n      averageRecoveryTime\n    }\n  }\n"): typeof import('./graphql.ts').FunctionHistoryDocument;
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
export function graphql(source: "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    failedAttempts\n    recovered\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n"): typeof import('./graphql.ts').ListedOperationFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedOperations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {\n    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      eventCursor\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          ...ListedOperation\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListedOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedOperationCount($filter: OperationFilter) {\n    operations(filter: $filter, first: 0) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql.ts').ListedOperationCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ListedOperationUpdates($after: String, $searched: Boolean!) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      functionName\n      operation {\n        ...ListedOperation\n        idempotencyKey @include(if: $searched)\n        metadata @include(if: $searched)\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ListedOperationUpdatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedFunctions {\n    functions {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').ListedFunctionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryListedOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...ListedOperation\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryListedOperationDocument;
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewStatus {\n    recoveryStatus {\n      eventCursor\n      totalOperations\n      activeOperations\n      recoveredOperations\n      failedOperations\n      retryAttempts\n      averageRecoveryTime\n      byState {\n        state\n        count\n      }\n    }\n    performance {\n      circuitBreakerTrips\n    }\n    viewer {\n      mayOperate\n    }\n  }\n"): typeof import('./graphql.ts').OverviewStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      exhausted\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n"): typeof import('./graphql.ts').OverviewSeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        computedState\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewAttentionDocument;
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SettingValues on RecoverySettings {\n    maxRetries\n    initialDelay\n    backoffFactor\n    maxDelay\n    circuitBreakerThreshold\n    circuitBreakerTimeout\n    concurrency\n    retention\n    eventRetention\n    maxConcurrentDownloads\n    downloadBandwidthLimit\n    downloadTimeout\n    downloadAttemptTimeout\n    downloadChunkSize\n  }\n"): typeof import('./graphql.ts').SettingValuesFragmentDoc;
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
