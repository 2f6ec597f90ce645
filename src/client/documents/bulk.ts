import { graphql } from '../gql/gql.ts'

// Controls of all operations that a filter meets. A large set is carried out by the operation that is answered.
// The generator finds the fragment by its name.

graphql(/* GraphQL */ `
  fragment BulkFields on BulkResult {
    matched
    changed
    skippedCount
    skipped {
      id
      code
      reason
    }
    operation {
      id
      state
      eventCursor
    }
  }
`)

export const RetryOperations = graphql(/* GraphQL */ `
  mutation RetryOperations($input: RetryOperationsInput!) {
    retryOperations(input: $input) {
      ...BulkFields
    }
  }
`)

export const CancelOperations = graphql(/* GraphQL */ `
  mutation CancelOperations($input: CancelOperationsInput!) {
    cancelOperations(input: $input) {
      ...BulkFields
    }
  }
`)

export const PauseOperations = graphql(/* GraphQL */ `
  mutation PauseOperations($input: PauseOperationsInput!) {
    pauseOperations(input: $input) {
      ...BulkFields
    }
  }
`)

export const ResumeOperations = graphql(/* GraphQL */ `
  mutation ResumeOperations($input: ResumeOperationsInput!) {
    resumeOperations(input: $input) {
      ...BulkFields
    }
  }
`)

export const DeleteOperations = graphql(/* GraphQL */ `
  mutation DeleteOperations($input: DeleteOperationsInput!) {
    deleteOperations(input: $input) {
      ...BulkFields
    }
  }
`)
