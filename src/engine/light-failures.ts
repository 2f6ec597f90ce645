import type { OperationError } from '../operation/operation-error.ts'
import type { CallResult } from '../policy/breaker.ts'
import { describe, type Judgement, judge } from '../policy/classifier.ts'
import { storable } from '../policy/describe-error.ts'
import { outageSample } from '../policy/learned.ts'
import type { FailureKind } from '../policy/strategy.ts'
import { messageOf } from '../policy/thrown.ts'
import { judged } from './function-rules.ts'
import type { LightCall } from './light-call.ts'
import { asked } from './light-ending.ts'

/** A failure of an attempt in memory. */
export interface LightFailure {
  readonly thrown: unknown
  readonly judgement: Judgement
  /** What is decided by. */
  readonly error: FailureKind
  /** As the caller is given it in the end; to put it into words costs more than all the rest, so it is done once asked for. */
  readonly describe: () => OperationError
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

/** What a failure of the running attempt means, by the classifiers, the tables and the function's own word. */
export function judgeFailure(call: LightCall, thrown: unknown): LightFailure {
  const { policy, runtime, name, rules } = call.wrapped
  const judgement = judge(thrown, runtime.clock.now(), policy.classifiers, { functionName: name, attempt: call.attempt })
  for (const fault of judgement.faults) {
    runtime.log.warn({ functionName: name, fault }, 'A classifier is at fault and was ignored')
  }
  if (rules.shouldRetry === null) {
    const { kind, retryAfterMs } = judgement
    return { thrown, judgement, error: { ...kind, retryAfterMs }, describe: () => describe(thrown, judgement) }
  }
  const error = judged(asked(call), thrown, describe(thrown, judgement))
  return { thrown, judgement, error, describe: () => error }
}

/** What the circuit breaker is told of a failure: nothing, when the caller has taken the call back. */
export function reportOf({ signal }: LightCall, { thrown, judgement }: LightFailure): [CallResult, string | null] {
  const outcome = signal?.aborted === true ? 'ignored' : judgement.kind.breaker
  const message = outcome === 'failure' ? storable(messageOf(thrown)) : null
  return [{ outcome, durationMs: 0, retryAfterMs: judgement.retryAfterMs }, message]
}

/** A success after failures: the outage is over, since between the last failure and the beginning of this attempt. */
export function learn({ wrapped, beganAt }: LightCall, { firstAt, lastAt, error }: LightFailures): void {
  // One that was over at once says nothing about how long to wait.
  if (beganAt > firstAt) {
    wrapped.outages.add(wrapped.name, error.category, outageSample(lastAt - firstAt, beganAt - firstAt, wrapped.runtime.random))
  }
}
