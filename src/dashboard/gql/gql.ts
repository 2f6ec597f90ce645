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
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": typeof types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": typeof types.FrameUpdatesDocument,
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": typeof types.DeleteShownOperationDocument,
    "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n": typeof types.ListedOperationFragmentDoc,
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
    "\n  query OverviewSeries($window: Duration!, $resolution: Duration!) {\n    timeSeries(window: $window, resolution: $resolution) {\n      timestamp\n      created\n      succeeded\n      failed\n      recovered\n      retryAttempts\n      circuitBreakerTrips\n      averageRecoveryTime\n    }\n  }\n": typeof types.OverviewSeriesDocument,
    "\n  query OverviewAttention {\n    attention {\n      errors(first: 5) {\n        groupCount\n        isComplete\n        groups {\n          key\n          functionName\n          message\n          category\n          count\n          remedy\n          latestAt\n          filter {\n            functionNames\n            categories\n            states\n            search\n          }\n        }\n      }\n      openCircuitBreakers {\n        id\n        scope\n        state\n        forced\n        retryAt\n        blockedOperations\n        lastError\n      }\n      stuck(first: 5) {\n        count\n        isComplete\n        operations {\n          operationId\n          functionName\n          reason\n          since\n        }\n      }\n    }\n  }\n": typeof types.OverviewAttentionDocument,
    "\n  query OverviewRunning($first: Int!) {\n    operations(\n      first: $first\n      filter: { states: [IN_PROGRESS, RECOVERING] }\n      orderBy: { field: CREATED_AT, direction: DESC }\n    ) {\n      edges {\n        node {\n          id\n          functionName\n          state\n          attempt\n          maxAttempts\n          nextAttemptAt\n          error {\n            message\n          }\n          progress {\n            current\n            total\n            fraction\n            unit\n            rate\n            stage\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.OverviewRunningDocument,
    "\n  subscription OverviewUpdates($after: String) {\n    recoveryUpdate(after: $after) {\n      cursor\n      type\n      operationId\n      state\n      attempt\n      maxAttempts\n      nextAttemptAt\n      error\n      progress {\n        current\n        total\n        fraction\n        unit\n        rate\n        stage\n        message\n      }\n    }\n  }\n": typeof types.OverviewUpdatesDocument,
    "\n  subscription OverviewBreakerUpdates($after: String) {\n    circuitBreakerUpdate(after: $after) {\n      cursor\n    }\n  }\n": typeof types.OverviewBreakerUpdatesDocument,
    "\n  mutation RetryErrorGroup($input: RetryOperationsInput!) {\n    retryOperations(input: $input) {\n      changed\n      matched\n      skippedCount\n      operation {\n        id\n      }\n    }\n  }\n": typeof types.RetryErrorGroupDocument,
    "\n  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {\n    resetCircuitBreaker(input: $input) {\n      ... on CircuitBreakerPayload {\n        circuitBreaker {\n          id\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResetOpenBreakerDocument,
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
    "\n  query FrameStatus {\n    recoveryStatus {\n      version\n      store\n      activeOperations\n      eventCursor\n    }\n  }\n": types.FrameStatusDocument,
    "\n  subscription FrameUpdates($after: String) {\n    recoveryUpdate(after: $after, progress: false) {\n      cursor\n      type\n    }\n  }\n": types.FrameUpdatesDocument,
    "\n  mutation PauseShownOperation($input: PauseOperationInput!) {\n    pauseOperation(input: $input) {\n      ... on PauseOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.PauseShownOperationDocument,
    "\n  mutation ResumeShownOperation($input: ResumeOperationInput!) {\n    resumeOperation(input: $input) {\n      ... on ResumeOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.ResumeShownOperationDocument,
    "\n  mutation RetryShownOperation($input: RetryOperationInput!) {\n    retryOperation(input: $input) {\n      ... on RetryOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RetryShownOperationDocument,
    "\n  mutation CancelShownOperation($input: CancelOperationInput!) {\n    cancelOperation(input: $input) {\n      ... on CancelOperationPayload {\n        operation {\n          ...OperationHeadParts\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CancelShownOperationDocument,
    "\n  mutation DeleteShownOperation($input: DeleteOperationsInput!) {\n    deleteOperations(input: $input) {\n      changed\n      skipped {\n        reason\n      }\n    }\n  }\n": types.DeleteShownOperationDocument,
    "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n": types.ListedOperationFragmentDoc,
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
export function graphql(source: "\n  fragment ListedOperation on Operation {\n    id\n    functionName\n    state\n    attempt\n    maxAttempts\n    priority\n    createdAt\n    updatedAt\n    nextAttemptAt\n    availableActions\n    progress {\n      fraction\n      current\n      total\n      unit\n      rate\n      stage\n      message\n    }\n    error {\n      category\n      message\n    }\n  }\n"): typeof import('./graphql.ts').ListedOperationFragmentDoc;
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
