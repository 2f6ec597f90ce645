import type { Clock, Timer } from '../operation/clock.ts'
import type { CommandOf } from '../operation/command.ts'
import { ResultRefusedError, StepOrderError } from '../operation/function-errors.ts'
import { copyJson, type Json, toJson } from '../operation/json.ts'
import type { Operation } from '../operation/operation.ts'
import type { OperationError } from '../operation/operation-error.ts'
import type { Log } from './context.ts'
import type { RunningAttempt } from './running-attempt.ts'

// What a function's own rules say. They are foreign code: one that throws or answers nonsense is logged and counts for nothing.

/** What `shouldRetry` and `retryOnResult` are told beside the error or the value. */
export interface RetryContext {
  readonly operationId: string
  readonly functionName: string
  /** The attempt that has ended, from 1, and how many the round has at most. */
  readonly attempt: number
  readonly maxAttempts: number
}

/** A function's own words on when to retry and on what to answer in the end. */
export interface FunctionRules {
  readonly shouldRetry: ((error: unknown, context: RetryContext & { readonly error: OperationError }) => unknown) | null
  readonly retryOnResult: ((value: unknown, context: RetryContext) => unknown) | null
  readonly fallback: ((error: unknown, input: Json) => unknown) | null
}

/** An attempt that has ended, as far as its function's rules go. */
export interface Ended {
  readonly definition: { readonly rules: FunctionRules }
  readonly operation: Pick<Operation, 'id' | 'functionName' | 'attempt' | 'maxAttempts'>
}

interface RuleParts {
  readonly clock: Clock
  readonly log: Log
}

/** A fallback is asked when everything else has failed: it must not keep the operation for ever. */
const FALLBACK_LIMIT_MS = 30_000

/** The error with the function's own word on whether a retry can mend it. */
export function judged(attempt: Ended, thrown: unknown, error: OperationError, log: Log): OperationError {
  const { shouldRetry } = attempt.definition.rules
  if (shouldRetry === null || thrown instanceof StepOrderError || thrown instanceof ResultRefusedError) return error
  const answer = ask(attempt, log, 'shouldRetry', () => shouldRetry(thrown, { ...contextOf(attempt), error }))
  return answer === null || answer === error.retryable ? error : { ...error, retryable: answer }
}

/**
 * Whether the function's own rule takes its answer for a failure.
 *
 * @param read gives the rule the answer, or a copy that it may change
 */
export function isRefused(attempt: Ended, read: () => unknown, log: Log): boolean {
  const { retryOnResult } = attempt.definition.rules
  if (retryOnResult === null) return false
  return ask(attempt, log, 'retryOnResult', () => retryOnResult(read(), contextOf(attempt))) ?? false
}

function ask(attempt: Ended, log: Log, name: string, rule: () => unknown): boolean | null {
  try {
    const answer = rule()
    if (typeof answer === 'boolean') return answer
    // Nothing is the way to say nothing.
    if (answer === undefined || answer === null) return null
    log.warn(fieldsOf(attempt), `${name} answered neither true nor false; its answer is ignored`)
  } catch (err) {
    log.warn({ ...fieldsOf(attempt), err }, `${name} threw; it is ignored`)
  }
  return null
}

/**
 * What ends the operation instead of its last failure: the function's fallback, as a success that remembers the error;
 * or the failure itself when there is none, or when it throws, is no JSON or takes longer than 30 s.
 */
export async function orFallback(
  attempt: RunningAttempt,
  failure: CommandOf<'fail'>,
  parts: RuleParts,
): Promise<CommandOf<'fail'> | CommandOf<'complete'>> {
  if (attempt.definition.rules.fallback === null || attempt.fellBack) return failure
  attempt.fellBack = true
  const answered = await askFallback(attempt, attempt.thrown, copyJson(attempt.operation.input), parts)
  if (answered === null) return failure
  const { token, progress, error, timedOut } = failure
  return { type: 'complete', token, progress: progress ?? null, result: answered.value, insteadOf: { error, timedOut } }
}

/** What the fallback answers; null when there is none, or when it throws, is no JSON or takes longer than 30 s. */
export async function askFallback(
  attempt: Ended,
  thrown: unknown,
  input: Json,
  { clock, log }: RuleParts,
): Promise<{ readonly value: Json } | null> {
  const { fallback } = attempt.definition.rules
  if (fallback === null) return null
  let timer: Timer | undefined
  try {
    const late = new Promise<never>((_resolve, reject) => {
      const error = new Error(`The fallback took longer than ${FALLBACK_LIMIT_MS} ms`)
      timer = clock.timer(FALLBACK_LIMIT_MS, () => reject(error))
    })
    const answered = (async () => fallback(thrown, input))()
    return { value: toJson(await Promise.race([answered, late]), 'fallback') }
  } catch (err) {
    log.warn({ ...fieldsOf(attempt), err }, 'The fallback failed; the operation ends with its own error')
    return null
  } finally {
    timer?.cancel()
  }
}

function contextOf({ operation }: Ended): RetryContext {
  const { id: operationId, functionName, attempt, maxAttempts } = operation
  return { operationId, functionName, attempt, maxAttempts }
}

function fieldsOf(attempt: Ended) {
  return { operationId: attempt.operation.id, functionName: attempt.operation.functionName }
}
