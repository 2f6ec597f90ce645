import type { OperationState, OverviewStatusQuery } from '../../gql/graphql.ts'
import { durationText } from '../../text/durations.ts'
import { countText, percentText } from '../../text/numbers.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { ACTIVE_STATES, STATES, stateClass } from '../../text/states.ts'
import { type Activity, successRateOf } from './activity.ts'
import type { OverviewWindow } from './windows.ts'

/** A number, what it counts, and where that is listed. */
export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly href: string
  /** The state whose colour it has; null for none. */
  readonly tone: 'failed' | 'exhausted' | null
}

type Status = OverviewStatusQuery['recoveryStatus']

/** What happened in the window; null while it is not known. */
type Lately = Omit<Activity, 'at'> | null

const NONE = '–'

/** What is so at this moment; how many operations ended so in the window is in the note. */
export function figuresNow({ activeOperations, byState }: Status, lately: Lately, window: OverviewWindow): readonly Figure[] {
  const countOf = (state: OperationState) => byState.find((one) => one.state === state)?.count ?? 0
  const parts = ACTIVE_STATES.filter((state) => countOf(state) > 0)
  const ended = (state: 'FAILED' | 'EXHAUSTED', why: string, count: (of: Omit<Activity, 'at'>) => number): Figure => ({
    label: STATES[state].label,
    value: countText(countOf(state)),
    note: `${why}${lately === null ? '' : `; ${countText(count(lately))} in ${window.name}`}`,
    href: operationsHref({ states: [state] }),
    tone: countOf(state) > 0 ? (stateClass(state) as 'failed' | 'exhausted') : null,
  })
  return [
    {
      label: 'Active operations',
      value: countText(activeOperations),
      note:
        parts.map((state) => `${countText(countOf(state))} ${STATES[state].label.toLowerCase()}`).join(' · ') || 'nothing to do',
      href: operationsHref({ states: ACTIVE_STATES }),
      tone: null,
    },
    ended('FAILED', 'by an error that no retry mends', ({ failed, exhausted }) => failed - exhausted),
    ended('EXHAUSTED', 'all attempts or their time used up', ({ exhausted }) => exhausted),
  ]
}

/** What has happened since the store was made; the note says what of it happened in the window. */
export function figuresInAll(status: OverviewStatusQuery, lately: Lately, window: OverviewWindow): readonly Figure[] {
  const { recoveryStatus, performance: inAll } = status
  const { recoveredOperations, failedOperations, averageRecoveryTime } = recoveryStatus
  const rate = successRateOf({ recovered: recoveredOperations, failed: failedOperations })
  const meanText = (seconds: number, recovered: number) => (recovered === 0 ? null : durationText(seconds * 1000))
  const rateText = (part: number | null) => (part === null ? null : percentText(part))
  const note = (text: (of: Omit<Activity, 'at'>) => string | null) =>
    lately === null ? '' : `${text(lately) ?? 'none'} in ${window.name}`
  const figure = (label: string, value: string | null, text: string, href: string): Figure => {
    return { label, value: value ?? NONE, note: text, href, tone: null }
  }
  return [
    figure(
      'Total operations',
      countText(recoveryStatus.totalOperations),
      note((of) => countText(of.created)),
      operationsHref({}),
    ),
    figure(
      'Recovered',
      countText(recoveredOperations),
      note((of) => countText(of.recovered)),
      operationsHref({ history: 'recovered' }),
    ),
    figure(
      'Success rate',
      rateText(rate),
      ['of those in trouble', note((of) => rateText(successRateOf(of)))].filter(Boolean).join('; '),
      operationsHref({ states: ['SUCCESS', 'FAILED', 'EXHAUSTED'], history: 'failed-attempts' }),
    ),
    figure(
      'Avg. recovery time',
      meanText(averageRecoveryTime, recoveredOperations),
      note((of) => meanText(of.averageRecoveryTime, of.recovered)),
      operationsHref({ history: 'recovered' }),
    ),
    figure(
      'Retry attempts',
      countText(recoveryStatus.retryAttempts),
      note((of) => countText(of.retryAttempts)),
      operationsHref({ history: 'failed-attempts' }),
    ),
    figure(
      'Breaker trips',
      countText(inAll.circuitBreakerTrips),
      note((of) => countText(of.circuitBreakerTrips)),
      '/circuit-breakers',
    ),
  ]
}
