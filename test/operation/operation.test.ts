import { expect, test } from 'vitest'
import { counterDelta } from '../../src/operation/counters.ts'
import { creation } from '../../src/operation/creation.ts'
import { type FinishedOperation, isRecovered, newOperation, roundDurationMs } from '../../src/operation/operation.ts'
import { ERROR, inSituation, NOW } from './situations.ts'

const GIVEN = {
  id: 'op_1',
  functionName: 'copy',
  input: [1],
  metadata: { team: 'blue' },
  priority: 5,
  idempotencyKey: 'k',
  runAt: null,
  deadlineMs: null,
  maxAttempts: 4,
  traceId: 't',
}

test('a new operation is pending, due now, and has no attempt yet', () => {
  const { runAt: _runAt, ...kept } = GIVEN
  expect(newOperation(GIVEN, NOW)).toMatchObject({ ...kept, state: 'pending', version: 1, round: 1, attempt: 0, sequence: 0 })
  expect(newOperation(GIVEN, NOW)).toMatchObject({ dueAt: NOW, runAt: NOW, createdAt: NOW, deadlineAt: null })
})

test('the deadline counts from the creation, or from the start that lies ahead', () => {
  expect(newOperation({ ...GIVEN, deadlineMs: 100 }, NOW).deadlineAt).toBe(NOW + 100)
  expect(newOperation({ ...GIVEN, deadlineMs: 100, runAt: NOW + 50 }, NOW)).toMatchObject({
    deadlineAt: NOW + 150,
    dueAt: NOW + 50,
  })
  expect(newOperation({ ...GIVEN, deadlineMs: 100, runAt: NOW - 50 }, NOW)).toMatchObject({ deadlineAt: NOW + 100, dueAt: NOW })
})

test('its creation writes the whole row when neither its id nor its key is taken, and tells who asked', () => {
  const operation = newOperation({ ...GIVEN, runAt: NOW + 50 }, NOW)
  const change = creation(operation, 'ann')
  expect(change).toMatchObject({ operation, guard: { kind: 'absent' }, before: null, attempt: null, steps: [] })
  expect(change).toMatchObject({
    dispatch: { kind: 'enqueue', at: NOW + 50 },
    writes: { state: true, progress: true, checkpoint: true, input: true },
  })
  expect(change.event).toMatchObject({
    type: 'created',
    operationId: 'op_1',
    functionName: 'copy',
    actor: 'ann',
    at: NOW,
    maxAttempts: 4,
  })
  expect(creation(operation).event?.actor).toBeNull()
  expect(counterDelta(change)).toMatchObject({ functionName: 'copy', left: null, entered: 'pending', created: 1, failed: 0 })
})

test('recovered means success after at least one failed attempt, and not by a fallback', () => {
  expect(isRecovered(inSituation('success', { failedAttempts: 1 }))).toBe(true)
  expect(isRecovered(inSituation('success', { failedAttempts: 1, error: ERROR }))).toBe(false)
  expect(isRecovered(inSituation('success'))).toBe(false)
  expect(isRecovered(inSituation('exhausted'))).toBe(false)
})

test('a round lasts from its first attempt to its end, and no time at all when none began', () => {
  const ended = (parts: object) => roundDurationMs(inSituation('success', parts) as FinishedOperation)
  expect(ended({ roundStartedAt: NOW - 90, finishedAt: NOW })).toBe(90)
  expect(ended({ roundStartedAt: null, finishedAt: NOW })).toBe(0)
  expect(ended({ roundStartedAt: NOW + 5, finishedAt: NOW })).toBe(0)
})
