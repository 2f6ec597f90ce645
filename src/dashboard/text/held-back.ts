import type { OperationAction, OperationState } from '../gql/graphql.ts'

interface Waiting {
  readonly state: OperationState
  readonly nextAttemptAt: string | null
  readonly availableActions: readonly OperationAction[]
}

/**
 * Whether it waits for a circuit breaker of which nobody knows when it lets attempts through: it has no time, as one
 * that runs has none, yet could be retried. Who may not control it cannot tell the two apart.
 */
export function isHeldBack({ state, nextAttemptAt, availableActions }: Waiting): boolean {
  return (state === 'PENDING' || state === 'RECOVERING') && nextAttemptAt === null && availableActions.includes('RETRY')
}
