import { expect, test } from 'vitest'
import type { Operation } from '../../src/operation/operation.ts'
import type { Step } from '../../src/operation/step.ts'
import { asleep, changeBy, command, ERROR, FATAL, inSituation, NOW, TOKEN } from './situations.ts'

const PROGRESS = { fraction: 0.5, current: 1, total: 2, unit: 'files', stage: null, message: null }
const SPAN = { startedAt: NOW - 2, finishedAt: NOW - 1 }
const PLACE = { position: 1, unfinished: [] }
const STEP: Step = {
  id: 'stp_1',
  operationId: 'op_1',
  kind: 'step',
  name: 'fetch',
  output: 1,
  attempt: 1,
  undoneAt: null,
  ...SPAN,
  ...PLACE,
}

test('the first attempt is charged, gets its number and the lease that fences it, and starts the round', () => {
  const change = changeBy(inSituation('pending'), command('begin'))
  expect(change.operation).toMatchObject({
    state: 'in_progress',
    token: 'lease_new',
    currentAttemptId: 'att_new',
    dueAt: null,
    version: 8,
  })
  expect(change.operation).toMatchObject({ attempt: 1, totalAttempts: 1, sequence: 1, startedAt: NOW, roundStartedAt: NOW })
  expect(change.guard).toEqual({ kind: 'version', version: 7 })
  expect(change.attempt).toMatchObject({
    kind: 'begin',
    attempt: { id: 'att_new', operationId: 'op_1', sequence: 1, round: 1, startedAt: NOW, outcome: 'running', server: 'srv_1' },
  })
  expect(change.event).toMatchObject({ type: 'attempt_started', state: 'in_progress', attempt: 1, nextAttemptAt: null, at: NOW })
  expect(change.dispatch).toEqual({ kind: 'none' })
})

test('a later attempt keeps the starts, remembers the wait before it, and has the id that was promised for it', () => {
  const change = changeBy(inSituation('waiting', { nextAttemptId: 'att_told' }), command('begin'))
  expect(change.operation).toMatchObject({
    state: 'recovering',
    currentAttemptId: 'att_told',
    attempt: 2,
    sequence: 2,
    startedAt: NOW - 90,
    roundStartedAt: NOW - 90,
  })
  expect(change.operation).toMatchObject({
    nextAttemptId: null,
    delayMs: 40,
    strategy: 'exponential',
    blockedBy: null,
    error: ERROR,
  })
  expect(change.attempt).toMatchObject({ attempt: { id: 'att_told', sequence: 2, delayBeforeMs: 40, strategy: 'exponential' } })
})

test('an attempt that slept goes on as the same attempt and is not charged again', () => {
  const change = changeBy(asleep(), command('begin'))
  expect(change.operation).toMatchObject({
    state: 'in_progress',
    currentAttemptId: 'att_1',
    attempt: 1,
    totalAttempts: 1,
    sequence: 1,
  })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_1', outcome: 'running', finishedAt: null, error: null })
})

test('a sleep keeps the attempt open and charged, and due when it is over', () => {
  const change = changeBy(inSituation('in_progress'), command('sleep', { progress: PROGRESS }))
  expect(change.operation).toMatchObject({
    state: 'pending',
    token: null,
    currentAttemptId: 'att_1',
    dueAt: NOW + 500,
    attempt: 1,
    progress: PROGRESS,
  })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_1', outcome: 'sleeping', finishedAt: null, error: null })
  expect(change.dispatch).toEqual({ kind: 'retry', at: NOW + 500 })
  expect(change.event).toMatchObject({ type: 'sleeping', nextAttemptAt: NOW + 500 })
})

test('a sleep until an instant that is past is due at once', () => {
  expect(changeBy(inSituation('running'), command('sleep', { until: NOW - 5 })).operation.dueAt).toBe(NOW)
})

test('a checkpoint stores steps, state and progress, and is fenced by the token alone', () => {
  const given = { steps: [STEP], checkpoint: { offset: 9 }, progress: PROGRESS }
  const change = changeBy(inSituation('running'), command('checkpoint', given), NOW + 1)
  expect(change.operation).toMatchObject({
    checkpoint: { offset: 9 },
    progress: PROGRESS,
    version: 7,
    updatedAt: NOW + 1,
    token: TOKEN,
  })
  expect(change).toMatchObject({
    guard: { kind: 'token', token: TOKEN },
    steps: [STEP],
    event: null,
    attempt: null,
    dispatch: { kind: 'none' },
  })
  expect(change).toMatchObject({ writes: { state: false, progress: true, checkpoint: true } })
})

test('a checkpoint of steps alone leaves the stored state and progress as they are', () => {
  const before = inSituation('running', { checkpoint: 'old', progress: PROGRESS })
  const change = changeBy(before, command('checkpoint', { steps: [STEP] }))
  expect(change.operation).toMatchObject({ checkpoint: 'old', progress: PROGRESS })
  expect(change.writes).toEqual({ state: false, progress: false, checkpoint: false, input: false })
})

test('success keeps the result, drops the last error, and tells how long the round took', () => {
  const change = changeBy(inSituation('running'), command('complete'))
  expect(change.operation).toMatchObject({
    state: 'success',
    result: 42,
    error: null,
    finishedAt: NOW,
    token: null,
    failedAttempts: 1,
  })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_2', outcome: 'success', finishedAt: NOW, error: null })
  expect(change.event).toMatchObject({ type: 'succeeded', durationMs: 90 })
  expect(change.dispatch).toEqual({ kind: 'finish' })
})

test.each([
  ['failed', false],
  ['timed_out', true],
] as const)('a fallback ends the operation as a success that remembers the error, and the attempt %s', (outcome, timedOut) => {
  const change = changeBy(inSituation('running'), command('complete', { insteadOf: { error: FATAL, timedOut } }))
  expect(change.operation).toMatchObject({ state: 'success', result: 42, error: FATAL, failedAttempts: 2, attempt: 2 })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_2', outcome, finishedAt: NOW, error: FATAL })
  expect(change.event).toMatchObject({ type: 'succeeded', error: FATAL.message, data: { fallback: true } })
})

test('a failure stays charged and waits as the policy decided', () => {
  const change = changeBy(inSituation('in_progress'), command('fail'))
  expect(change.operation).toMatchObject({
    state: 'recovering',
    attempt: 1,
    totalAttempts: 1,
    failedAttempts: 1,
    firstFailedAt: NOW,
    error: ERROR,
  })
  expect(change.operation).toMatchObject({
    dueAt: NOW + 1000,
    delayMs: 1000,
    strategy: 'exponential',
    currentAttemptId: null,
    token: null,
  })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_1', outcome: 'failed', finishedAt: NOW, error: ERROR })
  expect(change.event).toMatchObject({
    type: 'attempt_failed',
    error: ERROR.message,
    nextAttemptAt: NOW + 1000,
    durationMs: null,
  })
  expect(change.dispatch).toEqual({ kind: 'retry', at: NOW + 1000 })
})

test('a timeout is told apart from a failure of the function, and is charged as well', () => {
  const change = changeBy(inSituation('running'), command('fail', { timedOut: true }))
  expect(change.operation).toMatchObject({ attempt: 2, failedAttempts: 2, firstFailedAt: NOW - 80 })
  expect(change.attempt).toMatchObject({ outcome: 'timed_out' })
  expect(change.event?.type).toBe('attempt_timed_out')
})

function stateAfterFailure(parts: Partial<Record<keyof Operation, unknown>>) {
  return changeBy(inSituation('running', parts), command('fail')).operation.state
}

test('the last attempt of a round that fails exhausts the operation', () => {
  expect(stateAfterFailure({ attempt: 2, maxAttempts: 3 })).toBe('recovering')
  expect(stateAfterFailure({ attempt: 3, maxAttempts: 3 })).toBe('exhausted')
})

test('a retry that would not begin before the deadline is not waited for', () => {
  expect(stateAfterFailure({ deadlineAt: NOW + 1001 })).toBe('recovering')
  expect(stateAfterFailure({ deadlineAt: NOW + 1000 })).toBe('exhausted')
  expect(stateAfterFailure({ deadlineAt: null })).toBe('recovering')
})

test('the event of an end says which limit it was, and that of a retry does not', () => {
  const event = (parts: object) => changeBy(inSituation('running', parts), command('fail', { limit: 'deadline' })).event
  expect(event({ deadlineAt: NOW + 1000 })?.data).toEqual({ limit: 'deadline' })
  expect(event({ deadlineAt: null })?.data).toBeNull()
})

test('an error that is not worth a retry fails the operation whatever is left', () => {
  const change = changeBy(inSituation('in_progress'), command('fail', { error: FATAL }))
  expect(change.operation).toMatchObject({ state: 'failed', finishedAt: NOW, error: FATAL, dueAt: null })
  expect(change.event).toMatchObject({ type: 'attempt_failed', state: 'failed', durationMs: 90 })
  expect(change.dispatch).toEqual({ kind: 'finish' })
})

test('an interruption is not charged, is not a failed attempt, and waits the normal delay', () => {
  const change = changeBy(inSituation('in_progress'), command('lost'))
  expect(change.operation).toMatchObject({
    state: 'recovering',
    attempt: 0,
    totalAttempts: 0,
    sequence: 1,
    failedAttempts: 0,
    interruptions: 1,
    firstFailedAt: null,
  })
  expect(change.operation).toMatchObject({ dueAt: NOW + 1000, error: { category: 'interrupted', code: 'INTERRUPTED' } })
  expect(change.attempt).toMatchObject({ id: 'att_1', outcome: 'interrupted', finishedAt: NOW, error: { code: 'INTERRUPTED' } })
  expect(change.event).toMatchObject({ type: 'attempt_interrupted', attempt: 0 })
})

test('an operation that keeps killing its process comes to an end, which names the number of times', () => {
  const killed = (interruptions: number) => changeBy(inSituation('running', { interruptions }), command('lost'))
  expect(killed(1).operation.state).toBe('recovering')
  expect(killed(2).operation).toMatchObject({ state: 'exhausted', interruptions: 3, finishedAt: NOW, attempt: 1 })
  expect(killed(2).operation.error?.message).toBe('The server stopped 3 times while this operation was running')
  expect(killed(2).dispatch).toEqual({ kind: 'finish' })
})

test('an attempt handed over at a graceful stop is not charged and is due at once where it waited', () => {
  const change = changeBy(inSituation('in_progress'), command('hand_over', { progress: null }))
  expect(change.operation).toMatchObject({
    state: 'pending',
    dueAt: NOW,
    attempt: 0,
    totalAttempts: 0,
    sequence: 1,
    currentAttemptId: null,
  })
  expect(change.attempt).toMatchObject({ id: 'att_1', outcome: 'handed_over', finishedAt: NOW, error: null })
  expect(change.dispatch).toEqual({ kind: 'retry', at: NOW })
  expect(changeBy(inSituation('running'), command('hand_over')).operation).toMatchObject({ state: 'recovering', attempt: 1 })
})

test('a clock that stands before the last change never lets an attempt end before it began', () => {
  const begun = changeBy(inSituation('pending', { updatedAt: NOW, dueAt: NOW - 500 }), command('begin'), NOW - 500)
  expect(begun.operation).toMatchObject({ startedAt: NOW, roundStartedAt: NOW, updatedAt: NOW })
  const failed = changeBy(begun.operation, command('fail', { token: 'lease_new' }), NOW - 400)
  expect(failed.operation).toMatchObject({ firstFailedAt: NOW, dueAt: NOW + 600 })
  expect(failed.attempt).toMatchObject({ finishedAt: NOW })
})
