import { graphql } from '../gql/gql.ts'

export const OverviewStatus = graphql(/* GraphQL */ `
  query OverviewStatus {
    recoveryStatus {
      eventCursor
      version
    }
  }
`)
