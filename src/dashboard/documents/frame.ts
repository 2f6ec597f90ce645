import { graphql } from '../gql/gql.ts'

// What is around every page: which server it is, and how much is going on.

export const FrameStatus = graphql(/* GraphQL */ `
  query FrameStatus {
    recoveryStatus {
      version
      store
      activeOperations
      eventCursor
    }
  }
`)

export const FrameViewer = graphql(/* GraphQL */ `
  query FrameViewer {
    viewer {
      name
      role
      authenticated
    }
  }
`)

export const FrameUpdates = graphql(/* GraphQL */ `
  subscription FrameUpdates($after: String) {
    recoveryUpdate(after: $after, progress: false) {
      cursor
      type
    }
  }
`)
