import { graphql } from '../gql/gql.ts'

// The first page: the figures, what became of operations over time, what needs attention, and what runs.

export const OverviewStatus = graphql(/* GraphQL */ `
  query OverviewStatus {
    recoveryStatus {
      eventCursor
      totalOperations
      activeOperations
      recoveredOperations
      failedOperations
      retryAttempts
      averageRecoveryTime
      byState {
        state
        count
      }
    }
    performance {
      circuitBreakerTrips
    }
    viewer {
      mayOperate
    }
  }
`)

export const OverviewSeries = graphql(/* GraphQL */ `
  query OverviewSeries($window: Duration!, $resolution: Duration!) {
    timeSeries(window: $window, resolution: $resolution) {
      timestamp
      created
      succeeded
      failed
      exhausted
      recovered
      retryAttempts
      circuitBreakerTrips
      averageRecoveryTime
    }
  }
`)

export const OverviewAttention = graphql(/* GraphQL */ `
  query OverviewAttention {
    attention {
      errors(first: 5) {
        groupCount
        isComplete
        groups {
          key
          functionName
          message
          category
          count
          remedy
          latestAt
          filter {
            functionNames
            categories
            states
            search
          }
        }
      }
      openCircuitBreakers {
        id
        scope
        state
        forced
        computedState
        retryAt
        blockedOperations
        lastError
      }
      stuck(first: 5) {
        count
        isComplete
        operations {
          operationId
          functionName
          reason
          since
        }
      }
    }
  }
`)

export const OverviewRunning = graphql(/* GraphQL */ `
  query OverviewRunning($first: Int!) {
    operations(
      first: $first
      filter: { states: [IN_PROGRESS, RECOVERING] }
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      edges {
        node {
          id
          functionName
          state
          attempt
          maxAttempts
          nextAttemptAt
          error {
            message
          }
          progress {
            current
            total
            fraction
            unit
            rate
            stage
            message
          }
        }
      }
    }
  }
`)

export const OverviewUpdates = graphql(/* GraphQL */ `
  subscription OverviewUpdates($after: String) {
    recoveryUpdate(after: $after) {
      cursor
      type
      operationId
      state
      attempt
      maxAttempts
      nextAttemptAt
      error
      progress {
        current
        total
        fraction
        unit
        rate
        stage
        message
      }
    }
  }
`)

export const OverviewBreakerUpdates = graphql(/* GraphQL */ `
  subscription OverviewBreakerUpdates($after: String) {
    circuitBreakerUpdate(after: $after) {
      cursor
    }
  }
`)

// Of what others do to many operations and to breakers, only what this page shows.

export const RetryErrorGroup = graphql(/* GraphQL */ `
  mutation RetryErrorGroup($input: RetryOperationsInput!) {
    retryOperations(input: $input) {
      changed
      matched
      skippedCount
      operation {
        id
      }
    }
  }
`)

export const ResetOpenBreaker = graphql(/* GraphQL */ `
  mutation ResetOpenBreaker($input: ResetCircuitBreakerInput!) {
    resetCircuitBreaker(input: $input) {
      ... on CircuitBreakerPayload {
        circuitBreaker {
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
