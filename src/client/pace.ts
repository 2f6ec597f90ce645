/** How far work has come and how fast it goes, as `Progress` of the API tells it. */
export interface Pace {
  readonly fraction?: number | null | undefined
  readonly current?: number | null | undefined
  readonly total?: number | null | undefined
  readonly unit?: string | null | undefined
  /** Units a second; wholes a second, when nothing is counted. */
  readonly rate?: number | null | undefined
}

// Longer than that is no forecast: the work stands still.
const LONGEST_LEFT_MS = 100 * 86_400_000
const SPANS = [
  ['s', 1],
  ['min', 60],
  ['h', 3600],
] as const

/** Whether nothing is counted, only the part of the whole: then its rate is of that. */
export function isPartOnly({ fraction, current, unit }: Pace): boolean {
  return !isKnown(current) && isKnown(fraction) && !unit
}

/** Milliseconds until the work is done at its rate; null when nobody knows, and from a hundred days on. */
export function msLeft(pace: Pace): number | null {
  const { fraction, current, total, rate } = pace
  const [done, whole] = isPartOnly(pace) ? [fraction, 1] : [current, total]
  if (!isKnown(rate) || !isKnown(done) || !isKnown(whole)) return null
  const ms = ((whole - done) / rate) * 1000
  return ms > 0 && ms < LONGEST_LEFT_MS ? ms : null
}

/** A rate by the second, or by the minute or hour when it is slow; null when it is next to nothing. */
export function perSpan(perSecond: number): { readonly count: number; readonly span: string } | null {
  for (const [span, seconds] of SPANS) {
    if (perSecond * seconds >= 1) return { count: perSecond * seconds, span }
  }
  return null
}

export function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
