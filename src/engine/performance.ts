import { type Activity, type ActivityPoint, addActivity, NO_ACTIVITY, SPAN_MS, spanOf, tripsOf } from '../operation/activity.ts'
import type { FunctionCounters } from '../operation/counters.ts'
import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'
import { isNoSweep } from './retention/sweep.ts'

/** How well operations recover, sweeps of retention left out. Never NaN: a mean over nothing is 0. */
export interface Performance {
  /** Operations created. */
  readonly totalOperations: number
  /** Operations that succeeded after at least one failed attempt. */
  readonly recoveredOperations: number
  /** Operations that ended failed or exhausted and were not retried since. */
  readonly failedOperations: number
  /** Of the failed ones, those that ended with all attempts or their time used up. */
  readonly exhaustedOperations: number
  /** Mean seconds from the first failure to the success, over recovered operations. */
  readonly averageRecoveryTime: number
  /** Attempts that began after a failure. */
  readonly retryAttempts: number
  /** How often circuit breakers opened. */
  readonly circuitBreakerTrips: number
  /** Recovered operations of those that needed recovery: recovered / (recovered + failed). */
  readonly successRate: number
  /** Retry attempts for each recovered operation. */
  readonly averageAttemptsPerRecovery: number
}

const MIN_WINDOW_MS = 1000

/**
 * The figures since the store was made, from its counters alone; or of the last `window`, from the activity that is
 * kept for as long as the event log. A window begins at a whole span of ten seconds: it may be up to ten seconds longer
 * than asked for.
 *
 * @throws InvalidInputError when the window is shorter than a second
 */
export async function readPerformance(store: Store, now: number, window: Duration | null): Promise<Performance> {
  if (window === null) return performanceOf(await totalActivity(store))
  const points = await recentActivity(store, now, window)
  return performanceOf(points.filter(isNoSweep).reduce(addActivity, NO_ACTIVITY))
}

/**
 * The same of each of these functions, by name; without the trips of circuit breakers, which belong to scopes.
 *
 * @throws InvalidInputError when the window is shorter than a second
 */
export async function readPerformanceOf(
  store: Store,
  now: number,
  functionNames: readonly string[],
  window: Duration | null,
): Promise<ReadonlyMap<string, Performance>> {
  const activities = window === null ? (await store.counters()).map(activityEver) : await recentActivity(store, now, window)
  const sums = new Map(functionNames.map((name) => [name, NO_ACTIVITY]))
  for (const activity of activities) {
    const sum = sums.get(activity.functionName)
    if (sum !== undefined) sums.set(activity.functionName, addActivity(sum, activity))
  }
  return new Map(Array.from(sums, ([name, sum]) => [name, performanceOf(sum)]))
}

async function recentActivity(store: Store, now: number, window: Duration): Promise<readonly ActivityPoint[]> {
  const ms = parseDuration(window, 'window')
  if (ms < MIN_WINDOW_MS) throw new InvalidInputError(`window is ${ms} ms; use at least "1s"`, { field: 'window' })
  const from = spanOf(now - ms)
  const until = spanOf(now) + SPAN_MS
  return store.activity({ from, until, spanMs: until - from })
}

function activityEver(counters: FunctionCounters) {
  return { ...counters, succeeded: 0, trips: 0 }
}

async function totalActivity(store: Store): Promise<Activity> {
  const [counters, breakers] = await Promise.all([store.counters(), store.records('breaker')])
  const trips = breakers.reduce((sum, record) => sum + tripsOf(record), 0)
  const ofUsers = counters.filter(isNoSweep)
  return ofUsers.map(activityEver).reduce(addActivity, { ...NO_ACTIVITY, trips })
}

function performanceOf(activity: Activity): Performance {
  const { created, recovered, failed, exhausted, retryAttempts, trips } = activity
  return {
    totalOperations: created,
    recoveredOperations: recovered,
    failedOperations: failed,
    exhaustedOperations: exhausted,
    averageRecoveryTime: recoverySecondsOf(activity),
    retryAttempts,
    circuitBreakerTrips: trips,
    successRate: successRateOf(activity),
    averageAttemptsPerRecovery: ratio(retryAttempts, recovered),
  }
}

/** Mean seconds from the first failure to the success. */
export function recoverySecondsOf({ recoveryMs, recovered }: Activity): number {
  return ratio(recoveryMs / 1000, recovered)
}

/** Recovered operations of those that needed recovery. */
export function successRateOf({ recovered, failed }: Activity): number {
  return ratio(recovered, recovered + failed)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
