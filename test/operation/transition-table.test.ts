import { expect, test } from 'vitest'
import type { Command } from '../../src/operation/command.ts'
import { InvalidTransitionError } from '../../src/operation/errors.ts'
import { type Situation, situationOf } from '../../src/operation/operation.ts'
import { availableActions, transition } from '../../src/operation/transition.ts'
import { asleep, blockedRow, command, ERROR, FATAL, inSituation, NOW, refusalOf } from './situations.ts'

// The specification, written out by hand and in another form than the code's own table, so that either can catch the other.
// Each row: a command, and what it makes of an operation in each of the nine situations.
const SITUATIONS: readonly Situation[] = [
  'pending',
  'in_progress',
  'waiting',
  'running',
  'paused',
  'success',
  'failed',
  'exhausted',
  'cancelled',
]
const [S, R, SAME] = ['stale', 'refused', 'unchanged'] as const
const ROWS: readonly (readonly [string, Command, readonly string[]])[] = [
  ['begin', command('begin'), ['in_progress', S, 'running', S, S, S, S, S, S]],
  ['checkpoint', command('checkpoint'), [S, 'in_progress', S, 'running', S, S, S, S, S]],
  ['sleep', command('sleep'), [S, 'pending', S, 'waiting', S, S, S, S, S]],
  ['complete', command('complete'), [S, 'success', S, 'success', S, S, S, S, S]],
  ['fail with an error worth a retry', command('fail'), [S, 'waiting', S, 'waiting', S, S, S, S, S]],
  ['fail with one that is not', command('fail', { error: FATAL }), [S, 'failed', S, 'failed', S, S, S, S, S]],
  ['fail with no retry left', command('fail', { retry: null }), [S, 'exhausted', S, 'exhausted', S, S, S, S, S]],
  ['lost', command('lost'), [S, 'waiting', S, 'waiting', S, S, S, S, S]],
  ['lost for the last time', command('lost', { maxInterruptions: 1 }), [S, 'exhausted', S, 'exhausted', S, S, S, S, S]],
  ['hand over', command('hand_over'), [S, 'pending', S, 'waiting', S, S, S, S, S]],
  ['blocked, to wait', command('blocked'), ['pending', S, 'waiting', S, S, S, S, S, S]],
  ['blocked, to fail', command('blocked', { whenOpen: 'fail' }), ['failed', S, 'exhausted', S, S, S, S, S, S]],
  ['unblock', command('unblock'), [S, S, S, S, S, S, S, S, S]],
  ['pause', command('pause'), ['paused', 'paused', 'paused', 'paused', R, R, R, R, R]],
  ['resume', command('resume'), [R, R, R, R, 'pending', R, R, R, R]],
  ['retry', command('retry'), [R, R, 'waiting', R, R, R, R, 'waiting', R]],
  ['retry with force', command('retry', { force: true }), [R, R, 'waiting', R, R, R, 'waiting', 'waiting', 'waiting']],
  ['cancel', command('cancel'), ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', R, R, R, SAME]],
]
const CASES = ROWS.flatMap(([name, order, row]) => SITUATIONS.map((from, i) => ({ name, order, from, to: row[i] as string })))

/** The situation it leads to, or why it leads nowhere. */
function answerOf(operation: Parameters<typeof transition>[0], order: Command, now = NOW): string {
  const outcome = transition(operation, order, now)
  return outcome.kind === 'changed' ? situationOf(outcome.change.operation) : outcome.kind
}

test.each(CASES)('$name makes of an operation that is $from: $to', ({ order, from, to }) => {
  expect(answerOf(inSituation(from), order)).toBe(to)
})

test.each(SITUATIONS)(
  'only an operation that waits or runs expires once its deadline passed, not one that is $0',
  (situation) => {
    const overdue = inSituation(situation, { deadlineAt: NOW })
    const active = ['pending', 'in_progress', 'waiting', 'running'].includes(situation)
    expect(answerOf(overdue, command('expire'))).toBe(active ? 'exhausted' : S)
    expect(answerOf(overdue, command('expire'), NOW - 1)).toBe(S)
  },
)

test('an operation without a deadline never expires', () => {
  expect(answerOf(inSituation('running', { deadlineAt: null }), command('expire'), Number.MAX_SAFE_INTEGER)).toBe(S)
})

test.each(['checkpoint', 'sleep', 'complete', 'fail', 'lost', 'hand_over'] as const)(
  '%s by an attempt that lost its lease is stale',
  (type) => {
    expect(answerOf(inSituation('running'), command(type, { token: 'lease_lost' }))).toBe(S)
  },
)

test('an operation begins neither before it is due nor after its deadline', () => {
  expect(answerOf(inSituation('waiting', { dueAt: NOW + 1 }), command('begin'))).toBe(S)
  expect(answerOf(inSituation('pending', { deadlineAt: NOW }), command('begin'))).toBe(S)
  expect(answerOf(inSituation('pending', { deadlineAt: NOW + 1 }), command('begin'))).toBe('in_progress')
  expect(answerOf(inSituation('pending', { deadlineAt: null }), command('begin'))).toBe('in_progress')
})

test('a circuit breaker blocks only what is about to begin: nothing that waits on, and no attempt that wakes', () => {
  expect(answerOf(inSituation('waiting', { dueAt: NOW + 1 }), command('blocked'))).toBe(S)
  expect(answerOf(asleep(), command('blocked'))).toBe(S)
})

test.each(['pending', 'waiting'] as const)(
  'one that is %s and blocked neither begins nor is blocked again before it is unblocked',
  (situation) => {
    const parked = blockedRow(situation)
    expect(answerOf(parked, command('begin'), NOW + 9999)).toBe(S)
    expect(answerOf(parked, command('blocked'), NOW + 9999)).toBe(S)
    expect(answerOf(parked, command('unblock'))).toBe(situation)
  },
)

test('an operation that failed with a retryable error is retried without force', () => {
  expect(answerOf(inSituation('failed', { error: ERROR }), command('retry'))).toBe('waiting')
})

test.each(SITUATIONS)('a refusal names the state, the action and what is allowed instead when it is %s', (situation) => {
  const operation = inSituation(situation)
  for (const type of ['pause', 'resume', 'retry', 'cancel'] as const) {
    const outcome = transition(operation, command(type, type === 'retry' ? { force: true } : {}), NOW)
    if (outcome.kind !== 'refused') continue
    const error = refusalOf(outcome)
    expect(error).toBeInstanceOf(InvalidTransitionError)
    expect(error).toMatchObject({ id: 'op_1', state: operation.state, action: type, allowedActions: availableActions(operation) })
  }
})
