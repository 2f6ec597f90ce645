import { RecoveryError } from './errors.ts'

/**
 * The function asked for its steps in another order than an earlier attempt did: its code was changed between the two.
 * Ends the operation, and leaves its steps as they are.
 */
export class StepOrderError extends RecoveryError {
  /** What the earlier attempt did there, and what was found instead, such as `step "charge"`. */
  readonly expected: string
  readonly found: string
  readonly retryable = false
  readonly category = 'system'
  readonly remedy =
    'Bring back the version of the function that began the operation, then retry it with force. Give a function whose steps change a new name, so that operations begin and end with one version of it.'

  constructor(expected: string, found: string) {
    super(
      'STEP_ORDER_CHANGED',
      `The steps have changed since an earlier attempt: expected ${expected}, found ${found}. Bring back the earlier order, give the changed function a new name, or define it with stepOrder: 'free' when stored steps may be left out`,
    )
    this.expected = expected
    this.found = found
  }
}

/** What was run by `ctx.transaction`, or `prepare`, took too long: everybody else who writes was waiting for it. */
export class TransactionTimeoutError extends RecoveryError {
  readonly limitMs: number
  readonly retryable = true
  readonly category = 'timeout'

  constructor(name: string, limitMs: number) {
    super(
      'DEADLINE_EXCEEDED',
      `The transaction "${name}" took longer than ${limitMs} ms and was rolled back; do slow work before it, in a step, and everything in it through its entity manager (em.execute), for a fork of that waits for the transaction itself`,
    )
    this.limitMs = limitMs
  }
}

/** `retryOnResult` did not accept what the function answered. */
export class ResultRefusedError extends RecoveryError {
  readonly retryable = true

  constructor() {
    super('RESULT_REFUSED', 'The result was refused by retryOnResult')
  }
}
