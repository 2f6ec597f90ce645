import { z } from 'zod'
import type { OperationFieldsFragment, OperationState } from './gql/graphql.ts'
import { DOWNLOAD, downloadInput, instantField, percent } from './operation-answer.ts'
import { refuse } from './refusals.ts'

const STATUSES = ['pending', 'downloading', 'paused', 'completed', 'failed', 'cancelled'] as const

const STATUS_OF: Readonly<Record<OperationState, (typeof STATUSES)[number]>> = {
  PENDING: 'pending',
  IN_PROGRESS: 'downloading',
  RECOVERING: 'downloading',
  PAUSED: 'paused',
  SUCCESS: 'completed',
  FAILED: 'failed',
  EXHAUSTED: 'failed',
  CANCELLED: 'cancelled',
}

const shared = {
  id: z.string().describe('The id of the operation that it is.'),
  url: z.string().describe('What is fetched.'),
  dest_path: z.string().describe('Where in the download folder it goes.'),
  status: z.enum(STATUSES).describe('`downloading`: an attempt runs, or waits for its next.'),
  bytes_downloaded: z.number().describe('Bytes.'),
  total_bytes: z.number().describe('Bytes; 0 while that is not known.'),
}

export const downloadAnswer = z.object({
  ...shared,
  progress: z.number().describe('Percent, 0 to 100.'),
  speed: z.number().describe('Bytes a second, lately; 0 when nothing moves.'),
  eta: z.number().describe('Seconds that are left; 0 when that is not known.'),
  attempts: z.int().describe('Attempts of all rounds.'),
  error: z.string().nullable().describe('The last error, kept until it succeeds; null when there is none.'),
  created_at: instantField.describe('When it was started.'),
  updated_at: instantField.describe('When its status last changed.'),
})

export const oneDownloadAnswer = downloadAnswer.extend({
  can_resume: z.boolean().describe('Whether it is paused.'),
  can_pause: z.boolean().describe('Whether it can be paused now.'),
})

export const pastDownloadAnswer = z.object({
  ...shared,
  completed_at: instantField.describe('When it ended, however it did.'),
  duration: z.number().describe('Seconds from its first attempt to its end; 0 when it had none.'),
  speed_avg: z.number().describe('Bytes a second over that time.'),
})

export function toDownload(operation: OperationFieldsFragment): z.input<typeof downloadAnswer> {
  const { state, progress, error } = operation
  const { bytes_downloaded: done, total_bytes: total } = sharedParts(operation)
  const moves = state === 'IN_PROGRESS' || (state === 'RECOVERING' && operation.nextAttemptAt === null)
  const speed = moves ? (progress?.rate ?? 0) : 0
  return {
    ...sharedParts(operation),
    progress: state === 'SUCCESS' ? 100 : percent(progress?.fraction ?? 0),
    speed,
    eta: speed > 0 && total > done ? (total - done) / speed : 0,
    attempts: operation.totalAttempts,
    error: error?.message ?? null,
    created_at: operation.createdAt,
    updated_at: operation.updatedAt,
  }
}

export function toOneDownload(operation: OperationFieldsFragment): z.input<typeof oneDownloadAnswer> {
  const { availableActions } = operation
  return {
    ...toDownload(operation),
    can_resume: availableActions.includes('RESUME'),
    can_pause: availableActions.includes('PAUSE'),
  }
}

export function toPastDownload(operation: OperationFieldsFragment): z.input<typeof pastDownloadAnswer> {
  const { startedAt, finishedAt, updatedAt } = operation
  const end = finishedAt ?? updatedAt
  const duration = startedAt === null ? 0 : Math.max(0, Date.parse(end) - Date.parse(startedAt)) / 1000
  const parts = sharedParts(operation)
  return { ...parts, completed_at: end, duration, speed_avg: duration > 0 ? parts.bytes_downloaded / duration : 0 }
}

function sharedParts({ id, input, state, progress }: OperationFieldsFragment) {
  const { url = '', destination = '' } = downloadInput(input)
  const bytes = { bytes_downloaded: progress?.current ?? 0, total_bytes: progress?.total ?? 0 }
  return { id, url, dest_path: destination, status: STATUS_OF[state], ...bytes }
}

/** The operation, if it is a download. */
export function downloadOr404<T extends { readonly functionName: string }>(operation: T | null): T {
  return operation?.functionName === DOWNLOAD ? operation : refuse('NOT_FOUND', 'Download not found')
}
