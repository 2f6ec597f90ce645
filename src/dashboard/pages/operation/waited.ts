import { durationText } from '../../text/durations.ts'

export interface Awaited {
  readonly startedAt: string
  /** The wait that was decided before it; null for none. */
  readonly delayBefore: number | null
}

// Less than it is the work of timers and queues, and says nothing.
const NOTABLE_MS = 1000

/**
 * How long was waited before an attempt: what was decided, and how long it was in truth where a person was quicker, or
 * something else held it up. null when there was no wait.
 *
 * @param previous the attempt before it; undefined when it is not known
 */
export function waitedText(
  { startedAt, delayBefore }: Awaited,
  previous: { readonly finishedAt: string | null } | undefined,
): string | null {
  if (delayBefore === null) return null
  const planned = durationText(delayBefore)
  const finishedAt = previous?.finishedAt ?? null
  if (finishedAt === null) return `after a wait of ${planned}`
  const realMs = Math.max(0, Date.parse(startedAt) - Date.parse(finishedAt))
  if (Math.abs(realMs - delayBefore) <= Math.max(NOTABLE_MS, delayBefore / 10)) return `after a wait of ${planned}`
  return `after ${durationText(realMs)} instead of a wait of ${planned}`
}
