import { type ActivityPoint, activityOf, addActivity } from '../operation/activity.ts'
import type { Change } from '../operation/change.ts'
import { counterDelta } from '../operation/counters.ts'

/** Adds up the activity of the accepted changes of a batch: one point for each function and span. */
export function sumActivity(accepted: readonly Change[]): readonly ActivityPoint[] {
  const sums = new Map<string, ActivityPoint>()
  for (const change of accepted) {
    if (!change.writes.state) continue
    for (const point of activityOf(change, counterDelta(change))) addPoint(sums, point)
  }
  return [...sums.values()]
}

/** The points merged into spans of `spanMs`, counted from `from`. */
export function mergeSpans(points: Iterable<ActivityPoint>, from: number, spanMs: number): readonly ActivityPoint[] {
  const merged = new Map<string, ActivityPoint>()
  for (const point of points) {
    addPoint(merged, { ...point, at: from + Math.floor((point.at - from) / spanMs) * spanMs })
  }
  return [...merged.values()]
}

function addPoint(sums: Map<string, ActivityPoint>, point: ActivityPoint): void {
  const { functionName, at } = point
  const key = `${at} ${functionName}`
  const sum = sums.get(key)
  sums.set(key, sum === undefined ? point : { functionName, at, ...addActivity(sum, point) })
}

/** Whether a point only takes back what an earlier one told of. */
export function onlyTakesBack({ created, succeeded, failed, retryAttempts, trips }: ActivityPoint): boolean {
  return failed <= 0 && created + succeeded + retryAttempts + trips === 0
}
