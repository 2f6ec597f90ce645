import { graphql } from '../gql/gql.ts'

// What a person does to one operation; what was done is shown from the answer at once.

export const PauseShownOperation = graphql(/* GraphQL */ `
  mutation PauseShownOperation($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          ...OperationHeadParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResumeShownOperation = graphql(/* GraphQL */ `
  mutation ResumeShownOperation($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          ...OperationHeadParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const RetryShownOperation = graphql(/* GraphQL */ `
  mutation RetryShownOperation($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        operation {
          ...OperationHeadParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CancelShownOperation = graphql(/* GraphQL */ `
  mutation CancelShownOperation($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          ...OperationHeadParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const DeleteShownOperation = graphql(/* GraphQL */ `
  mutation DeleteShownOperation($input: DeleteOperationsInput!) {
    deleteOperations(input: $input) {
      changed
      skipped {
        reason
      }
    }
  }
`)
