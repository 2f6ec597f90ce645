import { graphql } from '../gql/gql.ts'

graphql(/* GraphQL */ `
  fragment DiagnosticRun on Operation {
    id
    state
    createdAt
    startedAt
    finishedAt
    input
    result
    progress {
      fraction
      current
      total
      unit
      stage
      message
      rate
    }
    error {
      message
      remedy
    }
  }
`)

export const DiagnosticsNow = graphql(/* GraphQL */ `
  query DiagnosticsNow {
    viewer {
      role
      mayOperate
      mayAdminister
    }
    testScenarios {
      id
      name
      description
      category
      timeout
      expectedResult
    }
  }
`)

/** The latest runs of one kind, the newest first. */
export const DiagnosticRuns = graphql(/* GraphQL */ `
  query DiagnosticRuns($functionName: String!) {
    operations(filter: { functionNames: [$functionName] }, first: 10) {
      eventCursor
      edges {
        node {
          ...DiagnosticRun
        }
      }
    }
  }
`)

export const DiagnosticUpdates = graphql(/* GraphQL */ `
  subscription DiagnosticUpdates($functionName: String, $after: String) {
    recoveryUpdate(functionName: $functionName, after: $after) {
      cursor
      type
      operationId
      progress {
        fraction
        current
        total
        unit
        stage
        message
        rate
      }
    }
  }
`)

export const StartTests = graphql(/* GraphQL */ `
  mutation StartTests($input: RunTestsInput!) {
    runTests(input: $input) {
      operation {
        id
      }
    }
  }
`)

export const StartValidation = graphql(/* GraphQL */ `
  mutation StartValidation($input: ValidatePerformanceInput!) {
    validatePerformance(input: $input) {
      operation {
        id
      }
    }
  }
`)

export const StartBenchmark = graphql(/* GraphQL */ `
  mutation StartBenchmark($input: RunBenchmarkInput!) {
    runBenchmark(input: $input) {
      operation {
        id
      }
    }
  }
`)

export const CancelDiagnostics = graphql(/* GraphQL */ `
  mutation CancelDiagnostics($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          id
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const SelfTest = graphql(/* GraphQL */ `
  mutation SelfTest {
    runSelfTest {
      overall
      details {
        name
        passed
        message
      }
    }
  }
`)

export const Classify = graphql(/* GraphQL */ `
  query Classify($error: ErrorSample!) {
    classifyError(error: $error) {
      category
      subcategory
      severity
      recoverability
      confidence
      retryable
      maxRetries
      retryAfter
      remedy
      breakerOutcome
      signal
    }
  }
`)
