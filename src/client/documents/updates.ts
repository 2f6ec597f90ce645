import { graphql } from '../gql/gql.ts'

export const RecoveryUpdates = graphql(/* GraphQL */ `
  subscription RecoveryUpdates($operationId: ID, $functionName: String, $states: [OperationState!], $after: String) {
    recoveryUpdate(operationId: $operationId, functionName: $functionName, states: $states, after: $after) {
      cursor
      type
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
        rate
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
