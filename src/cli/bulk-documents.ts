import { graphql } from './gql/gql.ts'

/** How many operations meet a filter. */
export const CountOperations = graphql(/* GraphQL */ `
  query CountOperations($filter: OperationFilter) {
    operations(filter: $filter, first: 0) {
      totalCount
    }
  }
`)

export const RetryMany = graphql(/* GraphQL */ `
  mutation RetryMany($input: RetryOperationsInput!) {
    retryOperations(input: $input) {
      ...BulkOutcome
    }
  }
  fragment BulkOutcome on BulkResult {
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
    }
  }
`)

export const PauseMany = graphql(/* GraphQL */ `
  mutation PauseMany($input: PauseOperationsInput!) {
    pauseOperations(input: $input) {
      ...BulkOutcome
    }
  }
`)

export const ResumeMany = graphql(/* GraphQL */ `
  mutation ResumeMany($input: ResumeOperationsInput!) {
    resumeOperations(input: $input) {
      ...BulkOutcome
    }
  }
`)

export const CancelMany = graphql(/* GraphQL */ `
  mutation CancelMany($input: CancelOperationsInput!) {
    cancelOperations(input: $input) {
      ...BulkOutcome
    }
  }
`)

export const DeleteMany = graphql(/* GraphQL */ `
  mutation DeleteMany($input: DeleteOperationsInput!) {
    deleteOperations(input: $input) {
      ...BulkOutcome
    }
  }
`)
