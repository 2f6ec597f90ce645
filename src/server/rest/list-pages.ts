import type { Ask } from './ask.ts'
import { OperationList, PassedOver } from './documents/operations.ts'
import type { RestOperationsQuery, RestOperationsQueryVariables, RestPassedOverQuery } from './gql/graphql.ts'

/** The farthest place in a list that can be asked for by number; each page on the way there is read. */
export const MAX_OFFSET = 10_000
// As many as GraphQL gives at once.
const PASSED_AT_ONCE = 500

/** The page that begins at `offset`: GraphQL pages by cursor, so those before it are passed over. */
export async function pageAt(ask: Ask, wanted: RestOperationsQueryVariables, offset: number): Promise<RestOperationsQuery> {
  let after: string | null = null
  for (let left = offset; left > 0; left -= PASSED_AT_ONCE) {
    const { operations }: RestPassedOverQuery = await ask(PassedOver, { ...wanted, first: Math.min(left, PASSED_AT_ONCE), after })
    if (!operations.pageInfo.hasNextPage) return ask(OperationList, { ...wanted, first: 0 })
    after = operations.pageInfo.endCursor
  }
  return ask(OperationList, { ...wanted, after })
}
