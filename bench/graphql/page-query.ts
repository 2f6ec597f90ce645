export const PAGE = 50

/** What a dashboard asks: a page of operations, each with its last attempt. */
export const PAGE_QUERY = `query Page($first: Int!) {
  operations(first: $first) {
    totalCount
    eventCursor
    pageInfo { hasNextPage endCursor }
    edges {
      cursor
      node {
        id functionName state attempt maxAttempts totalAttempts recovered availableActions metadata
        createdAt updatedAt nextAttemptAt
        progress { fraction message }
        error { message category retryable }
        attempts(last: 1) { edges { node { id number outcome startedAt finishedAt } } }
      }
    }
  }
}`
