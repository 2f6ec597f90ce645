import { graphql } from '../gql/gql.ts'

export const Breakers = graphql(/* GraphQL */ `
  query Breakers {
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

export const Trip = graphql(/* GraphQL */ `
  mutation Trip($input: TripCircuitBreakerInput!) {
    tripCircuitBreaker(input: $input) {
      __typename
      ... on CircuitBreakerPayload {
        circuitBreaker {
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

export const Reset = graphql(/* GraphQL */ `
  mutation Reset($input: ResetCircuitBreakerInput!) {
    resetCircuitBreaker(input: $input) {
      __typename
      ... on CircuitBreakerPayload {
        circuitBreaker {
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

export const Status = graphql(/* GraphQL */ `
  query Status {
    recoveryStatus {
      version
      store
      uptime
      enabled
      persistenceEnabled
      activeOperations
      totalOperations
      recoveredOperations
      failedOperations
      exhaustedOperations
      retryAttempts
      averageRecoveryTime
      byState {
        state
        count
      }
      servers {
        id
        host
        version
        startedAt
        lastSeenAt
        running
      }
    }
    functions {
      name
      description
      maxAttempts
      strategy
      activeOperations
      totalOperations
    }
  }
`)

export const Settings = graphql(/* GraphQL */ `
  query Settings {
    settings {
      ...AllSettings
    }
  }
  fragment AllSettings on RecoverySettings {
    changed
    maxRetries
    initialDelay
    backoffFactor
    maxDelay
    circuitBreakerThreshold
    circuitBreakerTimeout
    concurrency
    retention
    eventRetention
    maxConcurrentDownloads
    downloadBandwidthLimit
    downloadTimeout
    downloadAttemptTimeout
    downloadChunkSize
  }
`)

export const UpdateSettings = graphql(/* GraphQL */ `
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      __typename
      ... on UpdateSettingsPayload {
        settings {
          ...AllSettings
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

/** What `doctor` asks of a server. */
export const ServerVersion = graphql(/* GraphQL */ `
  query ServerVersion {
    recoveryStatus {
      version
      store
    }
  }
`)
