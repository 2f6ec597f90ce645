import { expect, test } from 'vitest'
import type { Command } from '../../src/operation/command.ts'
import { CircuitOpenError, InvalidInputError, InvalidTransitionError, NeedsForceError } from '../../src/operation/errors.ts'
import type { Operation } from '../../src/operation/operation.ts'
import { transition } from '../../src/operation/transition.ts'
import { asleep, changeBy, command, ERROR, FATAL, inSituation, NOW, refusalOf } from './situations.ts'

const CIRCUIT = { scope: 'copy', retryAfterMs: 4200 }

test('retry now makes a waiting operation due now and promises the id of its next attempt', () => {
  const before = inSituation('waiting', { dueAt: NOW + 5000 })
  const change = changeBy(before, command('retry', { actor: 'ann' }))
  expect(change.operation).toEqual({ ...before, dueAt: NOW, nextAttemptId: 'att_promised', version: 8, updatedAt: NOW })
  expect(change).toMatchObject({ guard: { kind: 'version', version: 7 }, dispatch: { kind: 'move', at: NOW }, attempt: null })
  expect(change.event).toMatchObject({ type: 'retried', actor: 'ann', nextAttemptAt: NOW, attempt: 1, data: null })
})

test('retry now again answers the id that was promised and changes nothing', () => {
  const once = changeBy(inSituation('waiting', { dueAt: NOW + 5000 }), command('retry')).operation
  expect(transition(once, command('retry', { attemptId: 'att_other' }), NOW + 1)).toEqual({ kind: 'unchanged' })
})

test('retry now keeps the id promised before, though the operation waits for a later instant again', () => {
  const before = inSituation('waiting', { dueAt: NOW + 5000, nextAttemptId: 'att_told' })
  expect(changeBy(before, command('retry')).operation).toMatchObject({ dueAt: NOW, nextAttemptId: 'att_told' })
})

test('retry now of an operation that is due already only promises the id', () => {
  const change = changeBy(inSituation('waiting', { dueAt: NOW - 9 }), command('retry'))
  expect(change.operation).toMatchObject({ dueAt: NOW - 9, nextAttemptId: 'att_promised' })
})

test('retry now of a pending operation is accepted only while a breaker holds it back', () => {
  expect(refusalOf(transition(inSituation('pending'), command('retry'), NOW))).toBeInstanceOf(InvalidTransitionError)
  const held = inSituation('pending', { blockedBy: 'copy', dueAt: NOW + 600 })
  const change = changeBy(held, command('retry'))
  expect(change.operation).toMatchObject({ state: 'pending', dueAt: NOW, blockedBy: null })
  expect(change.dispatch).toEqual({ kind: 'enqueue', at: NOW })
})

test('retry now lets go of one whose breaker may have closed already, although it was told an attempt before', () => {
  const held = inSituation('waiting', { blockedBy: 'copy', dueAt: NOW - 5, nextAttemptId: 'att_told' })
  expect(changeBy(held, command('retry')).operation).toMatchObject({ blockedBy: null, nextAttemptId: 'att_told', dueAt: NOW - 5 })
})

test('nobody shortens the sleep of a function from outside', () => {
  const sleeping = asleep({ state: 'recovering', dueAt: NOW + 600 })
  expect(refusalOf(transition(sleeping, command('retry'), NOW))).toBeInstanceOf(InvalidTransitionError)
})

test('retry now does not set the number of attempts of a round that goes on', () => {
  const error = refusalOf(transition(inSituation('waiting'), command('retry', { maxAttempts: 9 }), NOW))
  expect(error).toBeInstanceOf(InvalidInputError)
  expect(error).toMatchObject({ field: 'maxAttempts' })
})

test('no retry passes an open breaker, whether the operation waits or ended', () => {
  for (const situation of ['waiting', 'exhausted'] as const) {
    const error = refusalOf(transition(inSituation(situation), command('retry', { circuit: CIRCUIT }), NOW))
    expect(error).toBeInstanceOf(CircuitOpenError)
    expect(error).toMatchObject({ scope: 'copy', retryAfterMs: 4200 })
  }
})

test('a retry of an operation that ended opens a new round with a fresh deadline of the same length', () => {
  const before = inSituation('exhausted', { interruptions: 2, deadlineAt: NOW - 5, delayMs: 40, strategy: 'exponential' })
  const change = changeBy(before, command('retry', { actor: 'ann' }))
  expect(change.operation).toMatchObject({
    state: 'recovering',
    dueAt: NOW,
    round: 2,
    attempt: 0,
    interruptions: 0,
    maxAttempts: 3,
  })
  expect(change.operation).toMatchObject({
    deadlineAt: NOW + 3_600_000,
    nextAttemptId: 'att_promised',
    finishedAt: null,
    error: ERROR,
  })
  expect(change.operation).toMatchObject({
    totalAttempts: 3,
    sequence: 3,
    failedAttempts: 3,
    startedAt: NOW - 90,
    roundStartedAt: null,
  })
  expect(change.operation).toMatchObject({ delayMs: null, strategy: null })
  expect(change).toMatchObject({ dispatch: { kind: 'enqueue', at: NOW }, guard: { kind: 'version', version: 7 } })
  expect(change.event).toMatchObject({
    type: 'retried',
    state: 'recovering',
    attempt: 0,
    actor: 'ann',
    data: null,
    durationMs: null,
  })
})

test('the new round begins with an attempt whose number was never used', () => {
  const retried = changeBy(inSituation('exhausted'), command('retry')).operation
  const change = changeBy(retried, command('begin'), NOW + 10)
  expect(change.operation).toMatchObject({
    attempt: 1,
    totalAttempts: 4,
    sequence: 4,
    roundStartedAt: NOW + 10,
    startedAt: NOW - 90,
  })
  expect(change.attempt).toMatchObject({ attempt: { id: 'att_promised', sequence: 4, round: 2 } })
})

test('a new round of an operation without a deadline has none', () => {
  const before = inSituation('exhausted', { deadlineMs: null, deadlineAt: null })
  expect(changeBy(before, command('retry')).operation.deadlineAt).toBeNull()
})

test('a retry sets the number of attempts of the new round', () => {
  expect(changeBy(inSituation('exhausted'), command('retry', { maxAttempts: 9 })).operation.maxAttempts).toBe(9)
})

test('of many who retry one operation that ended, one opens the round and the others get the same id', () => {
  const order = command('retry', { maxAttempts: 9 })
  const opened = changeBy(inSituation('exhausted'), order).operation
  expect(transition(opened, { ...order, attemptId: 'att_other' }, NOW)).toEqual({ kind: 'unchanged' })
  expect(opened.nextAttemptId).toBe('att_promised')
  const running = changeBy(opened, command('begin')).operation
  expect(refusalOf(transition(running, order, NOW))).toBeInstanceOf(InvalidTransitionError)
})

test.each([
  ['was cancelled', inSituation('cancelled'), 'was cancelled'],
  ['failed with an error that a retry does not mend', inSituation('failed', { error: FATAL }), 'not expected to mend'],
])('an operation that %s is retried only with force', (_name, operation, message) => {
  const error = refusalOf(transition(operation, command('retry'), NOW))
  expect(error).toBeInstanceOf(NeedsForceError)
  expect(error.message).toContain(message)
  const change = changeBy(operation, command('retry', { force: true }))
  expect(change.operation).toMatchObject({ state: 'recovering', round: 2 })
  expect(change.event?.data).toEqual({ force: true })
})

test('a retry with another input begins anew: without progress, checkpoint and steps of the input before', () => {
  const before = inSituation('exhausted', { checkpoint: { done: 3 }, progress: { fraction: 0.5 } })
  const change = changeBy(before, command('retry', { input: { from: 'b' } }))
  expect(change.operation).toMatchObject({
    input: { from: 'b' },
    checkpoint: null,
    progress: null,
    round: 2,
    state: 'recovering',
  })
  expect(change.writes).toEqual({ state: true, progress: true, checkpoint: true, input: true })
  expect(change.event).toMatchObject({ type: 'retried', data: { inputChanged: true } })
})

test('a retry with the same input once more keeps what was done', () => {
  const before = inSituation('exhausted', { checkpoint: { done: 3 } })
  const change = changeBy(before, command('retry', { input: { from: 'a' } }))
  expect(change.operation).toMatchObject({ checkpoint: { done: 3 }, round: 2 })
  expect(change.writes).toMatchObject({ input: false, checkpoint: false })
  expect(change.event).toMatchObject({ data: null })
})

test('the input of an operation that waits for its next attempt is not changed', () => {
  const error = refusalOf(transition(inSituation('waiting'), command('retry', { input: null }), NOW))
  expect(error).toBeInstanceOf(InvalidInputError)
  expect(error).toMatchObject({ field: 'input' })
})

test('of callers who retry with one other input at once the later ones find their round, and those with a third are refused', () => {
  const opened = changeBy(inSituation('exhausted'), command('retry', { input: { from: 'b' } })).operation
  expect(transition(opened, command('retry', { input: { from: 'b' } }), NOW)).toEqual({ kind: 'unchanged' })
  expect(refusalOf(transition(opened, command('retry', { input: { from: 'c' } }), NOW))).toMatchObject({ field: 'input' })
})

test('a change that is a part of a bulk operation names it in its event, beside what else there is to tell', () => {
  const bulk = 'op_bulk'
  const dataOf = (before: Operation, one: Command) => changeBy(before, one).event?.data
  expect(dataOf(inSituation('waiting'), command('pause', { bulk }))).toEqual({ bulk })
  expect(dataOf(inSituation('paused'), command('resume', { bulk }))).toEqual({ bulk })
  expect(dataOf(inSituation('waiting'), command('cancel', { bulk, reason: 'enough' }))).toEqual({ bulk, reason: 'enough' })
  expect(dataOf(inSituation('waiting', { dueAt: NOW + 9 }), command('retry', { bulk }))).toEqual({ bulk })
  expect(dataOf(inSituation('failed'), command('retry', { bulk, force: true }))).toEqual({ bulk, force: true })
})
