import { graphql } from '../gql/gql.ts'

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
