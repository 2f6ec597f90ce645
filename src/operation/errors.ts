import type { OperationError } from './operation-error.ts'
import type { OperationAction, OperationState } from './state.ts'

/** The stable codes of every error this product throws or answers. */
export type ErrorCode =
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'INVALID_TRANSITION'
  | 'NEEDS_FORCE'
  | 'UNKNOWN_FUNCTION'
  | 'DUPLICATE_OPERATION'
  | 'CURSOR_EXPIRED'
  | 'DEADLINE_EXCEEDED'
  | 'STEP_ORDER_CHANGED'
  | 'RESULT_REFUSED'
  | 'CIRCUIT_OPEN'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'STORE_UNAVAILABLE'
  | 'DATA_DAMAGED'
  | 'INTERNAL'

/** The base of every error this product throws. `code` is stable; the message says what happened and what to do. */
export class RecoveryError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.name = new.target.name
  }
}

/** No operation (or other thing) has this id. */
export class NotFoundError extends RecoveryError {
  readonly id: string

  constructor(id: string, what: 'operation' | 'step' | 'circuit breaker' = 'operation') {
    super(
      'NOT_FOUND',
      what === 'circuit breaker'
        ? `There is no circuit breaker with the scope "${shorten(id)}"; circuitBreakers lists those there are`
        : `There is no ${what} with the id "${shorten(id)}"; it may have been deleted by retention`,
    )
    this.id = id
  }
}

/** What the caller sent cannot be used; `field` names the part at fault. */
export class InvalidInputError extends RecoveryError {
  readonly field: string | null

  constructor(message: string, options: { readonly field?: string; readonly cause?: unknown } = {}) {
    super('INVALID_INPUT', message, options.cause === undefined ? undefined : { cause: options.cause })
    this.field = options.field ?? null
  }
}

/** The operation's state does not allow this action. */
export class InvalidTransitionError extends RecoveryError {
  readonly id: string
  readonly state: OperationState
  readonly action: OperationAction
  readonly allowedActions: readonly OperationAction[]

  constructor(id: string, state: OperationState, action: OperationAction, allowed: readonly OperationAction[]) {
    const can = allowed.length > 0 ? `what can be done now: ${allowed.join(', ')}` : 'nothing can be done to it any more'
    super('INVALID_TRANSITION', `Operation "${shorten(id)}" is ${state} and does not accept ${action}; ${can}`)
    this.id = id
    this.state = state
    this.action = action
    this.allowedActions = allowed
  }
}

/** The operation can be retried, but only by a caller who says so with `force`. */
export class NeedsForceError extends RecoveryError {
  readonly id: string
  readonly state: OperationState

  constructor(id: string, state: OperationState) {
    const why = state === 'cancelled' ? 'was cancelled' : 'failed with an error that a retry is not expected to mend'
    super('NEEDS_FORCE', `Operation "${shorten(id)}" ${why}; retry it with force: true when its cause is gone`)
    this.id = id
    this.state = state
  }
}

/** No function is registered under this name, or none that the caller may start. */
export class UnknownFunctionError extends RecoveryError {
  readonly functionName: string

  constructor(functionName: string, known: readonly string[], why: 'unknown' | 'internal' = 'unknown') {
    const list = known.length > 0 ? `registered are: ${known.join(', ')}` : 'no function is registered'
    super(
      'UNKNOWN_FUNCTION',
      why === 'internal'
        ? `"${shorten(functionName)}" is started by the system itself and by nobody else; ${list}`
        : `There is no function named "${shorten(functionName)}"; ${list}`,
    )
    this.functionName = functionName
  }
}

/** The id or the idempotency key is taken by an operation with other input. */
export class DuplicateOperationError extends RecoveryError {
  readonly existingId: string

  constructor(existingId: string, by: 'id' | 'idempotency key') {
    super(
      'DUPLICATE_OPERATION',
      `Operation "${shorten(existingId)}" already uses this ${by} for something else; use another ${by} or read that operation`,
    )
    this.existingId = existingId
  }
}

/** The event log no longer holds what follows this cursor. */
export class CursorExpiredError extends RecoveryError {
  constructor() {
    super(
      'CURSOR_EXPIRED',
      'The events after this cursor are no longer in the log; read the operations again and subscribe after their eventCursor',
    )
  }
}

/** The circuit breaker refuses calls for now. */
export class CircuitOpenError extends RecoveryError {
  readonly scope: string
  /** How long until it may permit a call, in milliseconds; null when it was tripped until a person resets it. */
  readonly retryAfterMs: number | null

  /** @param cause what the last attempt threw, when there was one */
  constructor(scope: string, retryAfterMs: number | null, cause?: unknown) {
    super(
      'CIRCUIT_OPEN',
      retryAfterMs === null
        ? `The circuit breaker "${scope}" was tripped and is open until it is reset; reset it when calls may go on`
        : `The circuit breaker "${scope}" is open; try again in ${Math.ceil(retryAfterMs / 1000)} s or reset it`,
      cause === undefined ? undefined : { cause },
    )
    this.scope = scope
    this.retryAfterMs = retryAfterMs
  }
}

/** More was asked than the engine accepts at once. */
export class OverloadedError extends RecoveryError {
  constructor(message: string) {
    super('OVERLOADED', message)
  }
}

/** The store cannot be opened, read or written now. */
export class StoreUnavailableError extends RecoveryError {
  constructor(message: string, options?: ErrorOptions) {
    super('STORE_UNAVAILABLE', message, options)
  }
}

/** What is stored of one thing cannot be decrypted: it was changed from outside, or its key is gone. Everything else can be read. */
export class DataDamagedError extends RecoveryError {
  /** The operation, attempt, step or circuit breaker that it belongs to. */
  readonly id: string
  /** What of it is damaged, such as `operations.input`. */
  readonly part: string

  constructor(reason: string, { id, part, cause }: { readonly id: string; readonly part: string; readonly cause?: unknown }) {
    super('DATA_DAMAGED', `What is stored as ${part} of "${shorten(id)}" cannot be read: ${reason}`, { cause })
    this.id = id
    this.part = part
  }
}

/** Base of what `handle.result()` throws when an operation ended without success. */
export class OperationEndedError extends RecoveryError {
  readonly operationId: string
  /** The last error as it was stored, or null (a cancelled operation may have none). */
  readonly error: OperationError | null

  constructor(code: ErrorCode, message: string, operationId: string, error: OperationError | null, cause?: unknown) {
    super(code, message, cause === undefined ? undefined : { cause })
    this.operationId = operationId
    this.error = error
  }
}

/** The operation ended with an error that must not be retried. */
export class OperationFailedError extends OperationEndedError {}

/** All attempts, the deadline or the budget were used up. */
export class OperationExhaustedError extends OperationEndedError {
  readonly attempts: number

  constructor(message: string, operationId: string, attempts: number, error: OperationError | null, cause?: unknown) {
    super(error?.code === 'DEADLINE_EXCEEDED' ? 'DEADLINE_EXCEEDED' : 'INTERNAL', message, operationId, error, cause)
    this.attempts = attempts
  }
}

/** The operation was cancelled by a person or a program. */
export class OperationCancelledError extends OperationEndedError {}

/** One attempt took longer than its timeout. */
export class OperationTimeoutError extends RecoveryError {
  readonly timeoutMs: number

  constructor(timeoutMs: number) {
    super('DEADLINE_EXCEEDED', `The attempt timed out after ${timeoutMs} ms`)
    this.timeoutMs = timeoutMs
  }
}

/** Why a running attempt was told to stop: the reason of its aborted `ctx.signal`. */
export type StopCause = 'paused' | 'cancelled' | 'timed out' | 'past its deadline' | 'handed over' | 'superseded' | 'put to sleep'

/** What `ctx.signal.reason` is, and what a step throws, once the attempt may no longer write. */
export class AttemptStoppedError extends RecoveryError {
  readonly stopCause: StopCause

  constructor(stopCause: StopCause) {
    super('INVALID_TRANSITION', `The attempt was stopped: it was ${stopCause}; end the function, what it answers is not recorded`)
    this.stopCause = stopCause
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
