import type { Delay } from '../operation/command.ts'
import { OperationCancelledError, OperationExhaustedError, OperationFailedError } from '../operation/errors.ts'
import { DEADLINE_EXCEEDED, type OperationError } from '../operation/operation-error.ts'
import { budgetUsedUp } from '../policy/budget.ts'
import { classify, type Judgement, judge } from '../policy/classifier.ts'
import { decideRetry, type RetrySituation } from '../policy/retry.ts'
import type { FailureKind } from '../policy/strategy.ts'
import { judged } from './function-rules.ts'
import type { LightCall } from './light-call.ts'
import { isPastDeadline } from './light-limits.ts'
import { endedOf } from './light-rules.ts'

/** What follows a failure of an attempt in memory: another attempt after a wait, or the error that the caller gets. */
export type Following =
  | { readonly kind: 'retry'; readonly delay: Delay }
  /** `isFailure`: the function failed for the last time, so that its fallback may stand for it. */
  | { readonly kind: 'end'; readonly error: Error; readonly isFailure?: true }

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
  const { policy, rules, runtime, budget } = call.wrapped
  // The description costs far more than the judgement: it is made for whoever wants to see it.
  const ruled =
    rules.shouldRetry === null ? null : judged(endedOf(call), thrown, describeFailure(call, thrown), runtime.log).retryable
  const error = { ...judgement.kind, retryAfterMs: judgement.retryAfterMs, retryable: ruled ?? judgement.kind.retryable }
  if (!error.retryable) return ended(failed(call, describeFailure(call, thrown), thrown))
  const now = runtime.clock.now()
  const delay = decideRetry(policy, situationOf(call, error, now), runtime.random)
  if (delay === null || isPastDeadline(call, delay.delayMs)) return ended(exhausted(call, describeFailure(call, thrown), thrown))
  if (budget !== null && !runtime.budgets.spend(budget, error)) {
    return ended(exhausted(call, budgetUsedUp(describeFailure(call, thrown), budget.scope), thrown))
  }
  call.previousMs = delay.delayMs
  call.retried = error
  return { kind: 'retry', delay }
}

function ended(error: Error): Following {
  return { kind: 'end', error, isFailure: true }
}

function situationOf(call: LightCall, error: FailureKind, now: number): RetrySituation {
  call.firstFailedAt ??= now
  return {
    failures: call.attempt,
    maxAttempts: call.wrapped.policy.maxAttempts,
    previousMs: call.previousMs,
    elapsedMs: now - call.firstFailedAt,
    error,
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
