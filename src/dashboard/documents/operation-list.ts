import { graphql } from '../gql/gql.ts'

// The list of operations: its pages, what happens to them, and what is done to them.

// The generator finds the fragment by its name.
graphql(/* GraphQL */ `
  fragment ListedOperation on Operation {
    id
    functionName
    state
    attempt
    maxAttempts
    failedAttempts
    recovered
    priority
    createdAt
    updatedAt
    nextAttemptAt
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
      category
      message
    }
  }
`)

export const ListedOperations = graphql(/* GraphQL */ `
  query ListedOperations($filter: OperationFilter, $orderBy: OperationOrder, $first: Int, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      eventCursor
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          ...ListedOperation
        }
      }
    }
  }
`)

export const ListedOperationCount = graphql(/* GraphQL */ `
  query ListedOperationCount($filter: OperationFilter) {
    operations(filter: $filter, first: 0) {
      totalCount
    }
  }
`)

export const ListedOperationUpdates = graphql(/* GraphQL */ `
  subscription ListedOperationUpdates($after: String, $searched: Boolean!) {
    recoveryUpdate(after: $after) {
      cursor
      type
      operationId
      functionName
      operation {
        ...ListedOperation
        idempotencyKey @include(if: $searched)
        metadata @include(if: $searched)
      }
    }
  }
`)

export const ListedFunctions = graphql(/* GraphQL */ `
  query ListedFunctions {
    functions {
      name
    }
  }
`)

export const RetryListedOperation = graphql(/* GraphQL */ `
  mutation RetryListedOperation($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        operation {
          ...ListedOperation
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)
