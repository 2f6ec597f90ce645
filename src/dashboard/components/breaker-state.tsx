import type { CircuitState } from '../gql/graphql.ts'
import { circuitText, ownStateText, stateClass } from '../text/states.ts'
import './breaker-state.css'

interface BreakerStateProps {
  readonly breaker: { readonly state: CircuitState; readonly forced: boolean; readonly computedState: CircuitState }
}

const MARKS = { OPEN: '✕', HALF_OPEN: '◐', CLOSED: '✓' } as const

/** Its state, and apart from it whether a person wants it so, and what it is by itself then. */
export function BreakerState({ breaker }: BreakerStateProps) {
  const { state, forced } = breaker
  return (
    <span class="breaker-state">
      <span class={`pill breaker-pill-${stateClass(state)}`}>
        <span aria-hidden="true">{MARKS[state] ?? '?'}</span>
        {circuitText(state)}
      </span>
      {forced && <span class="breaker-forced">· forced by a person; by itself {ownStateText(breaker)}</span>}
    </span>
  )
}
