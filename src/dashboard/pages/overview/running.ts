import type { OverviewRunningQuery, OverviewUpdatesSubscription } from '../../gql/graphql.ts'

export type RunningOperation = OverviewRunningQuery['operations']['edges'][number]['node']
export type Update = OverviewUpdatesSubscription['recoveryUpdate']

/** The list with what an update says of one of its operations; the same list when it says nothing of any. */
export function updated(running: OverviewRunningQuery, update: Update): OverviewRunningQuery {
  const { edges } = running.operations
  if (!edges.some(({ node }) => node.id === update.operationId)) return running
  const changed = edges.map((edge) =>
    edge.node.id === update.operationId ? { ...edge, node: withUpdate(edge.node, update) } : edge,
  )
  return { operations: { ...running.operations, edges: changed } }
}

function withUpdate(operation: RunningOperation, update: Update): RunningOperation {
  const { state, attempt, maxAttempts, nextAttemptAt, error, progress } = update
  return {
    ...operation,
    ...{ state, attempt, maxAttempts, nextAttemptAt },
    error: error === null ? null : { message: error },
    progress: progress ?? operation.progress,
  }
}

/** Whether the list may be another one after an update: an operation joins it or leaves it. */
export function changesList(running: OverviewRunningQuery | null, { type, state, operationId }: Update): boolean {
  if (type === null) return false
  const isListed = running?.operations.edges.some(({ node }) => node.id === operationId) === true
  return (state === 'IN_PROGRESS' || state === 'RECOVERING') !== isListed || type === 'deleted'
}
