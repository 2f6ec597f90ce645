import { graphql } from './gql/gql.ts'

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
        fraction
        current
        total
        unit
        stage
        message
        rate
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

/** What following an operation needs. */
export const FollowedOperation = graphql(/* GraphQL */ `
  query FollowedOperation($id: ID!) {
    operation(id: $id) {
      id
      functionName
      state
      eventCursor
      attempt
      maxAttempts
      nextAttemptAt
      result
      progress {
        fraction
        current
        total
        unit
        stage
        message
        rate
      }
      error {
        message
        code
        category
        remedy
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
            fraction
            current
            total
            unit
            stage
            message
            rate
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

export const Updates = graphql(/* GraphQL */ `
  subscription Updates($operationId: ID, $functionName: String, $after: String) {
    recoveryUpdate(operationId: $operationId, functionName: $functionName, after: $after) {
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
        stage
        message
        rate
      }
    }
  }
`)

export const Start = graphql(/* GraphQL */ `
  mutation Start($input: StartOperationInput!) {
    startOperation(input: $input) {
      __typename
      ... on StartOperationPayload {
        deduplicated
        operation {
          id
          functionName
          state
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const Retry = graphql(/* GraphQL */ `
  mutation Retry($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      __typename
      ... on RetryOperationPayload {
        retryId
        operation {
          id
          state
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const Pause = graphql(/* GraphQL */ `
  mutation Pause($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      __typename
      ... on PauseOperationPayload {
        operation {
          id
          state
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const Resume = graphql(/* GraphQL */ `
  mutation Resume($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      __typename
      ... on ResumeOperationPayload {
        operation {
          id
          state
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const Cancel = graphql(/* GraphQL */ `
  mutation Cancel($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      __typename
      ... on CancelOperationPayload {
        operation {
          id
          state
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)
