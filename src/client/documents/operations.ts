import { graphql } from '../gql/gql.ts'

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
        rate
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
            rate
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
      exhaustedOperations
      retryAttempts
      averageRecoveryTime
      eventCursor
      byState {
        state
        count
      }
    }
  }
`)
