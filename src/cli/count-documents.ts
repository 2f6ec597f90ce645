import { graphql } from './gql/gql.ts'

/** How many operations meet a filter. */
export const CountOperations = graphql(/* GraphQL */ `
  query CountOperations($filter: OperationFilter) {
    operations(filter: $filter, first: 0) {
      totalCount
    }
  }
`)
