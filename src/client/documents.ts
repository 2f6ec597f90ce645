import { graphql } from './gql/gql.ts'

export const StartOperation = graphql(/* GraphQL */ `
  mutation StartOperation($input: StartOperationInput!) {
    startOperation(input: $input) {
      ... on StartOperationPayload {
        deduplicated
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const RetryOperation = graphql(/* GraphQL */ `
  mutation RetryOperation($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        retryId
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CancelOperation = graphql(/* GraphQL */ `
  mutation CancelOperation($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const PauseOperation = graphql(/* GraphQL */ `
  mutation PauseOperation($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResumeOperation = graphql(/* GraphQL */ `
  mutation ResumeOperation($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const OperationById = graphql(/* GraphQL */ `
  query OperationById($id: ID!) {
    operation(id: $id) {
      id
      functionName
      state
      eventCursor
      attempt
      maxAttempts
      round
      totalAttempts
      input
      result
      metadata
      recovered
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
        stage
        message
      }
      error {
        message
        code
        category
        retryable
        remedy
      }
      attempts(first: 100) {
        edges {
          node {
            id
            number
            outcome
            startedAt
            finishedAt
            duration
            delayBefore
            error {
              message
              code
            }
          }
        }
      }
    }
  }
`)

export const OperationEvents = graphql(/* GraphQL */ `
  query OperationEvents($id: ID!, $first: Int, $after: String) {
    operation(id: $id) {
      events(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            cursor
            type
            state
            attempt
            error
            timestamp
          }
        }
      }
    }
  }
`)

export const Operations = graphql(/* GraphQL */ `
  query Operations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      eventCursor
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          functionName
          state
          attempt
          maxAttempts
          updatedAt
          nextAttemptAt
          progress {
            fraction
            current
            total
            unit
          }
          error {
            message
          }
        }
      }
    }
  }
`)

export const RecoveryStatus = graphql(/* GraphQL */ `
  query RecoveryStatus {
    recoveryStatus {
      version
      store
      uptime
      activeOperations
      totalOperations
      recoveredOperations
      failedOperations
      retryAttempts
      averageRecoveryTime
      eventCursor
      byState {
        state
        count
      }
    }
    functions {
      name
      description
      maxAttempts
    }
  }
`)

export const RecoveryUpdates = graphql(/* GraphQL */ `
  subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {
    recoveryUpdate(operationId: $operationId, functionName: $functionName, states: $states, after: $after) {
      cursor
      operationId
      functionName
      state
      attempt
      maxAttempts
      error
      nextAttemptAt
      timestamp
      progress {
        fraction
        current
        total
        unit
        stage
        message
      }
    }
  }
`)

export const RecoveryCompletions = graphql(/* GraphQL */ `
  subscription RecoveryCompletions($operationId: ID, $functionName: String, $after: String) {
    recoveryCompleted(operationId: $operationId, functionName: $functionName, after: $after) {
      cursor
      operationId
      success
      finalState
      totalAttempts
      duration
      timestamp
    }
  }
`)

export const CircuitBreakers = graphql(/* GraphQL */ `
  query CircuitBreakers {
    circuitBreakers {
      id
      scope
      state
      forced
      failureCount
      threshold
      failureRate
      openedAt
      retryAt
      trips
      blockedOperations
      lastError
    }
  }
`)

export const TripCircuitBreaker = graphql(/* GraphQL */ `
  mutation TripCircuitBreaker($input: TripCircuitBreakerInput!) {
    tripCircuitBreaker(input: $input) {
      ... on CircuitBreakerPayload {
        circuitBreaker {
          id
          scope
          state
          forced
          retryAt
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResetCircuitBreaker = graphql(/* GraphQL */ `
  mutation ResetCircuitBreaker($input: ResetCircuitBreakerInput!) {
    resetCircuitBreaker(input: $input) {
      ... on CircuitBreakerPayload {
        circuitBreaker {
          id
          scope
          state
          forced
          retryAt
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CircuitBreakerUpdates = graphql(/* GraphQL */ `
  subscription CircuitBreakerUpdates($scope: String, $after: String) {
    circuitBreakerUpdate(scope: $scope, after: $after) {
      cursor
      scope
      operationType
      type
      state
      forced
      failureCount
      timeoutRemaining
      reason
      timestamp
    }
  }
`)
