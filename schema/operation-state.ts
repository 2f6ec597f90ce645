import type { OperationAction, OperationState } from '../src/operation/state.ts'
import { enumOf } from './enums.ts'

export const OperationStateType = enumOf<OperationState>('OperationState', 'Where an operation is in its life.', {
  pending: 'Waiting for its first attempt.',
  in_progress: 'Its first attempt is running.',
  recovering:
    'It failed at least once and is being retried: it waits until `nextAttemptAt`, or an attempt runs when that is null.',
  paused: 'Stopped by a person, with its steps and progress kept; `RESUME` goes on.',
  success: 'Done.',
  failed: 'Ended by an error that a retry is not expected to mend.',
  exhausted: 'Ended by an error that could be retried, with all attempts or the deadline used up.',
  cancelled: 'Ended by a person.',
})

export const OperationActionType = enumOf<OperationAction>('OperationAction', 'What a person can do to an operation.', {
  retry: 'Make its next attempt due now, or start a new round of attempts after it ended.',
  force_retry: 'The same, although a retry is not expected to help: `retryOperation` with `force: true`.',
  cancel: 'End it for good; a running attempt gets its signal.',
  pause: 'Stop it for a while; a running attempt gets its signal and is not charged.',
  resume: 'Go on after a pause.',
})
