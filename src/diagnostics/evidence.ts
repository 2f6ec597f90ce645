import type { Recovery } from '../engine/recovery.ts'
import type { Attempt } from '../operation/attempt.ts'
import type { Operation } from '../operation/operation.ts'
import { isRecovered } from '../operation/operation.ts'
import { expect } from './expect.ts'

const MOST_ATTEMPTS = 100

/** Waits for the end of an operation. */
export async function ended(recovery: Recovery, id: string): Promise<Operation> {
  return (await recovery.ending(id)).operation
}

/** Waits for the end of an operation, which must be a success after exactly so many failures. */
export async function recoveredAfter(failures: number, recovery: Recovery, id: string): Promise<Operation> {
  const operation = await ended(recovery, id)
  expect(operation.state === 'success', notRecovered(operation))
  expect(isRecovered(operation), `"${operation.functionName}" succeeded at once: the fault did not reach it`)
  const seen = operation.failedAttempts
  expect(seen === failures, `"${operation.functionName}" failed ${seen} times before it succeeded instead of ${failures}`)
  return operation
}

function notRecovered({ functionName, state, totalAttempts, error }: Operation): string {
  const why = error === null ? '' : `: ${error.message}`
  return `"${functionName}" ended ${state} after ${totalAttempts} attempt${totalAttempts === 1 ? '' : 's'}${why}`
}

/** The attempts of an operation, the first one first. */
export async function attemptsOf(recovery: Recovery, id: string): Promise<readonly Attempt[]> {
  return (await recovery.attempts(id, { limit: MOST_ATTEMPTS })).items
}
