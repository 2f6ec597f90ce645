import type { Delay } from '../../operation/command.ts'
import { OperationCancelledError, OperationExhaustedError, OperationFailedError, type StopCause } from '../../operation/errors.ts'
import { DEADLINE_EXCEEDED, type OperationError } from '../../operation/operation-error.ts'
import { budgetUsedUp } from '../../policy/budget.ts'
import type { Policy } from '../../policy/policy.ts'
import { decideRetry } from '../../policy/retry.ts'
import { answerOfFallback, FALLBACK_LIMIT_MS } from '../attempt/function-rules.ts'
import { STRATEGY_AT_FAULT } from '../retries.ts'
import type { LightCall } from './light-call.ts'
import { asked, described, type LightFailure } from './light-failures.ts'
import type { Wrapped } from './wrapped.ts'

/** What follows a failure of an attempt in memory: another attempt after a wait, or the error that the caller gets. */
export type Following =
  | { readonly kind: 'retry'; readonly delay: Delay; readonly failedAt: number }
  | { readonly kind: 'end'; readonly error: Error; readonly mayFallBack: boolean }

const NO_SAMPLES: readonly number[] = []

/** Decides as the engine and `fail` do for an operation. */
export function following(call: LightCall, failure: LightFailure, stop: StopCause | null): Following {
  const { signal, failures } = call
  if (signal?.aborted === true) return { kind: 'end', error: cancelled(call, failure.thrown), mayFallBack: false }
  if (stop === 'past its deadline') return { kind: 'end', error: pastDeadline(call, failures?.thrown), mayFallBack: false }
  const { thrown, error, at: failedAt } = failure
  const delay = decide(call, failure)
  call.failures = { firstAt: failures?.firstAt ?? failedAt, lastAt: failedAt, thrown, error, delayMs: delay?.delayMs ?? null }
  if (delay === null) return { kind: 'end', error: given(call, failure, described(failure)), mayFallBack: true }
  const { budget, budgets } = call.wrapped
  if (budget === null || budgets.spend(budget, error)) return { kind: 'retry', delay, failedAt }
  return { kind: 'end', error: given(call, failure, budgetUsedUp(described(failure), budget.scope)), mayFallBack: true }
}

/** The wait before another attempt; null when there is none. */
function decide({ wrapped, attempt, failures, deadlineAt }: LightCall, { error, at: now }: LightFailure): Delay | null {
  const { policy, runtime, outages, name } = wrapped
  const situation = {
    failures: attempt,
    maxAttempts: policy.maxAttempts,
    previousMs: failures?.delayMs ?? null,
    elapsedMs: failures === null ? 0 : now - failures.firstAt,
    error,
    samples: looksAtSamples(policy) ? outages.of(name, error.category) : NO_SAMPLES,
  }
  const delay = decideRetry(policy, situation, runtime.random, (fault) => tellFault(wrapped, fault))
  return delay === null || deadlineAt === null || now + delay.delayMs < deadlineAt ? delay : null
}

/** Once per function: its calls may fail by the thousands. */
function tellFault(wrapped: Wrapped, fault: string): void {
  if (wrapped.strategyAtFault) return
  wrapped.strategyAtFault = true
  wrapped.runtime.log.warn({ functionName: wrapped.name, fault }, STRATEGY_AT_FAULT)
}

/** The learned strategy does, and one of somebody's own may. */
function looksAtSamples({ strategy, strategyName }: Policy): boolean {
  return strategy !== null && (strategyName === null || strategyName === 'learned')
}

function given(call: LightCall, { error, thrown }: LightFailure, words: OperationError): Error {
  return error.retryable ? exhausted(call, words, thrown) : failed(call, words, thrown)
}

function failed(call: LightCall, error: OperationError, cause: unknown): OperationFailedError {
  return new OperationFailedError('INTERNAL', `"${call.wrapped.name}" failed: ${error.message}`, call.id, error, cause)
}

function exhausted({ wrapped, attempt, id }: LightCall, error: OperationError, cause: unknown): OperationExhaustedError {
  const attempts = `${attempt} attempt${attempt === 1 ? '' : 's'}`
  const message = `"${wrapped.name}" was given up after ${attempts}: ${error.message}`
  return new OperationExhaustedError(message, id, attempt, error, cause)
}

/** The deadline passed while an attempt ran, or the fallback did. */
function pastDeadline(call: LightCall, cause: unknown): OperationExhaustedError {
  return exhausted(call, DEADLINE_EXCEEDED, cause)
}

/** The caller's own signal was aborted; `cause` is its reason. */
export function cancelled({ wrapped, id }: LightCall, cause: unknown): OperationCancelledError {
  return new OperationCancelledError('INVALID_TRANSITION', `"${wrapped.name}" was cancelled by its caller`, id, null, cause)
}

/** What the fallback answers instead of `error`. Rejects with the error when it fails, and when the call is taken back. */
export function insteadOf(call: LightCall, error: Error): Promise<unknown> {
  const { signal, deadlineAt, failures, args } = call
  const { rules, runtime } = call.wrapped
  const leftMs = deadlineAt === null ? FALLBACK_LIMIT_MS : Math.max(0, deadlineAt - runtime.clock.now())
  const about = asked(call)
  const ask = () => rules.fallback?.(failures?.thrown, args, about.context)
  // The wheel's timers keep the process alive: its caller waits.
  const timers = { timer: runtime.wheel.set.bind(runtime.wheel) }
  return new Promise((resolve, reject) => {
    const takeBack = () => reject(cancelled(call, signal?.reason))
    signal?.addEventListener('abort', takeBack, { once: true })
    void answerOfFallback(about, ask, timers, Math.min(leftMs, FALLBACK_LIMIT_MS)).then((answer) => {
      signal?.removeEventListener('abort', takeBack)
      if (deadlineAt !== null && runtime.clock.now() >= deadlineAt) reject(pastDeadline(call, failures?.thrown))
      else if (answer === null) reject(error)
      else resolve(answer.value)
    })
  })
}
