import { graphql } from '../gql/gql.ts'

// The same done to many operations, and the operations that carry large sets out.

// The generator finds the fragment by its name.
graphql(/* GraphQL */ `
  fragment BulkResultParts on BulkResult {
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
    }
  }
`)

export const RetryMany = graphql(/* GraphQL */ `
  mutation RetryMany($input: RetryOperationsInput!) {
    retryOperations(input: $input) {
      ...BulkResultParts
    }
  }
`)

export const PauseMany = graphql(/* GraphQL */ `
  mutation PauseMany($input: PauseOperationsInput!) {
    pauseOperations(input: $input) {
      ...BulkResultParts
    }
  }
`)

export const ResumeMany = graphql(/* GraphQL */ `
  mutation ResumeMany($input: ResumeOperationsInput!) {
    resumeOperations(input: $input) {
      ...BulkResultParts
    }
  }
`)

export const CancelMany = graphql(/* GraphQL */ `
  mutation CancelMany($input: CancelOperationsInput!) {
    cancelOperations(input: $input) {
      ...BulkResultParts
    }
  }
`)

export const DeleteMany = graphql(/* GraphQL */ `
  mutation DeleteMany($input: DeleteOperationsInput!) {
    deleteOperations(input: $input) {
      ...BulkResultParts
    }
  }
`)

// The generator finds the fragment by its name.
graphql(/* GraphQL */ `
  fragment BulkOperationParts on Operation {
    id
    state
    input
    result
    updatedAt
    availableActions
    progress {
      current
      total
      fraction
      unit
      rate
    }
    error {
      message
    }
  }
`)

export const ActiveBulkOperations = graphql(/* GraphQL */ `
  query ActiveBulkOperations {
    operations(filter: { functionNames: ["bulk.control"], active: true }, first: 10) {
      edges {
        node {
          ...BulkOperationParts
        }
      }
    }
  }
`)

export const BulkOperation = graphql(/* GraphQL */ `
  query BulkOperation($id: ID!) {
    operation(id: $id) {
      ...BulkOperationParts
    }
  }
`)

export const PauseBulk = graphql(/* GraphQL */ `
  mutation PauseBulk($input: PauseOperationInput!) {
    pauseOperation(input: $input) {
      ... on PauseOperationPayload {
        operation {
          ...BulkOperationParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResumeBulk = graphql(/* GraphQL */ `
  mutation ResumeBulk($input: ResumeOperationInput!) {
    resumeOperation(input: $input) {
      ... on ResumeOperationPayload {
        operation {
          ...BulkOperationParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CancelBulk = graphql(/* GraphQL */ `
  mutation CancelBulk($input: CancelOperationInput!) {
    cancelOperation(input: $input) {
      ... on CancelOperationPayload {
        operation {
          ...BulkOperationParts
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const BulkViewer = graphql(/* GraphQL */ `
  query BulkViewer {
    viewer {
      mayOperate
      mayAdminister
    }
  }
`)
