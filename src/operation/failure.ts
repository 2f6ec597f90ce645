import type { OperationError } from './operation-error.ts'
import type { FinishedState } from './state.ts'

/** The states of operations that ended without what they were started for, and without a person having ended them. */
export const FAILURE_STATES = ['failed', 'exhausted'] as const satisfies readonly FinishedState[]

/** An operation that ended failed or exhausted, without what it was given. */
export interface Failure {
  readonly id: string
  readonly functionName: string
  readonly state: (typeof FAILURE_STATES)[number]
  /** When it ended. */
  readonly at: number
  readonly error: OperationError
}
