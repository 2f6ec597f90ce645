import type { Operation } from '../operation/operation.ts'

/** What every line of the log about an operation names. */
export function idsOf({ id, functionName, currentAttemptId }: Operation) {
  return { operationId: id, functionName, attemptId: currentAttemptId }
}
