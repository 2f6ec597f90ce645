import type { Operation } from '../operation/operation.ts'

/**
 * When the trouble began that the round's failures are part of: its first failure; null while it has none. Only the very
 * first failure of an operation is stored, so a round that a person opened later counts from its first attempt.
 */
export function outageStartedAt({ round, firstFailedAt, attempt, roundStartedAt }: Operation): number | null {
  if (round === 1) return firstFailedAt
  return attempt > 1 ? roundStartedAt : null
}
