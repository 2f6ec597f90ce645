import { graphql } from '../gql/gql.ts'

// The generator finds a fragment by its name, in whichever of these files it stands.
graphql(/* GraphQL */ `
  fragment ErrorFields on Error {
    __typename
    code
    message
    ... on InvalidInputError {
      field
    }
    ... on InvalidTransitionError {
      allowedActions
    }
    ... on CircuitOpenError {
      retryAfter
      untilReset
    }
  }
`)

export const Retry = graphql(/* GraphQL */ `
  mutation RestRetry($input: RetryOperationInput!) {
    retryOperation(input: $input) {
      ... on RetryOperationPayload {
        retryId
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Cancel = graphql(/* GraphQL */ `
  mutation RestCancel($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Pause = graphql(/* GraphQL */ `
  mutation RestPause($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)

export const Resume = graphql(/* GraphQL */ `
  mutation RestResume($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`)
