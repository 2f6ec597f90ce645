/** Over which calls a rate is taken: the last `size` calls, or those of the last `lengthMs`. */
export type WindowSettings =
  | { readonly kind: 'calls'; readonly size: number }
  | { readonly kind: 'time'; readonly lengthMs: number }

/** What calls came to, added up. */
export interface CallCounts {
  readonly calls: number
  readonly failures: number
  readonly slow: number
}

/** Calls that leave the window together: a single one, or those of a tenth of its length. */
interface Cell extends CallCounts {
  /** Which tenth, counted from the epoch; of a single call, nothing. */
  readonly slot: number
}

/** The calls that a rate is taken over, oldest first. Immutable. */
export type BreakerWindow = readonly Cell[]

export const EMPTY_WINDOW: BreakerWindow = []

/** A time window moves on in steps of a tenth of its length. */
const SLOTS = 10

/** The window with one more call in it, and without those that it pushes out. */
export function record(
  window: BreakerWindow,
  settings: WindowSettings,
  call: { readonly failed: boolean; readonly slow: boolean },
  now: number,
): BreakerWindow {
  const counts = { calls: 1, failures: call.failed ? 1 : 0, slow: call.slow ? 1 : 0 }
  if (settings.kind === 'calls') {
    return [...window.slice(Math.max(0, window.length + 1 - settings.size)), { ...counts, slot: 0 }]
  }
  const left = slide(window, settings, now)
  // Were the clock set back, the call would belong to the newest tenth all the same.
  const slot = Math.max(slotOf(settings.lengthMs, now), left.at(-1)?.slot ?? Number.NEGATIVE_INFINITY)
  const last = left.at(-1)
  if (last?.slot !== slot) return [...left, { ...counts, slot }]
  return [...left.slice(0, -1), { ...add(last, counts), slot }]
}

/** What is left of the window at `now`. */
export function slide(window: BreakerWindow, settings: WindowSettings, now: number): BreakerWindow {
  if (settings.kind === 'calls') return window
  const oldest = slotOf(settings.lengthMs, now) - SLOTS
  return window.filter(({ slot }) => slot > oldest)
}

export function countCalls(window: BreakerWindow): CallCounts {
  return window.reduce<CallCounts>(add, { calls: 0, failures: 0, slow: 0 })
}

/** Part of the calls in it that failed; null when there are none. */
export function rateOf(window: BreakerWindow): number | null {
  const { calls, failures } = countCalls(window)
  return calls === 0 ? null : failures / calls
}

function add(a: CallCounts, b: CallCounts): CallCounts {
  return { calls: a.calls + b.calls, failures: a.failures + b.failures, slow: a.slow + b.slow }
}

function slotOf(lengthMs: number, now: number): number {
  return Math.floor(now / (lengthMs / SLOTS))
}
