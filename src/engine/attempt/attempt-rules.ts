import type { Clock } from '../../operation/clock.ts'
import type { CommandOf } from '../../operation/command.ts'
import { copyJson, type Json, toJson } from '../../operation/json.ts'
import type { OperationError } from '../../operation/operation-error.ts'
import type { Log } from '../context.ts'
import { type Asked, answerOfFallback, isRefused, judged } from './function-rules.ts'
import type { RunningAttempt } from './running-attempt.ts'

// What the rules of a function make of an attempt of an operation.

/** The error with the function's own word on whether a retry can mend it. */
export function judgedByFunction(attempt: RunningAttempt, thrown: unknown, error: OperationError, log: Log): OperationError {
  return judged(askedOf(attempt, log), thrown, error)
}

/** Whether the function's own rule takes its answer for a failure. */
export function isRefusedByFunction(attempt: RunningAttempt, value: Json, log: Log): boolean {
  return attempt.definition.rules.retryOnResult !== null && isRefused(askedOf(attempt, log), copyJson(value))
}

/**
 * What ends the operation instead of its last failure: the function's fallback, as a success that remembers the error;
 * or the failure itself when there is none, or when it throws, is no JSON or takes longer than 30 s.
 */
export async function orFallback(
  attempt: RunningAttempt,
  failure: CommandOf<'fail'>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<CommandOf<'fail'> | CommandOf<'complete'>> {
  const { fallback } = attempt.definition.rules
  if (fallback === null || attempt.fellBack) return failure
  attempt.fellBack = true
  const asked = askedOf(attempt, log)
  const input = copyJson(attempt.operation.input)
  const ask = async () => toJson(await fallback(attempt.thrown, input, asked.context), 'fallback')
  const answer = await answerOfFallback(asked, ask, clock)
  if (answer === null) return failure
  const { token, progress, error, timedOut } = failure
  return { type: 'complete', token, progress: progress ?? null, result: answer.value, insteadOf: { error, timedOut } }
}

function askedOf({ definition, operation }: RunningAttempt, log: Log): Asked {
  const { id: operationId, functionName, attempt, maxAttempts } = operation
  return { rules: definition.rules, context: { operationId, functionName, attempt, maxAttempts }, log }
}
