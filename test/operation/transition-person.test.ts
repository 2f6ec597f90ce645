import { expect, test } from 'vitest'
import { type Situation, situationOf } from '../../src/operation/operation.ts'
import { availableActions, transition } from '../../src/operation/transition.ts'
import { asleep, changeBy, command, ERROR, inSituation, NOW } from './situations.ts'

const PROGRESS = { fraction: 0.5, current: 1, total: 2, unit: 'files', stage: null, message: null }

test('a pause of a running attempt gives its charge back and keeps state, progress and error', () => {
  const before = inSituation('running', { checkpoint: { offset: 9 }, progress: PROGRESS })
  const change = changeBy(before, command('pause', { actor: 'ann' }))
  expect(change.operation).toMatchObject({ state: 'paused', attempt: 1, totalAttempts: 1, sequence: 2, failedAttempts: 1 })
  expect(change.operation).toMatchObject({
    checkpoint: { offset: 9 },
    progress: PROGRESS,
    error: ERROR,
    finishedAt: null,
    dueAt: null,
  })
  expect(change.attempt).toEqual({ kind: 'update', id: 'att_2', outcome: 'paused', finishedAt: NOW, error: null })
  expect(change.guard).toEqual({ kind: 'version', version: 7 })
  expect(change.dispatch).toEqual({ kind: 'withdraw' })
  expect(change.event).toMatchObject({ type: 'paused', actor: 'ann', state: 'paused', nextAttemptAt: null })
})

test('a pause stores the progress that the running attempt has reached', () => {
  const change = changeBy(inSituation('in_progress'), command('pause', { progress: PROGRESS }))
  expect(change.operation.progress).toEqual(PROGRESS)
  expect(change.writes).toEqual({ state: true, progress: true, checkpoint: false, input: false })
})

test('a pause of a waiting operation charges nothing, forgets its breaker, and keeps the id that was promised', () => {
  const before = inSituation('waiting', { blockedBy: 'copy', nextAttemptId: 'att_told' })
  const change = changeBy(before, command('pause'))
  expect(change.operation).toMatchObject({ attempt: 1, totalAttempts: 1, blockedBy: null, nextAttemptId: 'att_told' })
  expect(change.attempt).toBeNull()
})

test('a pause ends a sleeping attempt too, uncharged', () => {
  const change = changeBy(asleep(), command('pause'))
  expect(change.operation).toMatchObject({ state: 'paused', attempt: 0, totalAttempts: 0, currentAttemptId: null })
  expect(change.attempt).toMatchObject({ id: 'att_1', outcome: 'paused' })
})

test.each([
  ['never failed in its first round', {}, 'pending'],
  ['failed before', { failedAttempts: 1 }, 'waiting'],
  ['was interrupted before', { interruptions: 1 }, 'waiting'],
  ['is in a later round', { round: 2 }, 'waiting'],
] as const)('an operation that %s is resumed to where it waits', (_name, parts, target) => {
  expect(situationOf(changeBy(inSituation('paused', parts), command('resume')).operation)).toBe(target)
})

test('a resumed operation is due now, its deadline unmoved', () => {
  const before = inSituation('paused', { deadlineAt: NOW + 5 })
  const change = changeBy(before, command('resume', { actor: 'ann' }))
  expect(change.operation).toMatchObject({ dueAt: NOW, deadlineAt: NOW + 5, version: 8 })
  expect(change).toMatchObject({
    dispatch: { kind: 'enqueue', at: NOW },
    event: { type: 'resumed', actor: 'ann', nextAttemptAt: NOW },
  })
})

test('a resumed operation whose start lies ahead is due then', () => {
  expect(changeBy(inSituation('paused', { runAt: NOW + 900 }), command('resume')).operation.dueAt).toBe(NOW + 900)
})

test('a cancel ends a running attempt uncharged and keeps its last error, its steps and its state', () => {
  const before = inSituation('running', { checkpoint: 'here', nextAttemptId: null })
  const change = changeBy(before, command('cancel', { actor: 'bob', reason: 'wrong file', progress: PROGRESS }))
  expect(change.operation).toMatchObject({ state: 'cancelled', attempt: 1, totalAttempts: 1, error: ERROR, checkpoint: 'here' })
  expect(change.operation).toMatchObject({ finishedAt: NOW, token: null, currentAttemptId: null, progress: PROGRESS })
  expect(change.attempt).toMatchObject({ id: 'att_2', outcome: 'cancelled', finishedAt: NOW })
  expect(change.dispatch).toEqual({ kind: 'withdraw' })
  expect(change.event).toMatchObject({ type: 'cancelled', actor: 'bob', data: { reason: 'wrong file' }, durationMs: 90 })
})

test('a cancel of a paused or waiting operation forgets the id that was promised for an attempt that never comes', () => {
  for (const situation of ['paused', 'waiting'] as const) {
    const change = changeBy(inSituation(situation, { nextAttemptId: 'att_told' }), command('cancel'))
    expect(change.operation).toMatchObject({ state: 'cancelled', nextAttemptId: null })
    expect(change).toMatchObject({ attempt: null, event: { data: null, actor: null } })
  }
})

test('cancelling a cancelled operation changes nothing and is no error', () => {
  expect(transition(inSituation('cancelled'), command('cancel'), NOW)).toEqual({ kind: 'unchanged' })
})

const ACTIONS: readonly (readonly [Situation, readonly string[]])[] = [
  ['pending', ['cancel', 'pause']],
  ['in_progress', ['cancel', 'pause']],
  ['waiting', ['retry', 'cancel', 'pause']],
  ['running', ['cancel', 'pause']],
  ['paused', ['cancel', 'resume']],
  ['success', []],
  ['failed', ['force_retry']],
  ['exhausted', ['retry']],
  ['cancelled', ['force_retry']],
]

test.each(ACTIONS)('an operation that is %s offers %j', (situation, actions) => {
  expect(availableActions(inSituation(situation))).toEqual(actions)
})

test('what is offered follows the breaker, the sleep and the error', () => {
  expect(availableActions(inSituation('pending', { blockedBy: 'copy' }))).toEqual(['retry', 'cancel', 'pause'])
  expect(availableActions(asleep({ state: 'recovering' }))).toEqual(['cancel', 'pause'])
  expect(availableActions(inSituation('failed', { error: ERROR }))).toEqual(['retry'])
})
