import type { OperationState } from '../../client/gql/graphql.ts'
import { stateClass, stateText } from '../text/states.ts'

export function StatePill({ state }: { readonly state: OperationState }) {
  const { label, mark, meaning } = stateText(state)
  return (
    <span class={`pill pill-${stateClass(state)}`} title={meaning}>
      <span aria-hidden="true">{mark}</span>
      {label}
    </span>
  )
}
