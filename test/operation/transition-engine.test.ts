import { expect, test } from 'vitest'
import { circuitOpen } from '../../src/operation/operation-error.ts'
import { asleep, blockedRow, changeBy, command, ERROR, inSituation, NOW } from './situations.ts'

const OPEN = circuitOpen('The circuit breaker "copy" is open', 600)

test('an operation that waits for a breaker changes nothing but when it is due', () => {
  const before = inSituation('waiting', { nextAttemptId: 'att_told' })
  const change = changeBy(before, command('blocked'))
  expect(change.operation).toEqual({ ...before, dueAt: NOW + 600, blockedBy: 'copy', version: 8, updatedAt: NOW })
  expect(change).toMatchObject({
    guard: { kind: 'version', version: 7 },
    attempt: null,
    dispatch: { kind: 'withdraw' },
  })
  expect(change.event).toMatchObject({ type: 'blocked', nextAttemptAt: NOW + 600, data: { scope: 'copy' } })
})

test('a breaker that may close already leaves the operation due now', () => {
  expect(changeBy(inSituation('pending'), command('blocked', { until: NOW - 1 })).operation.dueAt).toBe(NOW)
})

test('a breaker that fails what it refuses ends an operation as failed when no attempt was ever made', () => {
  const change = changeBy(inSituation('pending'), command('blocked', { whenOpen: 'fail', error: OPEN }))
  expect(change.operation).toMatchObject({
    state: 'failed',
    error: { code: 'CIRCUIT_OPEN', retryable: true, retryAfterMs: 600 },
    finishedAt: NOW,
    attempt: 0,
    sequence: 0,
    blockedBy: null,
  })
  expect(change).toMatchObject({ attempt: null, dispatch: { kind: 'withdraw' }, event: { state: 'failed', durationMs: 0 } })
})

test('it ends one as exhausted when an attempt was made, even one that was handed over', () => {
  const handedOver = inSituation('pending', { sequence: 1 })
  expect(changeBy(handedOver, command('blocked', { whenOpen: 'fail' })).operation.state).toBe('exhausted')
})

test('it ends one as failed that was cancelled before any attempt and retried', () => {
  const retried = changeBy(inSituation('cancelled'), command('retry', { force: true })).operation
  expect(changeBy(retried, command('blocked', { whenOpen: 'fail' })).operation).toMatchObject({
    state: 'failed',
    nextAttemptId: null,
  })
})

test('an operation that is unblocked is due when its breaker says and changes nothing else', () => {
  const before = blockedRow('waiting', { nextAttemptId: 'att_told' })
  const change = changeBy(before, command('unblock'))
  expect(change.operation).toEqual({ ...before, dueAt: NOW + 300, blockedBy: null, version: 8, updatedAt: NOW })
  expect(change).toMatchObject({
    guard: { kind: 'version', version: 7 },
    attempt: null,
    dispatch: { kind: 'enqueue', at: NOW + 300 },
  })
  expect(change.event).toMatchObject({ type: 'unblocked', nextAttemptAt: NOW + 300, data: { scope: 'copy' } })
})

test('an operation that is unblocked too late is due now', () => {
  expect(changeBy(blockedRow('pending'), command('unblock', { at: NOW - 1 })).operation.dueAt).toBe(NOW)
})

test('a deadline that passes while the operation waits ends it without another failed attempt', () => {
  const change = changeBy(inSituation('waiting', { deadlineAt: NOW, nextAttemptId: 'att_told' }), command('expire'))
  expect(change.operation).toMatchObject({
    state: 'exhausted',
    failedAttempts: 1,
    finishedAt: NOW,
    dueAt: null,
    nextAttemptId: null,
  })
  expect(change.operation.error).toMatchObject({ code: 'DEADLINE_EXCEEDED', cause: ERROR.message })
  expect(change).toMatchObject({ attempt: null, guard: { kind: 'version', version: 7 }, dispatch: { kind: 'withdraw' } })
  expect(change.event).toMatchObject({ type: 'expired', state: 'exhausted', durationMs: 90 })
})

test('a deadline that passes while an attempt runs times the attempt out, which stays charged', () => {
  const change = changeBy(inSituation('in_progress', { deadlineAt: NOW }), command('expire', { progress: null }))
  expect(change.operation).toMatchObject({ attempt: 1, totalAttempts: 1, failedAttempts: 1, firstFailedAt: NOW, token: null })
  expect(change.operation.error?.cause).toBeNull()
  expect(change.attempt).toMatchObject({
    id: 'att_1',
    outcome: 'timed_out',
    finishedAt: NOW,
    error: { code: 'DEADLINE_EXCEEDED' },
  })
})

test('a deadline that passes while an attempt sleeps times the attempt out as well', () => {
  const change = changeBy(asleep({ deadlineAt: NOW, dueAt: NOW + 900 }), command('expire'))
  expect(change.operation).toMatchObject({ state: 'exhausted', failedAttempts: 1, currentAttemptId: null })
  expect(change.attempt).toMatchObject({ id: 'att_1', outcome: 'timed_out' })
})

test('a second failed attempt keeps the instant of the first', () => {
  expect(changeBy(inSituation('running', { deadlineAt: NOW }), command('expire')).operation.firstFailedAt).toBe(NOW - 80)
})
