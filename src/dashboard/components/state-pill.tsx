import type { OperationState } from '../../client/gql/graphql.ts'
import { STATES, stateClass } from '../text/states.ts'

interface StatePillProps {
  readonly state: OperationState
  /** In other words than those of operations. */
  readonly words?: { readonly label: string; readonly meaning: string }
}

export function StatePill({ state, words = STATES[state] }: StatePillProps) {
  const { label, meaning } = words
  return (
    <span class={`pill pill-${stateClass(state)}`} title={meaning}>
      <span aria-hidden="true">{STATES[state].mark}</span>
      {label}
    </span>
  )
}
