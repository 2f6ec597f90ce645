import { graphql } from './gql/gql.ts'

// What the routes ask of GraphQL. Each is checked against the schema when the server starts; the generator finds the
// fragments here by their names.

graphql(/* GraphQL */ `
  fragment OperationFields on Operation {
    id
    functionName
    state
    attempt
    maxAttempts
    round
    totalAttempts
    recovered
    priority
    input
    metadata
    createdAt
    updatedAt
    startedAt
    finishedAt
    nextAttemptAt
    deadlineAt
    availableActions
    progress {
      fraction
      current
      total
      unit
      rate
      stage
      message
    }
    error {
      message
      category
      subcategory
      severity
      confidence
      retryable
      remedy
    }
  }
`)

graphql(/* GraphQL */ `
  fragment ErrorFields on Error {
    __typename
    code
    message
    ... on InvalidInputError {
      field
    }
    ... on InvalidTransitionError {
      allowedActions
    }
    ... on CircuitOpenError {
      retryAfter
    }
  }
`)

export const Status = graphql(/* GraphQL */ `
  query RestStatus {
    recoveryStatus {
      enabled
      persistenceEnabled
      maxRetries
      circuitBreakerThreshold
      activeOperations
      totalOperations
      recoveredOperations
      failedOperations
      averageRecoveryTime
      retryAttempts
      version
      store
      uptime
      byState {
        state
        count
      }
    }
  }
`)

export const OperationList = graphql(/* GraphQL */ `
  query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...OperationFields
        }
      }
    }
  }
`)

/** A page that is passed over on the way to a later one. */
export const PassedOver = graphql(/* GraphQL */ `
  query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneOperation = graphql(/* GraphQL */ `
  query RestOperation($id: ID!) {
    operation(id: $id) {
      ...OperationFields
      result
    }
  }
`)

export const Start = graphql(/* GraphQL */ `
  mutation RestStart($input: StartOperationInput!) {
    startOperation(input: $input) {
      ... on StartOperationPayload {
        deduplicated
        operation {
          ...OperationFields
        }
      }
      ...ErrorFields
    }
  }
`)

export const Retry = graphql(/* GraphQL */ `
  mutation RestRetry($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        retryId
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Cancel = graphql(/* GraphQL */ `
  mutation RestCancel($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Pause = graphql(/* GraphQL */ `
  mutation RestPause($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Resume = graphql(/* GraphQL */ `
  mutation RestResume($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const DownloadState = graphql(/* GraphQL */ `
  query RestDownloadState($id: ID!) {
    operation(id: $id) {
      functionName
    }
  }
`)

export const Performance = graphql(/* GraphQL */ `
  query RestPerformance($window: Duration) {
    recoveryStatus {
      enabled
    }
    performance(window: $window) {
      totalOperations
      recoveredOperations
      failedOperations
      averageRecoveryTime
      retryAttempts
      circuitBreakerTrips
      successRate
      averageAttemptsPerRecovery
    }
  }
`)

/** Whether recovery is switched on. */
export const Enabled = graphql(/* GraphQL */ `
  query RestEnabled {
    recoveryStatus {
      enabled
    }
  }
`)

export const SelfTest = graphql(/* GraphQL */ `
  mutation RestSelfTest {
    runSelfTest {
      persistenceTest
      strategyTest
      classificationTest
      circuitBreakerTest
      overall
      details {
        name
        passed
        message
      }
    }
  }
`)

export const Scenarios = graphql(/* GraphQL */ `
  query RestScenarios {
    testScenarios {
      id
      name
      description
      category
      durationSeconds
      timeout
      expectedResult
    }
  }
`)

export const RunTests = graphql(/* GraphQL */ `
  mutation RestRunTests($input: RunTestsInput!) {
    runTests(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        totalTests
        passedTests
        failedTests
        successRate
        testSummary {
          unitTests {
            passed
            failed
            successRate
          }
          integrationTests {
            passed
            failed
            successRate
          }
          performanceTests {
            passed
            failed
            successRate
          }
          endToEndTests {
            passed
            failed
            successRate
          }
        }
        failedTestDetails {
          testName
          error
          category
        }
      }
    }
  }
`)

export const ValidatePerformance = graphql(/* GraphQL */ `
  mutation RestValidatePerformance($input: ValidatePerformanceInput!) {
    validatePerformance(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        baselineOperationsPerSecond
        recoveryOperationsPerSecond
        performanceImpactPercent
        memoryOverheadMb
        cpuOverheadPercent
        validationPassed
        recommendations
      }
    }
  }
`)

export const RunBenchmark = graphql(/* GraphQL */ `
  mutation RestRunBenchmark($input: RunBenchmarkInput!) {
    runBenchmark(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        overallScore
        scenarioResults {
          scenario
          successRate
          averageRecoveryTime
          score
        }
        systemMetrics {
          cpuUsagePercent
          memoryUsageMb
          diskIoMbS
        }
      }
    }
  }
`)

graphql(/* GraphQL */ `
  fragment DownloadSettingsFields on RecoverySettings {
    maxRetries
    maxConcurrentDownloads
    downloadBandwidthLimit
    downloadTimeout
  }
`)

export const Settings = graphql(/* GraphQL */ `
  query RestSettings {
    settings {
      ...DownloadSettingsFields
    }
  }
`)

export const UpdateSettings = graphql(/* GraphQL */ `
  mutation RestUpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      ... on UpdateSettingsPayload {
        settings {
          ...DownloadSettingsFields
        }
      }
      ...ErrorFields
    }
  }
`)
