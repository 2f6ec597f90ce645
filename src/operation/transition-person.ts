import type { CommandOf } from './command.ts'
import { CircuitOpenError, InvalidInputError, InvalidTransitionError, NeedsForceError } from './errors.ts'
import { type JsonObject, sameJson } from './json.ts'
import {
  isBlocked,
  isSleeping,
  type Operation,
  type PausedOperation,
  type RunningOperation,
  type UnsuccessfulOperation,
  type WaitingOperation,
} from './operation.ts'
import { byVersion, changed, endOfAttempt, NO_WAIT, RESTS, touched, uncharged, withdrawal } from './outcome.ts'
import type { OperationAction } from './state.ts'
import type { Outcome } from './transition.ts'

/** What a person can do to the operation now. */
export function availableActions(operation: Operation): readonly OperationAction[] {
  switch (operation.state) {
    case 'pending':
      return operation.blockedBy === null ? ['cancel', 'pause'] : ['retry', 'cancel', 'pause']
    case 'in_progress':
      return ['cancel', 'pause']
    case 'recovering':
      return canRetryNow(operation) ? ['retry', 'cancel', 'pause'] : ['cancel', 'pause']
    case 'paused':
      return ['cancel', 'resume']
    case 'failed':
    case 'exhausted':
    case 'cancelled':
      return [needsForce(operation) ? 'force_retry' : 'retry']
    case 'success':
      return []
  }
}

export function refuse(operation: Operation, action: Exclude<OperationAction, 'force_retry'>): Outcome {
  const error = new InvalidTransitionError(operation.id, operation.state, action, availableActions(operation))
  return { kind: 'refused', error }
}

/** A running attempt gets its signal and is not charged; steps, state and progress are kept. */
export function pause(operation: WaitingOperation | RunningOperation, command: CommandOf<'pause'>, now: number): Outcome {
  const after: Operation = {
    ...touched(operation, now, command.progress),
    ...uncharged(operation),
    ...(operation.currentAttemptId !== null && NO_WAIT),
    ...RESTS,
    state: 'paused',
    finishedAt: null,
  }
  return changed(operation, after, {
    event: 'paused',
    guard: byVersion(operation),
    attempt: endOfAttempt(operation, 'paused', now),
    dispatch: withdrawal(operation),
    progress: command.progress,
    actor: command.actor,
    data: dataOf(command),
  })
}

/** Due now, or at `runAt` when that still lies ahead. The deadline did not move meanwhile. */
export function resume(operation: PausedOperation, command: CommandOf<'resume'>, now: number): Outcome {
  const neverFailed = operation.round === 1 && operation.failedAttempts === 0 && operation.interruptions === 0
  const dueAt = Math.max(now, operation.runAt)
  const after: Operation = {
    ...touched(operation, now),
    state: neverFailed ? 'pending' : 'recovering',
    dueAt,
    token: null,
    currentAttemptId: null,
    finishedAt: null,
    result: null,
  }
  return changed(operation, after, {
    event: 'resumed',
    guard: byVersion(operation),
    dispatch: { kind: 'enqueue', at: dueAt },
    actor: command.actor,
    data: dataOf(command),
  })
}

/** "Retry now" for one that waits, a new round for one that ended. */
export function retry(operation: WaitingOperation | UnsuccessfulOperation, command: CommandOf<'retry'>, now: number): Outcome {
  const waits = operation.state === 'pending' || operation.state === 'recovering'
  if (waits && !canRetryNow(operation)) return refuse(operation, 'retry')
  if (!waits && needsForce(operation) && !command.force) {
    return { kind: 'refused', error: new NeedsForceError(operation.id, operation.state) }
  }
  if (command.circuit !== null) {
    return { kind: 'refused', error: new CircuitOpenError(command.circuit.scope, command.circuit.retryAfterMs) }
  }
  return waits ? retryNow(operation, command, now) : newRound(operation, command, now)
}

function retryNow(operation: WaitingOperation, command: CommandOf<'retry'>, now: number): Outcome {
  const field = settledPart(operation, command)
  if (field !== null) {
    const message = `Operation "${operation.id}" waits for its next attempt, so ${field} cannot be set now; retry it without, or after it ended`
    return { kind: 'refused', error: new InvalidInputError(message, { field }) }
  }
  if (!isBlocked(operation) && operation.dueAt <= now && operation.nextAttemptId !== null) return { kind: 'unchanged' }
  const facts = touched(operation, now)
  const after: Operation = {
    ...operation,
    version: facts.version,
    updatedAt: facts.updatedAt,
    dueAt: Math.min(operation.dueAt, now),
    nextAttemptId: operation.nextAttemptId ?? command.attemptId,
    blockedBy: null,
  }
  return changed(operation, after, {
    event: 'retried',
    guard: byVersion(operation),
    dispatch: { kind: isBlocked(operation) ? 'enqueue' : 'move', at: after.dueAt },
    actor: command.actor,
    data: dataOf(command),
  })
}

/**
 * What a retry wants otherwise than the round that has begun. Of many callers who retry one finished operation at once, one
 * opens the round; the others find it waiting and ask for the very same, which is no mistake of theirs.
 */
function settledPart(operation: WaitingOperation, { maxAttempts, input }: CommandOf<'retry'>): 'maxAttempts' | 'input' | null {
  const justOpened = operation.round > 1 && operation.attempt === 0
  if (maxAttempts !== null && !(justOpened && maxAttempts === operation.maxAttempts)) return 'maxAttempts'
  return input !== undefined && !(justOpened && sameJson(input, operation.input)) ? 'input' : null
}

function newRound(operation: UnsuccessfulOperation, command: CommandOf<'retry'>, now: number): Outcome {
  const anew = command.input !== undefined && !sameJson(command.input, operation.input)
  const after: Operation = {
    ...touched(operation, now),
    ...(anew && { input: command.input, progress: null, checkpoint: null }),
    state: 'recovering',
    round: operation.round + 1,
    roundStartedAt: null,
    attempt: 0,
    interruptions: 0,
    maxAttempts: command.maxAttempts ?? operation.maxAttempts,
    deadlineAt: operation.deadlineMs === null ? null : now + operation.deadlineMs,
    nextAttemptId: command.attemptId,
    ...NO_WAIT,
    dueAt: now,
    token: null,
    currentAttemptId: null,
    finishedAt: null,
    result: null,
  }
  return changed(operation, after, {
    event: 'retried',
    guard: byVersion(operation),
    dispatch: { kind: 'enqueue', at: now },
    actor: command.actor,
    data: dataOf(command, { ...(command.force && { force: true }), ...(anew && { inputChanged: true }) }),
    anew,
  })
}

/** Cancelling a cancelled one changes nothing and is no error. */
export function cancel(
  operation: WaitingOperation | RunningOperation | PausedOperation | UnsuccessfulOperation,
  command: CommandOf<'cancel'>,
  now: number,
): Outcome {
  if (operation.state === 'cancelled') return { kind: 'unchanged' }
  const facts = touched(operation, now, command.progress)
  const after: Operation = {
    ...facts,
    ...uncharged(operation),
    ...RESTS,
    state: 'cancelled',
    nextAttemptId: null,
    finishedAt: facts.updatedAt,
  }
  return changed(operation, after, {
    event: 'cancelled',
    guard: byVersion(operation),
    attempt: endOfAttempt(operation, 'cancelled', now),
    dispatch: withdrawal(operation),
    progress: command.progress,
    actor: command.actor,
    data: dataOf(command, command.reason === null ? {} : { reason: command.reason }),
  })
}

/** What the event tells beside the row: null when there is nothing. */
function dataOf({ bulk }: { readonly bulk?: string }, more: JsonObject = {}): JsonObject | null {
  const data = bulk === undefined ? more : { ...more, bulk }
  return Object.keys(data).length === 0 ? null : data
}

/** A sleep is the function's own wait: nobody shortens it from outside. */
function canRetryNow(operation: Operation): boolean {
  if (operation.token !== null || isSleeping(operation)) return false
  return operation.state === 'recovering' || operation.blockedBy !== null
}

function needsForce(operation: Operation): boolean {
  return operation.state === 'cancelled' || (operation.state === 'failed' && operation.error?.retryable === false)
}
