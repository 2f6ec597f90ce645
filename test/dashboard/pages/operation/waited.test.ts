import { expect, test } from 'vitest'
import { waitedText } from '../../../../src/dashboard/pages/operation/waited.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString()
const previous = { finishedAt: at(0) }

test('a wait that was kept is told as it was decided, give or take what timers need', () => {
  expect(waitedText({ startedAt: at(5), delayBefore: 5000 }, previous)).toBe('after a wait of 5s')
  expect(waitedText({ startedAt: at(6), delayBefore: 5000 }, previous)).toBe('after a wait of 5s')
  expect(waitedText({ startedAt: at(57), delayBefore: 60_000 }, previous)).toBe('after a wait of 1m')
})

test('a wait that a person cut short, or that something made longer, is told as it was', () => {
  expect(waitedText({ startedAt: at(17), delayBefore: 562_000 }, previous)).toBe('after 17s instead of a wait of 9m 22s')
  expect(waitedText({ startedAt: at(50), delayBefore: 2000 }, previous)).toBe('after 50s instead of a wait of 2s')
})

test('nothing is said of no wait, and what was decided where the attempt before is not known', () => {
  expect(waitedText({ startedAt: at(5), delayBefore: null }, previous)).toBeNull()
  expect(waitedText({ startedAt: at(5), delayBefore: 60_000 }, undefined)).toBe('after a wait of 1m')
  expect(waitedText({ startedAt: at(5), delayBefore: 60_000 }, { finishedAt: null })).toBe('after a wait of 1m')
})
