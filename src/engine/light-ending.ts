import type { Delay } from '../operation/command.ts'
import { OperationCancelledError, OperationExhaustedError, OperationFailedError } from '../operation/errors.ts'
import { DEADLINE_EXCEEDED, type OperationError } from '../operation/operation-error.ts'
import { classify, type Judgement, judge } from '../policy/classifier.ts'
import { decideRetry, type RetrySituation } from '../policy/retry.ts'
import type { LightCall } from './light-call.ts'

/** What follows a failure of an attempt in memory: another attempt after a wait, or the error that the caller gets. */
export type Following = { readonly kind: 'retry'; readonly delay: Delay } | { readonly kind: 'end'; readonly error: Error }

/** A call in memory learns nothing from others. */
const NO_SAMPLES: readonly number[] = []

/** What a failure of the running attempt means. */
export function judgeFailure({ wrapped, attempt }: LightCall, thrown: unknown): Judgement {
  const { policy, runtime, name } = wrapped
  const judgement = judge(thrown, runtime.clock.now(), policy.classifiers, { functionName: name, attempt })
  for (const fault of judgement.faults) {
    runtime.log.warn({ functionName: name, fault }, 'A classifier is at fault and was ignored')
  }
  return judgement
}

/** As `judgeFailure`, with the description that the caller is given in the end. */
function describeFailure({ wrapped, attempt }: LightCall, thrown: unknown): OperationError {
  const { policy, runtime, name } = wrapped
  return classify(thrown, runtime.clock.now(), policy.classifiers, { functionName: name, attempt }).error
}

/** Decides as the engine and `fail` do for an operation. */
export function afterFailure(call: LightCall, thrown: unknown, judgement: Judgement): Following {
  const { policy, runtime } = call.wrapped
  if (!judgement.kind.retryable) return { kind: 'end', error: failed(call, describeFailure(call, thrown), thrown) }
  const now = runtime.clock.now()
  const delay = decideRetry(policy, situationOf(call, judgement, now), runtime.random)
  if (delay !== null && (call.deadlineAt === null || now + delay.delayMs < call.deadlineAt)) {
    call.previousMs = delay.delayMs
    return { kind: 'retry', delay }
  }
  return { kind: 'end', error: exhausted(call, describeFailure(call, thrown), thrown) }
}

function situationOf(call: LightCall, { kind, retryAfterMs }: Judgement, now: number): RetrySituation {
  call.firstFailedAt ??= now
  return {
    failures: call.attempt,
    maxAttempts: call.wrapped.policy.maxAttempts,
    previousMs: call.previousMs,
    elapsedMs: now - call.firstFailedAt,
    error: { ...kind, retryAfterMs },
    samples: NO_SAMPLES,
  }
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
