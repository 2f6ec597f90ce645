import type { Change } from './change.ts'
import { isBlocked, isRecovered, type Operation } from './operation.ts'
import type { OperationState } from './state.ts'

/**
 * What one change adds to the counters of its function. The commit applies it, so that the counters are exact
 * after a crash. Retention takes deleted rows out of `rows` only; everything else never forgets.
 */
export interface CounterDelta {
  readonly functionName: string
  /** The state that lost a row, and the one that gained it; equal states cancel out. */
  readonly left: OperationState | null
  readonly entered: OperationState
  readonly created: number
  readonly blocked: number
  readonly recovered: number
  readonly failed: number
  /** Of the failed ones those that ended exhausted. */
  readonly exhausted: number
  /** Attempts that began after a failure. */
  readonly retryAttempts: number
  /** Sum of the times from first failure to success, over recovered operations. */
  readonly recoveryMs: number
}

/** The counters of one function since the store was made. */
export interface FunctionCounters {
  readonly functionName: string
  /** Rows there now, by state. */
  readonly rows: Readonly<Record<OperationState, number>>
  /** Rows there now that wait for their circuit breaker; they are among the pending and recovering ones. */
  readonly blocked: number
  /** Operations ever created. */
  readonly created: number
  /** Operations that succeeded after at least one failed attempt. */
  readonly recovered: number
  /** Operations whose last round ended failed or exhausted. One that is retried is taken out again. */
  readonly failed: number
  /** Of the failed ones, those whose last round ended exhausted. */
  readonly exhausted: number
  readonly retryAttempts: number
  readonly recoveryMs: number
  /** Calls of the wrapped function that succeeded at once, so that no operation was made of them. */
  readonly lightCalls: number
}

/** Successful calls that made no operation, to be added to a function's counter. */
export interface LightCalls {
  readonly functionName: string
  readonly calls: number
}

export function counterDelta(change: Change): CounterDelta {
  const { before, operation: after } = change
  const recovered = isRecovered(after)
  return {
    functionName: after.functionName,
    left: before === null ? null : before.state,
    entered: after.state,
    created: before === null ? 1 : 0,
    blocked: Number(isBlocked(after)) - Number(before !== null && isBlocked(before)),
    recovered: recovered ? 1 : 0,
    failed: failures(after) - (before === null ? 0 : failures(before)),
    exhausted: Number(after.state === 'exhausted') - Number(before?.state === 'exhausted'),
    retryAttempts: change.attempt?.kind === 'begin' && after.failedAttempts > 0 ? 1 : 0,
    recoveryMs: recovered && after.firstFailedAt !== null ? Math.max(0, after.updatedAt - after.firstFailedAt) : 0,
  }
}

function failures(operation: Operation): number {
  return operation.state === 'failed' || operation.state === 'exhausted' ? 1 : 0
}
