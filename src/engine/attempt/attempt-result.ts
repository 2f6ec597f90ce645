import type { RunningAttempt } from './running-attempt.ts'

/** How an attempt came to its end here. `expired`: past its operation's deadline; `superseded`: somebody else has it now. */
export type AttemptResult =
  | 'success'
  | 'failed'
  | 'timed_out'
  | 'handed_over'
  | 'sleeping'
  | 'paused'
  | 'cancelled'
  | 'expired'
  | 'superseded'

export function attemptResult({ stopCause, answer, thrown }: RunningAttempt): AttemptResult {
  switch (stopCause) {
    case 'timed out':
      return 'timed_out'
    case 'put to sleep':
      return 'sleeping'
    case 'past its deadline':
      return 'expired'
    case 'paused':
    case 'cancelled':
    case 'superseded':
      return stopCause
    case 'handed over':
      return answer?.kind === 'returned' ? settledResult(thrown) : 'handed_over'
    case null:
      return settledResult(thrown)
  }
}

function settledResult(thrown: unknown): AttemptResult {
  return thrown === null ? 'success' : 'failed'
}
