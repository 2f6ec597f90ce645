import type { Delay } from '../operation/command.ts'
import { OperationCancelledError, OperationExhaustedError, OperationFailedError } from '../operation/errors.ts'
import { DEADLINE_EXCEEDED, type OperationError } from '../operation/operation-error.ts'
import { type Classified, classify } from '../policy/classifier.ts'
import { delayBeforeRetry } from '../policy/retry.ts'
import type { LightCall } from './light-call.ts'

/** What follows a failure of an attempt in memory: another attempt after a wait, or the error that the caller gets. */
export type Following = { readonly kind: 'retry'; readonly delay: Delay } | { readonly kind: 'end'; readonly error: Error }

export function classifyFailure({ wrapped, attempt }: LightCall, thrown: unknown): Classified {
  const { policy, runtime, name } = wrapped
  return classify(thrown, runtime.clock.now(), policy.classifiers, { functionName: name, attempt })
}

/** Decides as the engine and `fail` do for an operation. */
export function afterFailure(call: LightCall, thrown: unknown): Following {
  const { policy, runtime, name } = call.wrapped
  const now = runtime.clock.now()
  const { error, faults } = classifyFailure(call, thrown)
  for (const fault of faults) runtime.log.warn({ functionName: name, fault }, 'A classifier is at fault and was ignored')
  if (!error.retryable) return { kind: 'end', error: failed(call, error, thrown) }
  if (call.attempt < policy.maxAttempts) {
    const delay = delayBeforeRetry(policy.backoff, call.attempt, error.retryAfterMs, runtime.random)
    if (call.deadlineAt === null || now + delay.delayMs < call.deadlineAt) return { kind: 'retry', delay }
  }
  return { kind: 'end', error: exhausted(call, error, thrown) }
}

function failed(call: LightCall, error: OperationError, cause: unknown): OperationFailedError {
  return new OperationFailedError('INTERNAL', `"${call.wrapped.name}" failed: ${error.message}`, call.id, error, cause)
}

function exhausted({ wrapped, attempt, id }: LightCall, error: OperationError, cause: unknown): OperationExhaustedError {
  const attempts = `${attempt} attempt${attempt === 1 ? '' : 's'}`
  return new OperationExhaustedError(
    `"${wrapped.name}" was given up after ${attempts}: ${error.message}`,
    id,
    attempt,
    error,
    cause,
  )
}

/** The deadline passed while an attempt ran. */
export function pastDeadline(call: LightCall, cause: unknown): OperationExhaustedError {
  return exhausted(call, DEADLINE_EXCEEDED, cause)
}

/** The caller's own signal was aborted; `cause` is its reason. */
export function cancelled({ wrapped, id }: LightCall, cause: unknown): OperationCancelledError {
  return new OperationCancelledError('INVALID_TRANSITION', `"${wrapped.name}" was cancelled by its caller`, id, null, cause)
}
