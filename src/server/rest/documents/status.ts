import { graphql } from '../gql/gql.ts'

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

export const Enabled = graphql(/* GraphQL */ `
  query RestEnabled {
    recoveryStatus {
      enabled
    }
  }
`)
