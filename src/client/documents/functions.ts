import { graphql } from '../gql/gql.ts'

export const Functions = graphql(/* GraphQL */ `
  query Functions {
    functions {
      name
      description
      inputSchema
      maxAttempts
      strategy
      timeout
      activeOperations
      totalOperations
    }
  }
`)
