import { graphql } from '../gql/gql.ts'

// What the routes ask of GraphQL. Each document is checked against the schema when the server starts.

graphql(/* GraphQL */ `
  fragment OperationFields on Operation {
    id
    functionName
    state
    attempt
    maxAttempts
    round
    totalAttempts
    recovered
    priority
    input
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
      rate
      stage
      message
    }
    error {
      message
      category
      subcategory
      severity
      confidence
      retryable
      remedy
    }
  }
`)

export const OperationList = graphql(/* GraphQL */ `
  query RestOperations($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...OperationFields
        }
      }
    }
  }
`)

export const PassedOver = graphql(/* GraphQL */ `
  query RestPassedOver($filter: OperationFilter!, $orderBy: OperationOrder!, $first: Int!, $after: String) {
    operations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneOperation = graphql(/* GraphQL */ `
  query RestOperation($id: ID!) {
    operation(id: $id) {
      ...OperationFields
      result
    }
  }
`)

export const Start = graphql(/* GraphQL */ `
  mutation RestStart($input: StartOperationInput!) {
    startOperation(input: $input) {
      ... on StartOperationPayload {
        deduplicated
        operation {
          ...OperationFields
        }
      }
      ...ErrorFields
    }
  }
`)

export const DownloadState = graphql(/* GraphQL */ `
  query RestDownloadState($id: ID!) {
    operation(id: $id) {
      functionName
    }
  }
`)
