import { graphql } from '../gql/gql.ts'

export const Performance = graphql(/* GraphQL */ `
  query Performance($window: Duration) {
    performance(window: $window) {
      totalOperations
      recoveredOperations
      failedOperations
      exhaustedOperations
      averageRecoveryTime
      averageAttemptsPerRecovery
      retryAttempts
      circuitBreakerTrips
      successRate
    }
  }
`)
