import { expect, test } from 'vitest'
import { changeBy, command, inSituation, NOW } from './situations.ts'

const STILL = { fraction: 0.5, current: 1, total: 2, unit: 'files', stage: null, message: null }
const MOVING = { ...STILL, rate: 5 }

test.each(['sleep', 'complete', 'fail', 'hand_over', 'pause', 'cancel'] as const)(
  'after %s nothing moves: the progress that is kept has no rate',
  (type) => {
    const { operation, writes } = changeBy(inSituation('running'), command(type, { progress: MOVING }))
    expect(operation.progress).toStrictEqual(STILL)
    expect(writes.progress).toBe(true)
  },
)

test('past its deadline nothing moves either', () => {
  const late = inSituation('running', { deadlineAt: NOW })
  expect(changeBy(late, command('expire', { progress: MOVING })).operation.progress).toStrictEqual(STILL)
})

test('of an interrupted attempt, what it had stored of its progress is kept without the rate', () => {
  const { operation, writes } = changeBy(inSituation('running', { progress: MOVING }), command('lost'))
  expect(operation.progress).toStrictEqual(STILL)
  expect(writes.progress).toBe(true)
})

test('a checkpoint keeps the rate: its attempt runs on', () => {
  expect(changeBy(inSituation('running'), command('checkpoint', { progress: MOVING })).operation.progress).toBe(MOVING)
})

test('a command that knows of no progress leaves what is stored as it is', () => {
  const { operation, writes } = changeBy(inSituation('running', { progress: MOVING }), command('pause'))
  expect(operation.progress).toBe(MOVING)
  expect(writes.progress).toBe(false)
})
