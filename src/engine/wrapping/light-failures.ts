import type { OperationError } from '../../operation/operation-error.ts'
import type { CallResult } from '../../policy/circuit.ts'
import { describe, judge } from '../../policy/classifier.ts'
import { storable } from '../../policy/describe-error.ts'
import type { Judgement } from '../../policy/find-signal.ts'
import { outageSample } from '../../policy/learned.ts'
import type { FailureKind } from '../../policy/strategy.ts'
import { messageOf } from '../../policy/thrown.ts'
import { type Asked, judged } from '../attempt/function-rules.ts'
import type { Trouble } from '../breakers/scope-breaker.ts'
import type { LightCall } from './light-call.ts'

/** A failure of an attempt in memory. */
export interface LightFailure {
  readonly thrown: unknown
  readonly at: number
  readonly judgement: Judgement
  /** What is decided by. */
  readonly error: FailureKind
}

/** What is remembered of the attempts of a call that failed. */
export interface LightFailures {
  readonly firstAt: number
  /** The last one, what it was, and the wait after it. */
  readonly lastAt: number
  readonly thrown: unknown
  readonly error: FailureKind
  readonly delayMs: number | null
}

/** Whose rules are asked, about the attempt that has just ended. */
export function asked({ wrapped, attempt, id }: LightCall): Asked {
  const context = { operationId: id, functionName: wrapped.name, attempt, maxAttempts: wrapped.policy.maxAttempts }
  return { rules: wrapped.rules, context, log: wrapped.runtime.log }
}

/** What a failure of the running attempt means, by the classifiers, the tables and the function's own word. */
export function judgeFailure(call: LightCall, thrown: unknown): LightFailure {
  const { policy, runtime, name, rules } = call.wrapped
  const at = runtime.clock.now()
  const judgement = judge(thrown, at, policy.classifiers, { functionName: name, attempt: call.attempt })
  for (const fault of judgement.faults) {
    runtime.log.warn({ functionName: name, fault }, 'A classifier is at fault and was ignored')
  }
  const { kind, retryAfterMs } = judgement
  const error = rules.shouldRetry === null ? { ...kind, retryAfterMs } : judged(asked(call), thrown, describe(thrown, judgement))
  return { thrown, at, judgement, error }
}

/** The error as its caller is given it: to put it into words costs more than all the rest. */
export function described({ thrown, judgement, error }: LightFailure): OperationError {
  return { ...describe(thrown, judgement), retryable: error.retryable }
}

/** What the circuit breaker is told of a failure: nothing, when the caller has taken the call back. */
export function reportOf({ signal }: LightCall, { thrown, judgement }: LightFailure): [CallResult, Trouble] {
  const outcome = signal?.aborted === true ? 'ignored' : judgement.kind.breaker
  return [{ outcome, durationMs: 0, retryAfterMs: judgement.retryAfterMs }, wordsOf(thrown)]
}

/** Holds on to nothing but the error. */
function wordsOf(thrown: unknown): Trouble {
  return () => storable(messageOf(thrown))
}

/** A success after failures: the outage is over, since between the last failure and the beginning of this attempt. */
export function learn({ wrapped, beganAt }: LightCall, { firstAt, lastAt, error }: LightFailures): void {
  // One that was over at once says nothing about how long to wait.
  if (beganAt > firstAt) {
    wrapped.outages.add(wrapped.name, error.category, outageSample(lastAt - firstAt, beganAt - firstAt, wrapped.runtime.random))
  }
}
