import { expect, test } from 'vitest'
import {
  type Ground,
  OVERDUE_MS,
  SIGNAL_MS,
  SILENT_MS,
  stuckAttempt,
  stuckInLine,
  type UnsettledAttempt,
} from '../../../src/engine/attention/stuck.ts'

const ATTEMPT: UnsettledAttempt = { operationId: 'op', functionName: 'work', stopped: null, lastSignAt: 1000 }
const GROUND: Ground = { registered: true, claiming: true, own: { taken: 0, limit: 2 }, shared: { taken: 0, limit: 9 } }
const DUE = { id: 'op', functionName: 'work', dueAt: 5000 }

test('an attempt is silent once it has given no sign for more than 10 minutes', () => {
  expect(stuckAttempt(ATTEMPT, 1000 + SILENT_MS)).toBeNull()
  expect(stuckAttempt(ATTEMPT, 1001 + SILENT_MS)).toEqual({
    operationId: 'op',
    functionName: 'work',
    kind: 'silent',
    reason: expect.stringContaining('neither reported progress nor stored anything for more than 10 minutes'),
    since: 1000,
  })
})

test.each([
  ['paused', 'It was paused,'],
  ['cancelled', 'It was cancelled,'],
  ['timed out', 'Its attempt took longer than its timeout,'],
  ['past its deadline', 'Its deadline has passed,'],
  ['handed over', 'The server is stopping,'],
  ['superseded', 'Its attempt was given up for another,'],
] as const)('a function that still runs 10 seconds after it was %s ignores its signal', (cause, words) => {
  const attempt = { ...ATTEMPT, stopped: { cause, at: 2000 } }
  expect(stuckAttempt(attempt, 2000 + SIGNAL_MS)).toBeNull()
  const stuck = stuckAttempt(attempt, 2001 + SIGNAL_MS)
  expect(stuck).toMatchObject({ kind: 'ignores_signal', since: 2000 })
  expect(stuck?.reason).toContain(words)
})

test('an attempt that was put to sleep is no trouble', () => {
  expect(stuckAttempt({ ...ATTEMPT, stopped: { cause: 'put to sleep', at: 0 } }, 1e9)).toBeNull()
})

test('what has been due for a minute is about to be taken up', () => {
  expect(stuckInLine(DUE, { ...GROUND, registered: false, claiming: false }, 5000 + OVERDUE_MS)).toBeNull()
})

test.each<[string, Partial<Ground>, string, string]>([
  [
    'its function is not registered',
    { registered: false, claiming: false },
    'unknown_function',
    'No function named "work" is registered',
  ],
  ['nothing is begun', { claiming: false, own: { taken: 2, limit: 2 } }, 'overdue', 'This server begins nothing now'],
  ['the slots of its function are taken', { own: { taken: 2, limit: 2 } }, 'overdue', '2 of 2 of "work" are taken'],
  ['the slots of the server are taken', { shared: { taken: 9, limit: 9 } }, 'overdue', '9 of 9 of this server are taken'],
  ['a slot is free', {}, 'overdue', 'A slot is free'],
  ['it needs none of the shared slots', { shared: null }, 'overdue', 'A slot is free'],
])('what has been due for longer says that %s', (_why, ground, kind, words) => {
  const stuck = stuckInLine(DUE, { ...GROUND, ...ground }, 5001 + OVERDUE_MS)
  expect(stuck).toMatchObject({ operationId: 'op', functionName: 'work', kind, since: 5000 })
  expect(stuck?.reason).toContain(words)
})
