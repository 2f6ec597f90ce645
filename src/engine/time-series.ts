import { type Activity, addActivity, NO_ACTIVITY, SPAN_MS } from '../operation/activity.ts'
import { type Duration, parseDuration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'
import { recoverySecondsOf, successRateOf } from './performance.ts'
import { isNoSweep } from './retention/sweep.ts'

/** What became of operations within one span of time. A mean over nothing is 0. */
export interface TimeSeriesPoint {
  /** The span's start, in milliseconds since the epoch. */
  readonly at: number
  readonly durationMs: number
  /** Operations created. */
  readonly created: number
  /** Operations that succeeded, at whichever attempt. */
  readonly succeeded: number
  /** Operations that ended failed or exhausted and were not retried since. */
  readonly failed: number
  /** Of the failed ones, those that ended with all attempts or their time used up. */
  readonly exhausted: number
  /** Operations that succeeded after at least one failed attempt. */
  readonly recovered: number
  /** Attempts that began after a failure. */
  readonly retryAttempts: number
  /** How often circuit breakers opened; 0 when only one function was asked for. */
  readonly circuitBreakerTrips: number
  /** Mean seconds from the first failure to the success, over recovered operations. */
  readonly averageRecoveryTime: number
  /** Recovered operations of those that needed recovery: recovered / (recovered + failed). */
  readonly successRate: number
}

export interface TimeSeriesOptions {
  /** How far it reaches back from now; at least 1 s. */
  readonly window: Duration
  /** The length of each span, a whole multiple of ten seconds. Default: the shortest round one that makes at most 120. */
  readonly resolution?: Duration
  /** Only operations of this function. Absent: of all but the sweeps of retention. */
  readonly functionName?: string
}

/** More points than a chart has room for are not answered. */
export const MAX_POINTS = 1000
/** As many as there are at most when no resolution is asked for. */
export const DEFAULT_POINTS = 120

const MIN_WINDOW_MS = 1000
const DAY_MS = 86_400_000

// Seconds that clocks are read in; beyond the last, whole days.
const ROUND_SECONDS = [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400]

/**
 * What became of operations span by span, the oldest first, empty spans included. Spans begin at whole multiples of
 * their length, so the first reaches back before the window, and the last, which is still growing, holds now. It knows
 * what happened for as long as the event log is kept.
 *
 * @throws InvalidInputError when the window or the resolution is out of its range, or they make more than 1000 points
 */
export async function readTimeSeries(store: Store, now: number, options: TimeSeriesOptions): Promise<readonly TimeSeriesPoint[]> {
  const windowMs = readWindow(options.window)
  const spanMs = options.resolution === undefined ? roundResolution(windowMs) : readResolution(options.resolution, windowMs)
  const { functionName } = options
  if (functionName === '') throw new InvalidInputError('functionName is empty; leave it out for all', { field: 'functionName' })
  const from = floorTo(now - windowMs, spanMs)
  const until = floorTo(now, spanMs) + spanMs
  const spans = new Map<number, Activity>()
  for (let at = from; at < until; at += spanMs) spans.set(at, NO_ACTIVITY)
  for (const point of await store.activity({ from, until, spanMs })) {
    const sum = spans.get(point.at)
    const isMeant = functionName === undefined ? isNoSweep(point) : point.functionName === functionName
    if (sum === undefined || !isMeant) continue
    spans.set(point.at, addActivity(sum, point))
  }
  return Array.from(spans, ([at, activity]) => pointOf(at, spanMs, activity))
}

function readWindow(window: Duration): number {
  const ms = parseDuration(window, 'window')
  if (ms < MIN_WINDOW_MS) throw new InvalidInputError(`window is ${ms} ms; use at least "1s"`, { field: 'window' })
  return ms
}

function readResolution(resolution: Duration, windowMs: number): number {
  const ms = parseDuration(resolution, 'resolution')
  if (ms < SPAN_MS || ms % SPAN_MS !== 0) {
    throw new InvalidInputError(`resolution is ${ms} ms; use a whole multiple of ten seconds`, { field: 'resolution' })
  }
  const points = mostPoints(windowMs, ms)
  if (points > MAX_POINTS) {
    const message = `resolution makes up to ${points} points of the window, the limit is ${MAX_POINTS}; use a longer resolution`
    throw new InvalidInputError(message, { field: 'resolution' })
  }
  return ms
}

function roundResolution(windowMs: number): number {
  const fits = (ms: number) => mostPoints(windowMs, ms) <= DEFAULT_POINTS
  const round = ROUND_SECONDS.map((seconds) => seconds * 1000).find(fits)
  if (round !== undefined) return round
  let days = Math.ceil(windowMs / DAY_MS / DEFAULT_POINTS)
  while (!fits(days * DAY_MS)) days += 1
  return days * DAY_MS
}

/** A window that begins within a span touches one more. */
function mostPoints(windowMs: number, spanMs: number): number {
  return Math.ceil(windowMs / spanMs) + 1
}

function floorTo(at: number, spanMs: number): number {
  return Math.floor(at / spanMs) * spanMs
}

function pointOf(at: number, durationMs: number, activity: Activity): TimeSeriesPoint {
  const { created, succeeded, failed, exhausted, recovered, retryAttempts, trips } = activity
  return {
    at,
    durationMs,
    created,
    succeeded,
    failed,
    exhausted,
    recovered,
    retryAttempts,
    circuitBreakerTrips: trips,
    averageRecoveryTime: recoverySecondsOf(activity),
    successRate: successRateOf(activity),
  }
}
