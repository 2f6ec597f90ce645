import { expect, test } from 'vitest'
import { bar, type Progress, progressLine, shortProgress } from '../../../src/cli/format/bar.ts'

const NOTHING: Progress = { fraction: null, current: null, total: null, unit: null, stage: null, message: null, rate: null }

test('a bar is as full as the work, and never fuller than full', () => {
  expect(bar(0, 4)).toBe('░░░░')
  expect(bar(0.5, 4)).toBe('██░░')
  expect(bar(1.7, 4)).toBe('████')
  expect(bar(-1, 4)).toBe('░░░░')
})

test('the line of a download tells bytes, rate and time left', () => {
  const progress = { ...NOTHING, current: 5 * 2 ** 20, total: 20 * 2 ** 20, unit: 'bytes', rate: 2 ** 20, stage: 'downloading' }
  expect(progressLine(progress, undefined)).toBe('██████░░░░░░░░░░░░░░░░░░  25%  5 MiB of 20 MiB  1 MiB/s  15s left  downloading')
})

test('a rate stands beside the stage, and of a part alone only the time left is told', () => {
  const counted = { ...NOTHING, current: 30, total: 120, unit: 'rows', rate: 0.5, message: 'orders.csv' }
  expect(progressLine(counted, undefined)).toMatch(/ 25% {2}30 rows of 120 rows {2}30 rows\/min {2}3m left {2}orders\.csv$/)
  expect(progressLine({ ...NOTHING, fraction: 0.5, rate: 0.01 }, undefined)).toMatch(/ 50% {2}50s left$/)
})

test('work that all but stands still has no time left to tell, nor has work that is done', () => {
  const at = (rate: number, current = 1) => progressLine({ ...NOTHING, current, total: 2, rate }, undefined)
  for (const rate of [0, 1e-9]) expect(at(rate)).toMatch(/ 50% {2}1 of 2$/)
  expect(at(1, 2)).toMatch(/ 100% {2}2 of 2 {2}1\/s$/)
})

test('what is not known is left out, and a stage stands in its place', () => {
  expect(progressLine({ ...NOTHING, current: 3, unit: 'rows', stage: 'reading' }, undefined)).toBe('3 rows  reading')
  expect(progressLine({ ...NOTHING, fraction: 0.999 }, undefined)).toContain(' 99%')
  expect(progressLine(NOTHING, undefined)).toBe('')
})

test('a line is never wider than the terminal, whatever a function reports', () => {
  expect(progressLine({ ...NOTHING, current: 1, unit: 'x'.repeat(500) }, 20)).toHaveLength(20)
  expect(progressLine({ ...NOTHING, stage: 'a\n\u001b[2J' }, undefined)).toBe('a\\n\\e[2J')
})

test('a short form fits into tables', () => {
  expect(shortProgress({ ...NOTHING, current: 1, total: 3 })).toBe('33%')
  expect(shortProgress({ ...NOTHING, current: 1, total: 4, rate: 1 })).toBe('25%, 3s left')
  expect(shortProgress({ ...NOTHING, current: 2048, unit: 'bytes' })).toBe('2 KiB')
  expect(shortProgress({ ...NOTHING, stage: 'waiting' })).toBe('waiting')
  expect(shortProgress(null)).toBe('')
})
