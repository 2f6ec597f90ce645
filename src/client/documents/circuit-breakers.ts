import { graphql } from '../gql/gql.ts'

export const CircuitBreakers = graphql(/* GraphQL */ `
  query CircuitBreakers {
    circuitBreakers {
      id
      scope
      state
      forced
      computedState
      computedRetryAt
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
          computedState
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
          computedState
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
