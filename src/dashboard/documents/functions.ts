import { graphql } from '../gql/gql.ts'

graphql(/* GraphQL */ `
  fragment FunctionPolicies on RecoverableFunction {
    name
    description
    internal
    maxAttempts
    strategy
    initialDelay
    backoffFactor
    maxDelay
    jitter
    timeout
    deadline
    concurrency
    whenOpen
    circuitBreaker {
      scope
      state
      forced
      computedState
    }
    retryBudget {
      scope
      tokens
      capacity
    }
    activeOperations
    totalOperations
    lightCalls
  }
`)

export const FunctionList = graphql(/* GraphQL */ `
  query FunctionList {
    recoveryStatus {
      eventCursor
    }
    functions {
      ...FunctionPolicies
    }
  }
`)

/** Only of the one that is looked at: a schema can be long. */
export const FunctionInput = graphql(/* GraphQL */ `
  query FunctionInput {
    functions {
      name
      inputSchema
    }
    viewer {
      role
      mayOperate
    }
  }
`)

export const FunctionHistory = graphql(/* GraphQL */ `
  query FunctionHistory($functionName: String!, $window: Duration!, $resolution: Duration) {
    timeSeries(functionName: $functionName, window: $window, resolution: $resolution) {
      timestamp
      created
      succeeded
      recovered
      failed
      exhausted
      retryAttempts
      averageRecoveryTime
    }
  }
`)

export const RecentOperations = graphql(/* GraphQL */ `
  query RecentOperations($functionName: String!) {
    operations(first: 10, filter: { functionNames: [$functionName] }) {
      edges {
        node {
          id
          state
          attempt
          maxAttempts
          createdAt
          updatedAt
          nextAttemptAt
          error {
            message
          }
        }
      }
    }
  }
`)

/** What changes counts, history and the operations of functions. */
export const FunctionTraffic = graphql(/* GraphQL */ `
  subscription FunctionTraffic($after: String, $functionName: String) {
    recoveryUpdate(after: $after, functionName: $functionName, progress: false) {
      cursor
      type
      functionName
    }
  }
`)

export const StartByHand = graphql(/* GraphQL */ `
  mutation StartByHand($input: StartOperationInput!) {
    startOperation(input: $input) {
      ... on StartOperationPayload {
        deduplicated
        operation {
          id
        }
      }
      ... on Error {
        code
        message
      }
      ... on InvalidInputError {
        field
      }
      ... on DuplicateOperationError {
        existingId
      }
    }
  }
`)
