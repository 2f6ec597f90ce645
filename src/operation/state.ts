/** The states of an operation. What moves it from one to another: `transition.ts`. */
export const OPERATION_STATES = [
  'pending',
  'in_progress',
  'recovering',
  'paused',
  'success',
  'failed',
  'exhausted',
  'cancelled',
] as const
export type OperationState = (typeof OPERATION_STATES)[number]

/** The states in which an operation still has work before it. */
export const ACTIVE_STATES = ['pending', 'in_progress', 'recovering', 'paused'] as const

/** The states in which an operation rests until a person retries it, or for ever. */
export const FINISHED_STATES = ['success', 'failed', 'exhausted', 'cancelled'] as const
export type FinishedState = (typeof FINISHED_STATES)[number]

const finished: ReadonlySet<OperationState> = new Set(FINISHED_STATES)

export function isFinished(state: OperationState): state is FinishedState {
  return finished.has(state)
}

/** What a person can ask of an operation. */
export const OPERATION_ACTIONS = ['retry', 'force_retry', 'cancel', 'pause', 'resume'] as const
export type OperationAction = (typeof OPERATION_ACTIONS)[number]
