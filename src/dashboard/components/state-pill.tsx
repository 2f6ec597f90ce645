import type { OperationState } from '../../client/gql/graphql.ts'
import { stateClass, stateText } from '../text/states.ts'

interface StatePillProps {
  readonly state: OperationState
  /** In other words than those of operations. */
  readonly words?: { readonly label: string; readonly meaning: string }
}

export function StatePill({ state, words = stateText(state) }: StatePillProps) {
  const { label, meaning } = words
  return (
    <span class={`pill pill-${stateClass(state)}`} title={meaning}>
      <span aria-hidden="true">{stateText(state).mark}</span>
      <span>{label}</span>
    </span>
  )
}
