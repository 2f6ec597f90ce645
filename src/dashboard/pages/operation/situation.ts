import { isHeldBack } from '../../text/held-back.ts'
import { stateText } from '../../text/states.ts'
import type { Head } from './shown-operation.ts'

/** What goes on with the operation now, for people; `at` is the instant that it waits for. */
export interface Situation {
  readonly text: string
  readonly at?: string
  /** The scope of the circuit breaker that it waits for. */
  readonly breaker?: string
}

/** What the operation does or waits for. `nowMs` tells what is due. */
export function situationOf(head: Head, nowMs: number): Situation {
  switch (head.state) {
    case 'IN_PROGRESS':
      return { text: 'Its first attempt runs.' }
    case 'PAUSED':
      return { text: 'Paused: nothing happens until it is resumed.' }
    case 'PENDING':
    case 'RECOVERING':
      return waiting(head, nowMs)
    default:
      return { text: ENDS[head.state] ?? stateText(head.state).meaning }
  }
}

const ENDS = {
  SUCCESS: 'It is done.',
  FAILED: 'It failed with an error that a retry is not expected to mend.',
  EXHAUSTED: 'Its attempts or its time are used up.',
  CANCELLED: 'It was cancelled.',
} as const

function waiting(head: Head, nowMs: number): Situation {
  const { state, nextAttemptAt, circuitBreaker, attempt } = head
  const isFirst = state === 'PENDING' && attempt === 0
  if (nextAttemptAt === null) {
    if (state === 'RECOVERING' && !mayBeHeldBack(head)) return { text: 'An attempt runs.' }
    return breakerWait(circuitBreaker) ?? { text: 'It waits to begin.' }
  }
  const isDue = Date.parse(nextAttemptAt) <= nowMs
  const at = isDue ? undefined : nextAttemptAt
  const blocked = breakerWait(circuitBreaker, at)
  if (blocked !== null) return blocked
  if (isDue) return { text: 'Due: it begins as soon as a server has room for it.' }
  return { text: isFirst ? 'It begins' : 'Next attempt', at: nextAttemptAt }
}

/** Who may only look is not told what could be done with it: there a breaker that opens when a person says so decides. */
function mayBeHeldBack(head: Head): boolean {
  const { availableActions, circuitBreaker } = head
  return (
    isHeldBack(head) || (availableActions.length === 0 && circuitBreaker?.state === 'OPEN' && circuitBreaker.retryAt === null)
  )
}

/** An open breaker lets nothing through: whoever waits, waits for it. */
function breakerWait(breaker: Head['circuitBreaker'], at?: string): Situation | null {
  if (breaker === null || breaker.state === 'CLOSED') return null
  const { scope, state, retryAt } = breaker
  const open = retryAt === null ? 'open until it is reset' : 'open'
  const text = `Held back by its circuit breaker, which is ${state === 'OPEN' ? open : 'half-open'}`
  return at === undefined ? { text: `${text}.`, breaker: scope } : { text: `${text}; next attempt`, at, breaker: scope }
}
