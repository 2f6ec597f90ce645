import type { Recovery } from '../src/engine/recovery.ts'
import { InvalidInputError } from '../src/operation/errors.ts'
import { toJsonObject } from '../src/operation/json.ts'
import type { ErrorSeverity } from '../src/operation/operation-error.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { enumOf } from './enums.ts'
import { ErrorCategoryType, ErrorSeverityType } from './operation-error.ts'
import { present } from './present.ts'

type Classified = ReturnType<Recovery['classify']>

const MAX_CAUSES = 10

const BreakerOutcomeType = enumOf<Classified['breaker']>('BreakerOutcome', 'What a circuit breaker is told of an attempt.', {
  success: 'The other side works.',
  ignored: 'It says nothing about the health of the other side, such as refused input.',
  failure: 'The other side fails, or nobody knows better.',
})

const ErrorClassificationType = builder.objectRef<Classified>('ErrorClassification').implement({
  description: 'What would be done with an error, and why.',
  fields: (t) => ({
    category: t.field({
      type: ErrorCategoryType,
      description: 'What kind of thing went wrong.',
      resolve: ({ error }) => error.category,
    }),
    subcategory: t.string({
      description: 'The kind more closely, such as `network_dns`.',
      resolve: ({ error }) => error.subcategory,
    }),
    severity: t.field({
      type: ErrorSeverityType,
      description: 'How much attention it needs.',
      resolve: ({ error }): ErrorSeverity => error.severity,
    }),
    recoverability: t.float({
      description: 'How likely a retry mends it, from 0 to 1.',
      resolve: ({ error }) => error.recoverability,
    }),
    confidence: t.float({
      description: 'How sure this is: 1 for a code that is known, less for words, 0 when nothing was recognized.',
      resolve: ({ error }) => error.confidence,
    }),
    retryable: t.boolean({ description: 'Whether it is retried by itself.', resolve: ({ error }) => error.retryable }),
    maxRetries: t.exposeInt('maxRetries', {
      nullable: true,
      description:
        'The most retries for errors of this kind, whatever the function allows; null: as many as it allows. Its own `shouldRetry` is not asked here.',
    }),
    retryAfter: t.field({
      type: 'Duration',
      nullable: true,
      description: 'How long the other side asks to wait.',
      resolve: ({ error }) => error.retryAfterMs,
    }),
    remedy: t.string({ description: 'What a person can do about it, in plain words.', resolve: ({ error }) => error.remedy }),
    breakerOutcome: t.expose('breaker', { type: BreakerOutcomeType, description: 'What the circuit breaker is told.' }),
    signal: t.exposeString('signal', { description: 'What decided, such as `code ECONNREFUSED of the cause`.' }),
  }),
})

interface Sample {
  readonly message?: string | null | undefined
  readonly name?: string | null | undefined
  readonly code?: string | null | undefined
  readonly status?: number | null | undefined
  readonly errno?: number | null | undefined
  readonly errcode?: number | null | undefined
  readonly details?: string | null | undefined
  readonly retryAfter?: number | null | undefined
  readonly headers?: unknown
  readonly cause?: Sample | null | undefined
  readonly functionName?: string | null | undefined
}

const ErrorSampleInput = builder.inputRef<Sample>('ErrorSample')

ErrorSampleInput.implement({
  description: 'An error as a function might throw it. Every part may be left out.',
  fields: (t) => ({
    message: t.string({ description: 'Its message.' }),
    name: t.string({ description: 'Its class, such as `TypeError`; by default `Error`.' }),
    code: t.string({ description: 'Its code, such as `ECONNRESET`, `SQLITE_BUSY` or `40001`.' }),
    status: t.int({ description: 'The HTTP status of an answer, such as 503.' }),
    errno: t.int({ description: "The system's error number, such as 28." }),
    errcode: t.int({ description: "The result code of Node's SQLite, such as 5." }),
    details: t.string({ description: 'The details of a gRPC error: with them, a `code` of digits is a gRPC status.' }),
    retryAfter: t.field({ type: 'Duration', description: 'How long the other side asks to wait.' }),
    headers: t.field({ type: 'JSON', description: 'An object with the headers of an answer, such as `Retry-After`.' }),
    cause: t.field({ type: ErrorSampleInput, description: 'What led to it, which may have a cause too, up to ten deep.' }),
    functionName: t.string({
      description: 'The name of a registered function, whose own classifiers are asked first; of the outermost error only.',
    }),
  }),
})

/** The error that the sample describes. */
function errorOf(sample: Sample, depth = 0): Error {
  if (depth > MAX_CAUSES) throw new InvalidInputError(`causes are nested deeper than ${MAX_CAUSES}`, { field: 'cause' })
  const { message, name, code, cause, headers, retryAfter, details, status, errno, errcode } = sample
  const error = new Error(message ?? '', cause == null ? {} : { cause: errorOf(cause, depth + 1) })
  return Object.assign(error, {
    name: name ?? 'Error',
    ...present({ code: isGrpc(sample) ? Number(code) : code, details, status, errno, errcode, retryAfterMs: retryAfter }),
    ...(headers == null ? {} : { headers: toJsonObject(headers, 'headers') }),
  })
}

function isGrpc({ code, details }: Sample): boolean {
  return details != null && code != null && /^\d{1,2}$/.test(code)
}

builder.queryField('classifyError', (t) =>
  t.field({
    type: ErrorClassificationType,
    description: 'What would be done with this error, and why. Nothing is stored.',
    args: { error: t.arg({ type: ErrorSampleInput, required: true, description: 'The error.' }) },
    extensions: costs({ own: 10 }),
    resolve: (_root, { error }, { recovery }) => recovery.classify(errorOf(error), error.functionName ?? undefined),
  }),
)
