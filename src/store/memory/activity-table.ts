import { type ActivityPoint, addActivity } from '../../operation/activity.ts'
import type { ActivityQuery } from '../../operation/query.ts'
import { mergeSpans, onlyTakesBack } from '../activity-sums.ts'

/** The activity of each span, oldest first, by function. */
export class ActivityTable {
  readonly #spans = new Map<number, Map<string, ActivityPoint>>()

  add(points: readonly ActivityPoint[]): void {
    for (const point of points) {
      const { functionName, at } = point
      const span = this.#spans.get(at)
      const known = span?.get(functionName)
      // Of a span that was trimmed away nothing can be taken back.
      if (known === undefined && onlyTakesBack(point)) continue
      const next = known === undefined ? point : { functionName, at, ...addActivity(known, point) }
      if (span === undefined) this.#spans.set(at, new Map([[functionName, next]]))
      else span.set(functionName, next)
    }
  }

  read({ from, until, spanMs }: ActivityQuery): readonly ActivityPoint[] {
    const inside = [...this.#spans].filter(([at]) => at >= from && at < until).sort(([a], [b]) => a - b)
    return mergeSpans(
      inside.flatMap(([, span]) => [...span.values()]),
      from,
      spanMs,
    )
  }

  holdsOlder(before: number): boolean {
    for (const at of this.#spans.keys()) if (at < before) return true
    return false
  }

  trim(before: number, limit: number): number {
    const old = [...this.#spans.keys()].filter((at) => at < before).slice(0, limit)
    for (const at of old) this.#spans.delete(at)
    return old.length
  }
}
