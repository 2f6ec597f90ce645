import type { AttemptOutcome } from './attempt.ts'
import type { AttemptWrite, Change, DispatchIntent, Guard, RowParts } from './change.ts'
import { type EventDetails, type EventType, eventOf } from './event.ts'
import { isBlocked, isRunning, isWaiting, type Operation, type OperationFacts, type RunningOperation } from './operation.ts'
import type { OperationError } from './operation-error.ts'
import { atRest, type Progress } from './progress.ts'

interface ChangeParts extends EventDetails {
  readonly event: EventType
  readonly guard: Guard
  readonly attempt?: AttemptWrite | null
  readonly dispatch: DispatchIntent
  readonly progress?: Progress | null | undefined
  /** Whether it begins anew with another input: then nothing is left of its progress, checkpoint and steps. */
  readonly anew?: boolean
}

const STATE_ONLY: RowParts = { state: true, progress: false, checkpoint: false, input: false }
const STATE_AND_PROGRESS: RowParts = { state: true, progress: true, checkpoint: false, input: false }
const ANEW: RowParts = { state: true, progress: true, checkpoint: true, input: true }

/** The outcome of a change of state: `after` is the next row, with its version moved by one. */
export function changed(before: Operation, after: Operation, parts: ChangeParts) {
  const change: Change = {
    operation: after,
    guard: parts.guard,
    before,
    writes: writesOf(parts),
    attempt: parts.attempt ?? null,
    steps: [],
    event: eventOf(parts.event, after, parts),
    dispatch: parts.dispatch,
  }
  return { kind: 'changed', change } as const
}

function writesOf({ anew, progress }: ChangeParts): RowParts {
  if (anew === true) return ANEW
  return progress === undefined ? STATE_ONLY : STATE_AND_PROGRESS
}

/** The facts that every change of state renews. Progress comes from an attempt that ends: it moves no more. */
export function touched(operation: Operation, now: number, progress?: Progress | null): OperationFacts {
  return {
    ...operation,
    version: operation.version + 1,
    updatedAt: Math.max(now, operation.updatedAt),
    progress: progress === undefined ? operation.progress : atRest(progress),
  }
}

export function byToken(operation: RunningOperation): Guard {
  return { kind: 'token', token: operation.token }
}

export function byVersion(operation: Operation): Guard {
  return { kind: 'version', version: operation.version }
}

/** The end of the attempt that is open (running or asleep); nothing when none is. */
export function endOfAttempt(
  operation: Operation,
  outcome: AttemptOutcome,
  now: number,
  error: OperationError | null = null,
): AttemptWrite | null {
  if (operation.currentAttemptId === null) return null
  return { kind: 'update', id: operation.currentAttemptId, outcome, finishedAt: Math.max(now, operation.updatedAt), error }
}

/** It is not to run any more. One that rests or is blocked was not at the dispatcher's anyway. */
export function withdrawal(before: Operation): DispatchIntent {
  const due = isWaiting(before) && !isBlocked(before)
  return { kind: due || isRunning(before) ? 'withdraw' : 'none' }
}

/** What stays charged when the open attempt is not the function's failure; nothing changes when none is open. */
export function uncharged(operation: Operation): { attempt: number; totalAttempts: number } {
  const charge = operation.currentAttemptId === null ? 0 : 1
  return { attempt: operation.attempt - charge, totalAttempts: operation.totalAttempts - charge }
}

/** The next attempt follows for another reason than a strategy's wait. */
export const NO_WAIT = { delayMs: null, strategy: null } as const

/** Where a running operation waits again: an in_progress one as pending, a recovering one as recovering. */
export const WAITS = { token: null, currentAttemptId: null, finishedAt: null, result: null } as const

/** Where an operation rests: neither due nor running. */
export const RESTS = { dueAt: null, token: null, currentAttemptId: null, result: null, blockedBy: null } as const
