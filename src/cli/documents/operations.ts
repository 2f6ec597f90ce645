import { graphql } from '../gql/gql.ts'

/** One operation with all that is known of it. */
export const OperationDetails = graphql(/* GraphQL */ `
  query OperationDetails($id: ID!, $attempts: Int!, $events: Int!) {
    operation(id: $id) {
      id
      functionName
      state
      eventCursor
      attempt
      maxAttempts
      round
      totalAttempts
      priority
      idempotencyKey
      recovered
      input
      result
      metadata
      createdAt
      updatedAt
      startedAt
      finishedAt
      nextAttemptAt
      deadlineAt
      availableActions
      progress {
        ...ProgressFields
      }
      error {
        name
        message
        code
        category
        subcategory
        severity
        retryable
        remedy
        retryAfter
      }
      circuitBreaker {
        scope
        state
        retryAt
      }
      attempts(last: $attempts) {
        edges {
          node {
            number
            outcome
            startedAt
            finishedAt
            duration
            delayBefore
            server
            error {
              message
              code
              category
            }
          }
        }
      }
      steps {
        name
        kind
        attempt
        startedAt
        finishedAt
        output
      }
      events(last: $events) {
        edges {
          node {
            type
            state
            attempt
            error
            actor
            data
            timestamp
          }
        }
      }
    }
  }
`)

export const OperationList = graphql(/* GraphQL */ `
  query OperationList(
    $filter: OperationFilter
    $orderBy: OperationOrder
    $first: Int
    $after: String
    $count: Boolean!
  ) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount @include(if: $count)
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
          priority
          createdAt
          updatedAt
          finishedAt
          nextAttemptAt
          metadata
          progress {
            ...ProgressFields
          }
          error {
            message
            code
            category
          }
        }
      }
    }
  }
`)

/** How many operations meet a filter. */
export const CountOperations = graphql(/* GraphQL */ `
  query CountOperations($filter: OperationFilter) {
    operations(filter: $filter, first: 0) {
      totalCount
    }
  }
`)
