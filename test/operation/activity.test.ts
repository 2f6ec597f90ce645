import { expect, test } from 'vitest'
import { activityOf, addActivity, breakerActivity, NO_ACTIVITY, SPAN_MS, spanOf, tripsOf } from '../../src/operation/activity.ts'
import type { Change } from '../../src/operation/change.ts'
import { counterDelta } from '../../src/operation/counters.ts'
import { DEADLINE_EXCEEDED, type OperationError } from '../../src/operation/operation-error.ts'
import { begin, complete, created, following, T0 } from '../store/stores.ts'
import { FATAL } from './situations.ts'

const fail = { type: 'fail', token: 'lease_op', error: DEADLINE_EXCEEDED, timedOut: false } as const
const points = (change: Change) => activityOf(change, counterDelta(change))

test('a span is ten seconds and begins at a whole one', () => {
  expect([spanOf(T0), spanOf(T0 + SPAN_MS - 1), spanOf(T0 + SPAN_MS)]).toEqual([T0, T0, T0 + 10_000])
})

test('each thing that becomes of an operation counts in the span in which it happened', () => {
  const first = created('op')
  const running = begin(first.operation)
  const waiting = following(running.operation, { ...fail, retry: { delayMs: 5, strategy: 'fixed' } }, T0 + 1)
  const again = begin(waiting.operation, T0 + 20_000)
  const done = complete(again.operation, T0 + 30_001)

  expect([first, running, waiting, again, done].map(points)).toEqual([
    [{ ...NO_ACTIVITY, functionName: 'work', at: T0, created: 1 }],
    [],
    [],
    [{ ...NO_ACTIVITY, functionName: 'work', at: T0 + 20_000, retryAttempts: 1 }],
    [{ ...NO_ACTIVITY, functionName: 'work', at: T0 + 30_000, succeeded: 1, recovered: 1, recoveryMs: 30_000 }],
  ])
})

test.each<[string, OperationError, number]>([
  ['failed', FATAL, 0],
  ['exhausted', DEADLINE_EXCEEDED, 1],
])('one that ended %s and is retried is taken out of the span in which it ended', (_, error, exhausted) => {
  const ended = following(begin(created('op').operation).operation, { ...fail, error, retry: null }, T0 + 15_000)
  const retry = { type: 'retry', force: true, maxAttempts: null, attemptId: 'att', circuit: null, actor: null } as const
  const retried = following(ended.operation, retry, T0 + 99_000)

  const span = { ...NO_ACTIVITY, functionName: 'work', at: T0 + 10_000 }
  expect(points(ended)).toEqual([{ ...span, failed: 1, exhausted }])
  expect(points(retried)).toEqual([{ ...span, failed: -1, exhausted: exhausted === 1 ? -1 : 0 }])
})

test('activities add up part by part', () => {
  const one = { created: 1, succeeded: 2, recovered: 3, failed: 4, exhausted: 5, retryAttempts: 6, recoveryMs: 7, trips: 8 }
  const two = { created: 2, succeeded: 4, recovered: 6, failed: 8, exhausted: 10, retryAttempts: 12, recoveryMs: 14, trips: 16 }

  expect(addActivity(one, one)).toEqual(two)
})

test('the record of a breaker tells its trips, and nothing else does', () => {
  expect(tripsOf({ kind: 'breaker', key: 'scope', value: { trips: 3 } })).toBe(3)
  for (const value of [null, 3, [3], {}, { trips: '3' }]) expect(tripsOf({ kind: 'breaker', key: 'scope', value })).toBe(0)
  expect(tripsOf({ kind: 'settings', key: 'trips', value: { trips: 3 } })).toBe(0)
})

test('trips count in the span in which they happened, and for no function', () => {
  expect(breakerActivity(2, T0 + 15_000)).toEqual([{ ...NO_ACTIVITY, functionName: '', at: T0 + 10_000, trips: 2 }])
  expect([breakerActivity(0, T0), breakerActivity(-1, T0)]).toEqual([[], []])
})
