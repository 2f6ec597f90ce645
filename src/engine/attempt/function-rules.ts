import type { Clock } from '../../operation/clock.ts'
import { InvalidInputError } from '../../operation/errors.ts'
import { ResultRefusedError, StepOrderError } from '../../operation/function-errors.ts'
import { copyJson, type Json, toJson } from '../../operation/json.ts'
import type { OperationError } from '../../operation/operation-error.ts'
import { isStrayPromise } from '../../policy/stray-promise.ts'
import type { Log } from '../context.ts'
import type { FunctionOptions } from '../options.ts'
import { withinLimit } from '../within-limit.ts'

// What a function's own rules say. They are foreign code: one that throws or answers nonsense is logged and counts for nothing.

/** What a function's own rules are told beside the error or the value. */
export interface RetryContext {
  readonly operationId: string
  readonly functionName: string
  /** The attempt that has ended, from 1, and how many the round has at most. */
  readonly attempt: number
  readonly maxAttempts: number
}

type Fallback = (error: unknown, input: never, context: RetryContext) => unknown

/** A function's own words on when to retry and on what to answer in the end. */
export interface FunctionRules {
  readonly shouldRetry: ((error: unknown, context: RetryContext & { readonly error: OperationError }) => unknown) | null
  readonly retryOnResult: ((value: unknown, context: RetryContext) => unknown) | null
  readonly fallback: ((error: unknown, input: unknown, context: RetryContext) => unknown) | null
}

/** Whose rules are asked, about which attempt. */
export interface Asked {
  readonly rules: FunctionRules
  readonly context: RetryContext
  readonly log: Log
}

/** A fallback is asked when everything else has failed: it must not keep its caller for ever. */
export const FALLBACK_LIMIT_MS = 30_000

type RuleOptions = Pick<FunctionOptions, 'shouldRetry' | 'retryOnResult'> & { readonly fallback?: unknown }

/**
 * @param constant makes a rule of a fallback that is a value
 * @throws InvalidInputError naming the option that is none
 */
export function rulesOf(options: RuleOptions, constant: (value: unknown) => () => unknown): FunctionRules {
  const { shouldRetry, retryOnResult, fallback } = options
  const asked = typeof fallback === 'function' ? (fallback as Fallback as FunctionRules['fallback']) : null
  return {
    shouldRetry: functionOrNull(shouldRetry, 'shouldRetry'),
    retryOnResult: functionOrNull(retryOnResult, 'retryOnResult'),
    fallback: asked ?? (fallback === undefined ? null : constant(fallback)),
  }
}

/** Of operations, which store it. @throws InvalidInputError when it is no JSON */
export function storedFallback(fallback: unknown): () => Json {
  const value = copyJson(toJson(fallback, 'fallback'))
  return () => value
}

function functionOrNull<T>(value: T | undefined, name: string): T | null {
  if (value === undefined) return null
  if (typeof value !== 'function') throw new InvalidInputError(`${name} must be a function`, { field: name })
  return value
}

/** The error with the function's own word on whether a retry can mend it. */
export function judged({ rules, context, log }: Asked, thrown: unknown, error: OperationError): OperationError {
  const { shouldRetry } = rules
  if (shouldRetry === null || thrown instanceof StepOrderError || thrown instanceof ResultRefusedError) return error
  const answer = ask('shouldRetry', context, log, () => shouldRetry(thrown, { ...context, error }))
  return answer === null || answer === error.retryable ? error : { ...error, retryable: answer }
}

/** Whether the function's own rule takes its answer for a failure. */
export function isRefused({ rules: { retryOnResult }, context, log }: Asked, value: unknown): boolean {
  if (retryOnResult === null) return false
  return ask('retryOnResult', context, log, () => retryOnResult(value, context)) ?? false
}

function ask(name: string, context: RetryContext, log: Log, rule: () => unknown): boolean | null {
  try {
    const answer = rule()
    if (typeof answer === 'boolean') return answer
    // Nothing is the way to say nothing.
    if (answer === undefined || answer === null) return null
    if (isStrayPromise(answer)) {
      log.warn(fieldsOf(context), `${name} answered a promise and must answer at once; it is ignored`)
      return null
    }
    log.warn(fieldsOf(context), `${name} answered neither true nor false; its answer is ignored`)
  } catch (err) {
    log.warn({ ...fieldsOf(context), err }, `${name} threw; it is ignored`)
  }
  return null
}

/** What the fallback answers; null when it throws, or takes longer than `limitMs`: then the failure stands. */
export async function answerOfFallback<T>(
  { context, log }: Asked,
  fallback: () => T | Promise<T>,
  timers: Pick<Clock, 'timer'>,
  limitMs: number = FALLBACK_LIMIT_MS,
): Promise<{ readonly value: T } | null> {
  try {
    const late = () => new Error(`The fallback took longer than ${limitMs} ms`)
    return { value: await withinLimit(timers, limitMs, async () => fallback(), late) }
  } catch (err) {
    log.warn({ ...fieldsOf(context), err }, 'The fallback failed; the operation ends with its own error')
    return null
  }
}

function fieldsOf({ operationId, functionName }: RetryContext) {
  return { operationId, functionName }
}
