import { graphql } from '../gql/gql.ts'

graphql(/* GraphQL */ `
  fragment BreakerParts on CircuitBreaker {
    id
    scope
    state
    forced
    computedState
    computedRetryAt
    failureCount
    threshold
    timeout
    failureRate
    openedAt
    retryAt
    trips
    blockedOperations
    lastError
  }
`)

export const BreakerList = graphql(/* GraphQL */ `
  query BreakerList {
    recoveryStatus {
      eventCursor
    }
    circuitBreakers {
      ...BreakerParts
    }
    functions {
      name
      circuitBreaker {
        scope
      }
    }
    viewer {
      role
      mayOperate
    }
  }
`)

export const BreakerChanges = graphql(/* GraphQL */ `
  subscription BreakerChanges($after: String) {
    circuitBreakerUpdate(after: $after) {
      cursor
      scope
      type
      reason
      timestamp
      circuitBreaker {
        ...BreakerParts
      }
    }
  }
`)

/** What makes failures and blocked operations of breakers other than they were. */
export const BreakerTraffic = graphql(/* GraphQL */ `
  subscription BreakerTraffic($after: String) {
    recoveryUpdate(after: $after, progress: false) {
      cursor
      type
    }
  }
`)

export const TripBreaker = graphql(/* GraphQL */ `
  mutation TripBreaker($input: TripCircuitBreakerInput!) {
    tripCircuitBreaker(input: $input) {
      ... on CircuitBreakerPayload {
        circuitBreaker {
          ...BreakerParts
        }
      }
      ... on Error {
        code
        message
      }
      ... on InvalidInputError {
        field
      }
    }
  }
`)

export const ResetBreaker = graphql(/* GraphQL */ `
  mutation ResetBreaker($input: ResetCircuitBreakerInput!) {
    resetCircuitBreaker(input: $input) {
      ... on CircuitBreakerPayload {
        circuitBreaker {
          ...BreakerParts
        }
      }
      ... on Error {
        code
        message
      }
      ... on InvalidInputError {
        field
      }
    }
  }
`)
