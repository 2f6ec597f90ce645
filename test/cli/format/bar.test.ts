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
  expect(progressLine(progress, undefined)).toBe('██████░░░░░░░░░░░░░░░░░░  25%  5 MiB of 20 MiB  1 MiB/s  15s left')
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
  expect(shortProgress({ ...NOTHING, current: 2048, unit: 'bytes' })).toBe('2 KiB')
  expect(shortProgress({ ...NOTHING, stage: 'waiting' })).toBe('waiting')
  expect(shortProgress(null)).toBe('')
})
