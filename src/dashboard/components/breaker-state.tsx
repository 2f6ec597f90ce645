import type { CircuitState } from '../gql/graphql.ts'
import { circuitText } from '../text/states.ts'
import './breaker-state.css'

interface BreakerStateProps {
  readonly breaker: { readonly state: CircuitState; readonly forced: boolean }
}

const MARKS = { OPEN: '✕', HALF_OPEN: '◐', CLOSED: '✓' } as const

/** Its state, and apart from it whether a person wants it so. */
export function BreakerState({ breaker: { state, forced } }: BreakerStateProps) {
  return (
    <span class="breaker-state">
      <span class={`pill breaker-pill-${state.toLowerCase().replace('_', '-')}`}>
        <span aria-hidden="true">{MARKS[state] ?? '?'}</span>
        {circuitText(state)}
      </span>
      {forced && <span class="breaker-forced">· forced by a person</span>}
    </span>
  )
}
