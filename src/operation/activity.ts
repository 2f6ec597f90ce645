import type { Change } from './change.ts'
import type { CounterDelta } from './counters.ts'
import type { Json } from './json.ts'
import type { StoreRecord } from './record.ts'

/** The shortest span that activity is told apart by. */
export const SPAN_MS = 10_000

/** What became of operations within a span of time. */
export interface Activity {
  readonly created: number
  /** Operations that succeeded, at whichever attempt. */
  readonly succeeded: number
  /** Those of them that had failed before. */
  readonly recovered: number
  /** Operations that ended failed or exhausted. One that is retried later is taken out again, of the span in which it ended. */
  readonly failed: number
  /** Of the failed ones, those that ended exhausted. */
  readonly exhausted: number
  /** Attempts that began after a failure. */
  readonly retryAttempts: number
  /** Sum of the times from first failure to success, over recovered operations. */
  readonly recoveryMs: number
  /** How often circuit breakers opened. */
  readonly trips: number
}

/** Whose the activity of circuit breakers is: their scopes are no functions. */
export const NO_FUNCTION = ''

/** The activity of one function within one span. */
export interface ActivityPoint extends Activity {
  readonly functionName: string
  /** The span's start, in milliseconds since the epoch. */
  readonly at: number
}

export const NO_ACTIVITY: Activity = {
  created: 0,
  succeeded: 0,
  recovered: 0,
  failed: 0,
  exhausted: 0,
  retryAttempts: 0,
  recoveryMs: 0,
  trips: 0,
}

/** The start of the span that an instant lies in. */
export function spanOf(at: number): number {
  return Math.floor(at / SPAN_MS) * SPAN_MS
}

/** What one change adds to the activity; the commit applies it together with the counters. */
export function activityOf({ before, operation: after }: Change, delta: CounterDelta): readonly ActivityPoint[] {
  const { functionName, created, recovered, retryAttempts, recoveryMs } = delta
  const succeeded = after.state === 'success' ? 1 : 0
  const failed = Math.max(0, delta.failed)
  const exhausted = Math.max(0, delta.exhausted)
  const points: ActivityPoint[] = []
  if (created + succeeded + failed + retryAttempts > 0) {
    const happened = { created, succeeded, recovered, failed, exhausted, retryAttempts, recoveryMs, trips: 0 }
    points.push({ functionName, at: spanOf(after.updatedAt), ...happened })
  }
  if (delta.failed < 0 && before !== null && before.finishedAt !== null) {
    const takenBack = { failed: delta.failed, exhausted: delta.exhausted }
    points.push({ ...NO_ACTIVITY, functionName, at: spanOf(before.finishedAt), ...takenBack })
  }
  return points
}

/** How often the circuit breaker of this record has opened; 0 of any other record. */
export function tripsOf({ kind, value }: StoreRecord): number {
  const trips = kind === 'breaker' && isObject(value) ? value.trips : undefined
  return typeof trips === 'number' ? trips : 0
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What circuit breakers add to the activity at an instant; nothing when none opened. */
export function breakerActivity(trips: number, at: number): readonly ActivityPoint[] {
  return trips > 0 ? [{ ...NO_ACTIVITY, functionName: NO_FUNCTION, at: spanOf(at), trips }] : []
}

/** The sum of two activities. */
export function addActivity(a: Activity, b: Activity): Activity {
  return {
    created: a.created + b.created,
    succeeded: a.succeeded + b.succeeded,
    recovered: a.recovered + b.recovered,
    failed: a.failed + b.failed,
    exhausted: a.exhausted + b.exhausted,
    retryAttempts: a.retryAttempts + b.retryAttempts,
    recoveryMs: a.recoveryMs + b.recoveryMs,
    trips: a.trips + b.trips,
  }
}
