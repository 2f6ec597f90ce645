/** What of an attempt its length is drawn by. */
export interface Timed {
  readonly startedAt: string
  readonly finishedAt: string | null
}

const LEAST_PART = 0.02

/** How long it took, or has taken so far. */
export function lengthMs({ startedAt, finishedAt }: Timed, nowMs: number): number {
  return Math.max(0, (finishedAt === null ? nowMs : Date.parse(finishedAt)) - Date.parse(startedAt))
}

/** The longest of them: the full width of the timeline. */
export function longestMs(attempts: readonly Timed[], nowMs: number): number {
  return attempts.reduce((longest, attempt) => Math.max(longest, lengthMs(attempt, nowMs)), 0)
}

/** The part of the width that a length takes, 0 to 1: never so little that it cannot be seen. */
export function partOfWidth(ms: number, longest: number): number {
  return longest <= 0 ? LEAST_PART : Math.min(1, Math.max(LEAST_PART, ms / longest))
}
