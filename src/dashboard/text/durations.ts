const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** `1h 2m 3s`, `45s`; below a second `250ms`. Negative lengths count as none. */
export function durationText(ms: number): string {
  if (!Number.isFinite(ms)) return '–'
  const length = Math.max(0, ms)
  if (length < 1000) return length === 0 ? '0s' : `${length < 10 ? Number(length.toFixed(1)) : Math.round(length)}ms`
  if (length < 10_000) return `${Number((length / 1000).toFixed(1))}s`
  return wholeDurationText(length)
}

/** Whole seconds, as a countdown shows them: a part of a second counts as one, so that 0 means due. */
export function countdownText(ms: number): string {
  return wholeDurationText(Math.ceil(Math.max(0, ms) / 1000) * 1000)
}

/** `1h 2m 3s`: the three largest parts, but days with hours alone. */
function wholeDurationText(ms: number): string {
  let rest = Math.round(ms / 1000) * 1000
  const parts: string[] = []
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) parts.push(`${count}${unit}`)
  }
  if (parts.length === 0) return '0s'
  return parts.slice(0, parts[0]?.endsWith('d') ? 2 : 3).join(' ')
}

/** How long ago, or until when, in a word or two: `just now`, `5m ago`, `in 2h`. */
export function distanceText(ms: number): string {
  const length = Math.abs(ms)
  if (Number.isNaN(length)) return '–'
  if (length < 5000) return ms > 0 ? 'in a moment' : 'just now'
  const text = roughText(length)
  return ms > 0 ? `in ${text}` : `${text} ago`
}

function roughText(length: number): string {
  if (length < 59_500) return `${Math.round(length / 1000)}s`
  if (length < 3_570_000) return `${Math.round(length / 60_000)}m`
  if (length < 84_600_000) return `${Math.round(length / 3_600_000)}h`
  return `${Math.round(length / 86_400_000)}d`
}

interface Timed {
  readonly startedAt: string | null
  readonly finishedAt: string | null
}

/** Milliseconds from the start to the end; null of what has not begun or not ended. */
export function tookMs({ startedAt, finishedAt }: Timed): number | null {
  return startedAt === null || finishedAt === null ? null : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
}
