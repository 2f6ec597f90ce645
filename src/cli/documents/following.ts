import { graphql } from '../gql/gql.ts'

// The generator finds a fragment by its name, in whichever of these files it stands.
graphql(/* GraphQL */ `
  fragment ProgressFields on Progress {
    fraction
    current
    total
    unit
    stage
    message
    rate
  }
`)

/** What following an operation needs. */
export const FollowedOperation = graphql(/* GraphQL */ `
  query FollowedOperation($id: ID!) {
    operation(id: $id) {
      id
      functionName
      state
      eventCursor
      attempt
      maxAttempts
      nextAttemptAt
      result
      progress {
        ...ProgressFields
      }
      error {
        message
        code
        category
        remedy
      }
    }
  }
`)

export const Updates = graphql(/* GraphQL */ `
  subscription Updates($operationId: ID, $functionName: String, $after: String) {
    recoveryUpdate(operationId: $operationId, functionName: $functionName, after: $after) {
      cursor
      type
      operationId
      functionName
      state
      attempt
      maxAttempts
      error
      nextAttemptAt
      timestamp
      progress {
        ...ProgressFields
      }
    }
  }
`)
