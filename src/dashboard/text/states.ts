import type { AttemptOutcome, CircuitState, OperationState } from '../../client/gql/graphql.ts'

interface StateText {
  readonly label: string
  /** Stands before the word, so that colour is not the only sign. */
  readonly mark: string
  readonly meaning: string
}

export const STATES: Readonly<Record<OperationState, StateText>> = {
  PENDING: { label: 'Pending', mark: '○', meaning: 'Waits for its first attempt.' },
  IN_PROGRESS: { label: 'In progress', mark: '▶', meaning: 'Its first attempt runs.' },
  RECOVERING: { label: 'Recovering', mark: '↻', meaning: 'It failed at least once and is being retried.' },
  PAUSED: { label: 'Paused', mark: '‖', meaning: 'A person holds it until it is resumed.' },
  SUCCESS: { label: 'Success', mark: '✓', meaning: 'It is done.' },
  FAILED: { label: 'Failed', mark: '✕', meaning: 'Its error is none that a retry would mend.' },
  EXHAUSTED: { label: 'Exhausted', mark: '!', meaning: 'Its attempts or its time are used up.' },
  CANCELLED: { label: 'Cancelled', mark: '–', meaning: 'A person ended it.' },
}

/** Of a server that is newer than the page it may be one that the page does not know. */
export function stateText(state: OperationState): StateText {
  return STATES[state] ?? { label: words(state), mark: '?', meaning: 'This page is older than the server: reload it.' }
}

export const STATE_NAMES = Object.keys(STATES) as readonly OperationState[]
export const ACTIVE_STATES: readonly OperationState[] = ['PENDING', 'IN_PROGRESS', 'RECOVERING', 'PAUSED']

/** `Half-open`. */
export function circuitText(state: CircuitState): string {
  return state === 'HALF_OPEN' ? 'Half-open' : words(state)
}

interface Forced {
  readonly state: CircuitState
  readonly computedState: CircuitState
}

/** `half-open`, or `open too`: what a circuit breaker is by itself beneath the will of a person. */
export function ownStateText({ state, computedState }: Forced): string {
  return `${circuitText(computedState).toLowerCase()}${state === computedState ? ' too' : ''}`
}

const OUTCOMES: Partial<Readonly<Record<AttemptOutcome, string>>> = {
  INTERRUPTED: 'Interrupted: its server stopped without warning',
  HANDED_OVER: 'Handed over: its server was shut down',
}

export function attemptOutcomeText(outcome: AttemptOutcome): string {
  return OUTCOMES[outcome] ?? words(outcome)
}

/** `IN_PROGRESS` → `in-progress`: the state as names of classes and tokens write it. */
export function stateClass(state: OperationState | CircuitState): string {
  return state.toLowerCase().replace('_', '-')
}

/** `IN_PROGRESS` → `In progress`: a name of the schema as people read it. */
export function words(name: string): string {
  const text = name.toLowerCase().replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
