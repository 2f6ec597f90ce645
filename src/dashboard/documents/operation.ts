import { graphql } from '../gql/gql.ts'

// One operation. What each part of its page shows is asked for by itself: a part that cannot be read hides no other.
// The generator finds a fragment by its name.

graphql(/* GraphQL */ `
  fragment ShownErrorParts on OperationError {
    message
    name
    code
    category
    subcategory
    severity
    recoverability
    confidence
    retryable
    retryAfter
    remedy
    cause
    stack
  }
`)

graphql(/* GraphQL */ `
  fragment OperationHeadParts on Operation {
    id
    functionName
    state
    availableActions
    attempt
    maxAttempts
    totalAttempts
    round
    recovered
    priority
    idempotencyKey
    traceId
    createdAt
    updatedAt
    startedAt
    finishedAt
    nextAttemptAt
    deadlineAt
    eventCursor
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
      ...ShownErrorParts
    }
    circuitBreaker {
      scope
      state
      forced
      retryAt
    }
  }
`)

export const OperationHead = graphql(/* GraphQL */ `
  query OperationHead($id: ID!) {
    operation(id: $id) {
      ...OperationHeadParts
    }
  }
`)

export const OperationData = graphql(/* GraphQL */ `
  query OperationData($id: ID!) {
    operation(id: $id) {
      input
      result
      metadata
    }
  }
`)

export const OperationAttempts = graphql(/* GraphQL */ `
  query OperationAttempts($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    operation(id: $id) {
      page: attempts(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        edges {
          cursor
          node {
            id
            number
            outcome
            startedAt
            finishedAt
            duration
            delayBefore
            strategy
            server
            error {
              ...ShownErrorParts
            }
          }
        }
      }
    }
  }
`)

export const OperationSteps = graphql(/* GraphQL */ `
  query OperationSteps($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    operation(id: $id) {
      page: stepsConnection(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        edges {
          cursor
          node {
            id
            name
            kind
            attempt
            startedAt
            finishedAt
            undoneAt
            output
          }
        }
      }
    }
  }
`)

export const OperationEvents = graphql(/* GraphQL */ `
  query OperationEvents($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    operation(id: $id) {
      page: events(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        edges {
          cursor
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

export const OperationChanges = graphql(/* GraphQL */ `
  subscription OperationChanges($id: ID!, $after: String) {
    recoveryUpdate(operationId: $id, after: $after, progress: false) {
      cursor
      type
      operation {
        ...OperationHeadParts
      }
    }
  }
`)

export const OperationProgress = graphql(/* GraphQL */ `
  subscription OperationProgress($id: ID!, $after: String) {
    recoveryUpdate(operationId: $id, after: $after, progress: true) {
      cursor
      type
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

export const MissingOperation = graphql(/* GraphQL */ `
  query MissingOperation {
    settings {
      retention
    }
    recoveryStatus {
      eventCursor
      persistenceEnabled
    }
  }
`)

export const OperationSurroundings = graphql(/* GraphQL */ `
  query OperationSurroundings {
    viewer {
      mayOperate
      mayAdminister
    }
    functions {
      name
      internal
      inputSchema
    }
  }
`)
