import { graphql } from '../gql/gql.ts'

// Controls of all operations that a filter meets. A large set is carried out by the operation that is answered.

export const RetryOperations = graphql(/* GraphQL */ `
  mutation RetryOperations($input: RetryOperationsInput!) {
    retryOperations(input: $input) {
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
  }
`)

export const CancelOperations = graphql(/* GraphQL */ `
  mutation CancelOperations($input: CancelOperationsInput!) {
    cancelOperations(input: $input) {
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
  }
`)

export const PauseOperations = graphql(/* GraphQL */ `
  mutation PauseOperations($input: PauseOperationsInput!) {
    pauseOperations(input: $input) {
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
  }
`)

export const ResumeOperations = graphql(/* GraphQL */ `
  mutation ResumeOperations($input: ResumeOperationsInput!) {
    resumeOperations(input: $input) {
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
  }
`)

export const DeleteOperations = graphql(/* GraphQL */ `
  mutation DeleteOperations($input: DeleteOperationsInput!) {
    deleteOperations(input: $input) {
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
  }
`)
