import type { OperationState } from '../../../client/gql/graphql.ts'
import type { DownloadFieldsFragment } from '../../gql/graphql.ts'
import type { ProgressValues } from '../../text/progress.ts'
import { STATES, stateText, words } from '../../text/states.ts'

/** One download as the page knows it. */
export type Download = DownloadFieldsFragment

interface Badge {
  readonly label: string
  /** The operation's state whose colour and mark it has. */
  readonly as: OperationState
  readonly meaning: string
}

const BADGES: Readonly<Record<OperationState, Badge>> = {
  PENDING: { label: 'Pending', as: 'PENDING', meaning: 'Waits for its turn.' },
  IN_PROGRESS: { label: 'Downloading', as: 'IN_PROGRESS', meaning: 'Its first attempt runs.' },
  RECOVERING: { label: 'Recovering', as: 'RECOVERING', meaning: 'It broke off and goes on from the bytes it has.' },
  PAUSED: { label: 'Paused', as: 'PAUSED', meaning: STATES.PAUSED.meaning },
  SUCCESS: { label: 'Completed', as: 'SUCCESS', meaning: 'The file is complete and in its place.' },
  FAILED: { label: 'Failed', as: 'FAILED', meaning: STATES.FAILED.meaning },
  EXHAUSTED: { label: 'Failed', as: 'FAILED', meaning: STATES.EXHAUSTED.meaning },
  CANCELLED: { label: 'Cancelled', as: 'CANCELLED', meaning: STATES.CANCELLED.meaning },
}

/** A download's state in the words of downloads. */
export function badgeOf(state: OperationState): Badge {
  return BADGES[state] ?? { ...stateText(state), as: state }
}

const ENDED: readonly OperationState[] = ['SUCCESS', 'FAILED', 'EXHAUSTED', 'CANCELLED']

export function hasEnded({ state }: Pick<Download, 'state'>): boolean {
  return ENDED.includes(state)
}

/** Whether an attempt runs, as far as the page can tell. */
export function isMoving({ state, nextAttemptAt }: Pick<Download, 'state' | 'nextAttemptAt'>): boolean {
  return state === 'IN_PROGRESS' || (state === 'RECOVERING' && nextAttemptAt === null)
}

/** Whether its next attempt waits for a circuit breaker that permits none now. */
export function isHeldByBreaker(download: Pick<Download, 'state' | 'nextAttemptAt' | 'circuitBreaker'>): boolean {
  const { state, nextAttemptAt, circuitBreaker } = download
  const waits = state === 'PENDING' || (state === 'RECOVERING' && nextAttemptAt !== null)
  return waits && circuitBreaker?.state === 'OPEN'
}

/** `Attempt 3/5` once there is more than one to speak of; null before. */
export function attemptText({ state, attempt, maxAttempts }: Pick<Download, 'state' | 'attempt' | 'maxAttempts'>): string | null {
  const isFirst = attempt < 2 && state !== 'RECOVERING'
  return isFirst || attempt === 0 ? null : `Attempt ${attempt}/${maxAttempts}`
}

/** What the bar shows; null when nothing has come. The function's own message says the same in other units. */
export function progressOf(download: Pick<Download, 'state' | 'nextAttemptAt' | 'progress'>): ProgressValues | null {
  const { progress } = download
  if (progress === null) return null
  const { fraction, current, total, rate, stage } = progress
  const moves = isMoving(download)
  const isSpecial = moves && stage !== null && stage !== 'downloading'
  return {
    ...{ fraction, current, total, unit: 'bytes' },
    rate: moves ? rate : null,
    stage: isSpecial ? `${words(stage)} …` : null,
  }
}

/** Milliseconds from its first attempt to its end; null while there is none, or without an attempt. */
export function tookMs({ startedAt, finishedAt }: Pick<Download, 'startedAt' | 'finishedAt'>): number | null {
  return startedAt === null || finishedAt === null ? null : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
}
