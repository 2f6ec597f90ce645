import type { CommandOf } from './command.ts'
import { isBlocked, isSleeping, type Operation, type RunningOperation, type WaitingOperation } from './operation.ts'
import { DEADLINE_EXCEEDED } from './operation-error.ts'
import { byVersion, changed, endOfAttempt, RESTS, touched, withdrawal } from './outcome.ts'
import type { Outcome } from './transition.ts'

/**
 * The circuit breaker refuses the next attempt: wait for it, or end. No attempt row, nothing charged. One that waits for
 * a breaker is not asked about again: it is parked until it is unblocked.
 */
export function blocked(operation: WaitingOperation, command: CommandOf<'blocked'>, now: number): Outcome {
  if (operation.dueAt > now || isSleeping(operation) || isBlocked(operation)) return { kind: 'stale' }
  const facts = touched(operation, now)
  if (command.whenOpen === 'wait') {
    const dueAt = Math.max(now, command.until)
    const after: Operation = { ...operation, version: facts.version, updatedAt: facts.updatedAt, dueAt, blockedBy: command.scope }
    return changed(operation, after, {
      event: 'blocked',
      guard: byVersion(operation),
      dispatch: { kind: 'withdraw' },
      data: { scope: command.scope },
    })
  }
  const state = operation.sequence === 0 ? 'failed' : 'exhausted'
  const after: Operation = { ...facts, ...RESTS, nextAttemptId: null, state, error: command.error, finishedAt: facts.updatedAt }
  return changed(operation, after, {
    event: 'blocked',
    guard: byVersion(operation),
    dispatch: { kind: 'withdraw' },
    data: { scope: command.scope },
  })
}

/** The breaker lets it go on: it is due again, at an instant of the breaker's choice so that not all come at once. */
export function unblock(operation: WaitingOperation, command: CommandOf<'unblock'>, now: number): Outcome {
  if (!isBlocked(operation)) return { kind: 'stale' }
  const facts = touched(operation, now)
  const dueAt = Math.max(now, command.at)
  const after: Operation = { ...operation, version: facts.version, updatedAt: facts.updatedAt, dueAt, blockedBy: null }
  return changed(operation, after, {
    event: 'unblocked',
    guard: byVersion(operation),
    dispatch: { kind: 'enqueue', at: dueAt },
    data: { scope: operation.blockedBy },
  })
}

/** The deadline passed. An open attempt, running or asleep, counts as timed out; what its function answers later is stale. */
export function expire(operation: WaitingOperation | RunningOperation, command: CommandOf<'expire'>, now: number): Outcome {
  if (operation.deadlineAt === null || operation.deadlineAt > now) return { kind: 'stale' }
  const facts = touched(operation, now, command.progress)
  const open = operation.currentAttemptId !== null
  const after: Operation = {
    ...facts,
    ...RESTS,
    nextAttemptId: null,
    state: 'exhausted',
    error: { ...DEADLINE_EXCEEDED, cause: operation.error?.message ?? null },
    failedAttempts: operation.failedAttempts + (open ? 1 : 0),
    firstFailedAt: open ? (operation.firstFailedAt ?? facts.updatedAt) : operation.firstFailedAt,
    finishedAt: facts.updatedAt,
  }
  return changed(operation, after, {
    event: 'expired',
    guard: byVersion(operation),
    attempt: endOfAttempt(operation, 'timed_out', now, DEADLINE_EXCEEDED),
    dispatch: withdrawal(operation),
    progress: command.progress,
  })
}
