import type { TimeRange } from '../../text/operation-filter.ts'

const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' })

/** `last 24h`, `since …`, in a few words. */
export function timeText({ field, last, from, to }: TimeRange): string {
  const what = field === 'updated' ? 'changed ' : ''
  if (last !== null) return `${what}last ${last}`
  if (from === null) return `${what}before ${to === null ? '' : SHORT.format(Date.parse(to))}`
  const since = SHORT.format(Date.parse(from))
  return to === null ? `${what}after ${since}` : `${what}${since} – ${SHORT.format(Date.parse(to))}`
}

/** An instant as a field for local times has it. */
export function localText(at: string): string {
  const instant = new Date(at)
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

/** What a field for local times holds, as an instant; null when it is empty or half filled in. */
export function instantText(local: string): string | null {
  const instant = new Date(local)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
