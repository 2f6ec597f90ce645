import type { CommandOf } from './command.ts'
import { isBlocked, type Operation, type OperationFacts, type RunningOperation, type WaitingOperation } from './operation.ts'
import { INTERRUPTED, type OperationError } from './operation-error.ts'
import { byToken, byVersion, changed, endOfAttempt, NO_WAIT, RESTS, touched, uncharged, WAITS } from './outcome.ts'
import type { Outcome } from './transition.ts'

/** Due, not parked and before its deadline: the attempt starts, or one that slept goes on (neither new nor charged again). */
export function begin(operation: WaitingOperation, command: CommandOf<'begin'>, now: number): Outcome {
  if (isBlocked(operation) || operation.dueAt > now || (operation.deadlineAt !== null && operation.deadlineAt <= now))
    return { kind: 'stale' }
  const wakes = operation.currentAttemptId !== null
  const id = operation.currentAttemptId ?? operation.nextAttemptId ?? command.attemptId
  const charge = wakes ? 0 : 1
  const facts = touched(operation, now)
  const after: RunningOperation = {
    ...facts,
    state: operation.state === 'pending' ? 'in_progress' : 'recovering',
    startedAt: operation.startedAt ?? facts.updatedAt,
    roundStartedAt: operation.roundStartedAt ?? facts.updatedAt,
    attempt: operation.attempt + charge,
    totalAttempts: operation.totalAttempts + charge,
    sequence: operation.sequence + charge,
    nextAttemptId: null,
    blockedBy: null,
    dueAt: null,
    token: command.token,
    currentAttemptId: id,
    finishedAt: null,
    result: null,
  }
  return changed(operation, after, {
    event: 'attempt_started',
    guard: byVersion(operation),
    attempt: wakes
      ? { kind: 'update', id, outcome: 'running', finishedAt: null, error: null }
      : { kind: 'begin', attempt: firstRow(operation, after, command.server) },
    dispatch: { kind: 'none' },
  })
}

function firstRow(before: Operation, after: RunningOperation, server: string) {
  return {
    id: after.currentAttemptId,
    operationId: after.id,
    sequence: after.sequence,
    round: after.round,
    startedAt: after.updatedAt,
    finishedAt: null,
    outcome: 'running',
    error: null,
    delayBeforeMs: before.delayMs,
    strategy: before.strategy,
    server,
  } as const
}

/** Stores finished steps and the function's own state. Fenced by the token alone, so that parallel steps do not collide. */
export function checkpoint(operation: RunningOperation, command: CommandOf<'checkpoint'>, now: number): Outcome {
  const after: RunningOperation = {
    ...operation,
    updatedAt: Math.max(now, operation.updatedAt),
    progress: command.progress === undefined ? operation.progress : command.progress,
    checkpoint: command.checkpoint === undefined ? operation.checkpoint : command.checkpoint,
  }
  return {
    kind: 'changed',
    change: {
      operation: after,
      guard: byToken(operation),
      before: operation,
      writes: {
        state: false,
        progress: command.progress !== undefined,
        checkpoint: command.checkpoint !== undefined,
        input: false,
      },
      attempt: null,
      steps: command.steps,
      event: null,
      dispatch: { kind: 'none' },
    },
  }
}

/** The attempt stays open and charged; it goes on, after its steps, when the sleep is over. */
export function sleep(operation: RunningOperation, command: CommandOf<'sleep'>, now: number): Outcome {
  const dueAt = Math.max(now, command.until)
  const after = waitingWhereItWas(operation, touched(operation, now, command.progress), dueAt, operation.currentAttemptId)
  return changed(operation, after, {
    event: 'sleeping',
    guard: byToken(operation),
    attempt: { kind: 'update', id: operation.currentAttemptId, outcome: 'sleeping', finishedAt: null, error: null },
    dispatch: { kind: 'retry', at: dueAt },
    progress: command.progress,
  })
}

/** Success: the result is kept, the last error is not. When a fallback answered, the attempt failed, and its error is kept. */
export function complete(operation: RunningOperation, command: CommandOf<'complete'>, now: number): Outcome {
  const { insteadOf } = command
  const touchedFacts = touched(operation, now, command.progress)
  const facts = insteadOf === undefined ? touchedFacts : failedOnceMore(touchedFacts)
  const after: Operation = {
    ...facts,
    ...RESTS,
    state: 'success',
    error: insteadOf?.error ?? null,
    finishedAt: facts.updatedAt,
    result: command.result,
  }
  return changed(operation, after, {
    event: 'succeeded',
    guard: byToken(operation),
    attempt:
      insteadOf === undefined
        ? endOfAttempt(operation, 'success', now)
        : endOfAttempt(operation, insteadOf.timedOut ? 'timed_out' : 'failed', now, insteadOf.error),
    dispatch: { kind: 'finish' },
    progress: command.progress,
    data: insteadOf === undefined ? null : { fallback: true },
  })
}

function failedOnceMore(facts: OperationFacts): OperationFacts {
  return { ...facts, failedAttempts: facts.failedAttempts + 1, firstFailedAt: facts.firstFailedAt ?? facts.updatedAt }
}

/** A failure of the function, or its timeout: it stays charged. What follows, the error and the limits decide. */
export function fail(operation: RunningOperation, command: CommandOf<'fail'>, now: number): Outcome {
  const facts: OperationFacts = { ...failedOnceMore(touched(operation, now, command.progress)), error: command.error }
  const dueAt = nextAttemptAt(operation, command, now)
  const after: Operation =
    dueAt === null
      ? { ...facts, ...RESTS, ...endOf(command), finishedAt: facts.updatedAt }
      : { ...facts, ...command.retry, ...WAITS, state: 'recovering', dueAt }
  return changed(operation, after, {
    event: command.timedOut ? 'attempt_timed_out' : 'attempt_failed',
    guard: byToken(operation),
    attempt: endOfAttempt(operation, command.timedOut ? 'timed_out' : 'failed', now, command.error),
    dispatch: dueAt === null ? { kind: 'finish' } : { kind: 'retry', at: dueAt },
    progress: command.progress,
    data: dueAt === null && command.limit !== undefined ? { limit: command.limit } : null,
  })
}

/** How an operation ends without a further attempt, and with which error. */
function endOf({ error, ending }: CommandOf<'fail'>) {
  return { state: error.retryable ? 'exhausted' : 'failed', error: ending ?? error } as const
}

/** When the next attempt is due, or null when there is none. */
function nextAttemptAt(operation: RunningOperation, command: CommandOf<'fail'>, now: number): number | null {
  if (!command.error.retryable || command.retry === null || operation.attempt >= operation.maxAttempts) return null
  const at = now + command.retry.delayMs
  return operation.deadlineAt !== null && at >= operation.deadlineAt ? null : at
}

/** Its process died: not the function's failure, so not charged. An operation that keeps killing its process ends. */
export function lost(operation: RunningOperation, command: CommandOf<'lost'>, now: number): Outcome {
  const interruptions = operation.interruptions + 1
  const { progress } = operation
  const touchedFacts = touched(operation, now, progress)
  const facts: OperationFacts = { ...touchedFacts, ...uncharged(operation), interruptions, error: INTERRUPTED }
  const ends = interruptions >= command.maxInterruptions
  const dueAt = now + command.retry.delayMs
  const after: Operation = ends
    ? { ...facts, ...RESTS, state: 'exhausted', error: killedItsProcess(interruptions), finishedAt: facts.updatedAt }
    : { ...facts, ...command.retry, ...WAITS, state: 'recovering', dueAt }
  return changed(operation, after, {
    event: 'attempt_interrupted',
    guard: byToken(operation),
    attempt: endOfAttempt(operation, 'interrupted', now, INTERRUPTED),
    dispatch: ends ? { kind: 'finish' } : { kind: 'retry', at: dueAt },
    // It was stored while the attempt ran, with a rate.
    progress,
  })
}

function killedItsProcess(times: number): OperationError {
  return {
    ...INTERRUPTED,
    message: `The server stopped ${times} times while this operation was running`,
    severity: 'high',
    recoverability: 0.5,
    remedy: 'Look into the logs for what ended the server. When the operation did not cause it, retry it.',
  }
}

/** A graceful stop: another server, or this one after its restart, goes on at once. Not charged. */
export function handOver(operation: RunningOperation, command: CommandOf<'hand_over'>, now: number): Outcome {
  const facts: OperationFacts = { ...touched(operation, now, command.progress), ...uncharged(operation) }
  return changed(operation, waitingWhereItWas(operation, facts, now, null), {
    event: 'handed_over',
    guard: byToken(operation),
    attempt: endOfAttempt(operation, 'handed_over', now),
    dispatch: { kind: 'retry', at: now },
    progress: command.progress,
  })
}

function waitingWhereItWas(
  operation: RunningOperation,
  facts: OperationFacts,
  dueAt: number,
  currentAttemptId: string | null,
): WaitingOperation {
  const state = operation.state === 'in_progress' ? 'pending' : 'recovering'
  return { ...facts, ...NO_WAIT, ...WAITS, state, dueAt, currentAttemptId }
}
