import type { OverviewSeriesQuery } from '../../gql/graphql.ts'
import type { OverviewWindow } from './windows.ts'

type Answered = OverviewSeriesQuery['timeSeries'][number]

/** What became of operations within one span of time. */
export interface Activity extends Omit<Answered, 'timestamp'> {
  /** The span's start, in milliseconds since the epoch. */
  readonly at: number
}

const NOTHING: Omit<Activity, 'at'> = {
  created: 0,
  succeeded: 0,
  failed: 0,
  exhausted: 0,
  recovered: 0,
  retryAttempts: 0,
  circuitBreakerTrips: 0,
  averageRecoveryTime: 0,
}

export function activitiesOf(answered: readonly Answered[]): readonly Activity[] {
  return answered.map(({ timestamp, ...counts }) => ({ ...counts, at: Date.parse(timestamp) }))
}

/**
 * The spans of a window as they are now, when nothing has happened since they were read: those that lie before it are
 * gone, and those that have begun since are empty. Where time passes without events nobody has to be asked.
 */
export function movedOn(spans: readonly Activity[], window: OverviewWindow, now: number): readonly Activity[] {
  const { windowMs, spanMs } = window
  const last = spans.at(-1)
  // A clock that is behind takes nothing away.
  if (last === undefined || now < last.at + spanMs) return spans
  const from = floorTo(now - windowMs, spanMs)
  const moved = spans.filter(({ at }) => at >= from)
  for (let at = Math.max(from, last.at + spanMs); at <= now; at += spanMs) moved.push({ ...NOTHING, at })
  return moved
}

function floorTo(at: number, spanMs: number): number {
  return Math.floor(at / spanMs) * spanMs
}

/** All spans as one; the mean counts each recovered operation the same. */
export function totalOf(spans: readonly Activity[]): Omit<Activity, 'at'> {
  const sum = (value: (activity: Activity) => number) => spans.reduce((total, activity) => total + value(activity), 0)
  const recovered = sum((activity) => activity.recovered)
  const recoverySeconds = sum((activity) => activity.averageRecoveryTime * activity.recovered)
  return {
    created: sum((activity) => activity.created),
    succeeded: sum((activity) => activity.succeeded),
    failed: sum((activity) => activity.failed),
    exhausted: sum((activity) => activity.exhausted),
    recovered,
    retryAttempts: sum((activity) => activity.retryAttempts),
    circuitBreakerTrips: sum((activity) => activity.circuitBreakerTrips),
    averageRecoveryTime: recovered === 0 ? 0 : recoverySeconds / recovered,
  }
}

/** The part of the operations in trouble that recovered; null when none was. */
export function successRateOf({ recovered, failed }: Pick<Activity, 'recovered' | 'failed'>): number | null {
  return recovered + failed === 0 ? null : recovered / (recovered + failed)
}
