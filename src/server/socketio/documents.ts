import { graphql } from './gql/gql.ts'

// What the socket events are made of. Each is checked against the schema when the server starts.

export const Head = graphql(/* GraphQL */ `
  query SocketioHead {
    recoveryStatus {
      eventCursor
    }
  }
`)

/** Without progress, which the old system did not send. */
export const Updates = graphql(/* GraphQL */ `
  subscription SocketioUpdates($after: String!) {
    recoveryUpdate(after: $after, progress: false) {
      cursor
      type
      operationId
      functionName
      state
      attempt
      maxAttempts
      error
      timestamp
      completed {
        success
        finalState
        totalAttempts
        duration
      }
    }
  }
`)

export const BreakerUpdates = graphql(/* GraphQL */ `
  subscription SocketioBreakerUpdates($after: String!) {
    circuitBreakerUpdate(after: $after) {
      cursor
      operationType
      state
      timeoutRemaining
    }
  }
`)

/** One operation, and the last thing that happened to it. */
export const OneOperation = graphql(/* GraphQL */ `
  query SocketioOperation($id: ID!) {
    operation(id: $id) {
      id
      functionName
      state
      attempt
      maxAttempts
      updatedAt
      error {
        message
      }
      events(last: 1) {
        edges {
          node {
            cursor
          }
        }
      }
    }
  }
`)
