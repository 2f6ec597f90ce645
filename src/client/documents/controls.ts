import { graphql } from '../gql/gql.ts'

export const StartOperation = graphql(/* GraphQL */ `
  mutation StartOperation($input: StartOperationInput!) {
    startOperation(input: $input) {
      ... on StartOperationPayload {
        deduplicated
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const RetryOperation = graphql(/* GraphQL */ `
  mutation RetryOperation($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        retryId
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CancelOperation = graphql(/* GraphQL */ `
  mutation CancelOperation($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const PauseOperation = graphql(/* GraphQL */ `
  mutation PauseOperation($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResumeOperation = graphql(/* GraphQL */ `
  mutation ResumeOperation($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          id
          state
          eventCursor
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)
