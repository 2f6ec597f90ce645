import { z } from 'zod'
import type { OperationAction, OperationFieldsFragment, OperationState } from './gql/graphql.ts'

/** How states are written on the legacy surfaces. */
export type LegacyState = Lowercase<OperationState>

export const STATES = [
  'pending',
  'in_progress',
  'recovering',
  'paused',
  'success',
  'failed',
  'exhausted',
  'cancelled',
] as const satisfies readonly LegacyState[]

export const stateField = z
  .enum(STATES)
  .describe(
    'Where it is in its life. `failed`: a retry is not expected to mend the error; `exhausted`: all attempts were used up.',
  )

export const instantField = z.iso.datetime()

function maybeInstant(about: string) {
  return z.iso.datetime().nullable().describe(about)
}

export const messageField = z.string().describe('What was done, for people.')

const ACTIONS = ['retry', 'force_retry', 'cancel', 'pause', 'resume'] as const satisfies readonly Lowercase<OperationAction>[]

const metadataField = z
  .looseObject({
    url: z.string().optional().describe('Of a download: what is fetched.'),
    destination: z.string().optional().describe('Of a download: where in the download folder it goes.'),
    progress: z.number().optional().describe('Percent, 0 to 100; absent when nothing was reported.'),
    error_category: z.string().optional().describe('What kind of error the last one was, such as `network_timeout`.'),
    error_severity: z.enum(['low', 'medium', 'high', 'critical']).optional().describe('How much attention it needs.'),
    error_recoverable: z.boolean().optional().describe('Whether it is retried by itself.'),
    classification_confidence: z.number().min(0).max(1).optional().describe('How sure that is: ratio.'),
  })
  .describe("The caller's own keys and values, and those below.")

/** An operation as the old documents have it, and what was added since. */
export const operationAnswer = z.object({
  operation_id: z.string().describe('At most 255 characters, opaque.'),
  function_name: z.string().describe('The function it runs.'),
  state: stateField,
  attempt: z.int().describe('Attempts of this round, the running one included: 0 while pending, then from 1.'),
  max_attempts: z.int().describe('Attempts that a round has.'),
  error: z.string().nullable().describe('The last error, kept until it succeeds; null when there is none.'),
  created_at: instantField.describe('When it was started by its caller.'),
  updated_at: instantField.describe('When its state last changed.'),
  metadata: metadataField,
  round: z.int().describe('1, and one more with each retry after it ended.'),
  total_attempts: z.int().describe('Attempts of all rounds.'),
  recovered: z.boolean().describe('Whether it succeeded after at least one failed attempt.'),
  priority: z.int().describe('From -100 to 100; higher runs first.'),
  next_attempt_at: maybeInstant('When its next attempt is due; null while one runs, while it is paused and after it ended.'),
  started_at: maybeInstant('When its first attempt began.'),
  finished_at: maybeInstant('When it ended.'),
  deadline_at: maybeInstant('When its round is given up, whatever attempts are left.'),
  remedy: z.string().nullable().describe('What a person can do about the error, in plain words.'),
  available_actions: z.array(z.enum(ACTIONS)).describe('What can be done to it now.'),
})

/** The same with what went in and came out. */
export const wholeOperationAnswer = operationAnswer.extend({
  input: z.unknown().describe('What the function was given: any JSON value.'),
  result: z.unknown().describe('What the function answered once it succeeded: any JSON value.'),
})

export function toOperation(operation: OperationFieldsFragment): z.input<typeof operationAnswer> {
  return {
    operation_id: operation.id,
    function_name: operation.functionName,
    state: lower(operation.state),
    attempt: operation.attempt,
    max_attempts: operation.maxAttempts,
    error: operation.error?.message ?? null,
    created_at: operation.createdAt,
    updated_at: operation.updatedAt,
    metadata: { ...documentedMetadata(operation) },
    round: operation.round,
    total_attempts: operation.totalAttempts,
    recovered: operation.recovered,
    priority: operation.priority,
    next_attempt_at: operation.nextAttemptAt,
    started_at: operation.startedAt,
    finished_at: operation.finishedAt,
    deadline_at: operation.deadlineAt,
    remedy: operation.error?.remedy ?? null,
    available_actions: operation.availableActions.map(lower),
  }
}

/** The caller's metadata, with the keys that the old documents promise. */
function documentedMetadata({ functionName, input, metadata, progress, error }: OperationFieldsFragment): object {
  const { url, destination } = functionName === DOWNLOAD ? downloadInput(input) : {}
  return {
    ...(url !== undefined && { url }),
    ...(destination !== undefined && { destination }),
    ...(metadata as object),
    ...(progress?.fraction != null && { progress: percent(progress.fraction) }),
    ...(error !== null && {
      error_category: error.subcategory,
      error_severity: lower(error.severity),
      error_recoverable: error.retryable,
      classification_confidence: error.confidence,
    }),
  }
}

/** The function whose operations are the downloads. */
export const DOWNLOAD = 'download'

/** What a download was started with, as far as it is text. */
export function downloadInput(input: unknown): { readonly url?: string; readonly destination?: string } {
  const { url, destination } = (input ?? {}) as { readonly url?: unknown; readonly destination?: unknown }
  return {
    ...(typeof url === 'string' && { url }),
    ...(typeof destination === 'string' && { destination }),
  }
}

/** A fraction as percent, to two decimals. */
export function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100
}

export function lower<T extends string>(name: T): Lowercase<T> {
  return name.toLowerCase() as Lowercase<T>
}
