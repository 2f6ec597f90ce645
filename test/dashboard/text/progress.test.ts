import { expect, test } from 'vitest'
import { progressTexts, progressWords } from '../../../src/dashboard/text/progress.ts'

const MB = 1024 ** 2

test('a download shows its part, its bytes, its rate and the time left', () => {
  const texts = progressTexts({ fraction: 0.45, current: 45 * MB, total: 100 * MB, unit: 'bytes', rate: 5 * MB })
  expect(texts).toEqual(['45.0%', '45.00 MB / 100.00 MB', '5.00 MB/s', '11s left'])
})

test('what is counted in something else is written with its unit, or without any', () => {
  expect(progressTexts({ current: 3, total: 10, unit: 'files' })).toEqual(['3 files / 10 files'])
  expect(progressTexts({ current: 1234.56 })).toEqual(['1,234.6'])
})

test('a unit that others named takes no more room than a word', () => {
  expect(progressTexts({ current: 3, unit: 'u'.repeat(1000) })).toEqual([`3 ${'u'.repeat(20)}…`])
})

test('what is not known, not a number or already reached is left out', () => {
  expect(progressTexts({})).toEqual([])
  expect(progressTexts({ fraction: Number.NaN, current: null, rate: 0 })).toEqual([])
  expect(progressTexts({ current: 10, total: 10, rate: 2 })).toEqual(['10 / 10', '2/s'])
})

test('a message that only tells the bytes again is left out, and any other stands beside the stage', () => {
  const bytes = { current: 5, unit: 'bytes' }
  expect(progressWords({ ...bytes, stage: 'downloading', message: '73.9 MB of 120.0 MB, 113.5 kB/s' })).toEqual(['downloading'])
  expect(progressWords({ ...bytes, stage: 'connecting', message: 'connecting: 0 B' })).toEqual(['connecting'])
  expect(progressWords({ stage: 'connecting', message: 'connecting: 0 B' })).toHaveLength(2)
  expect(progressWords({ ...bytes, stage: 'import', message: '5 Bananas' })).toEqual(['import', '5 Bananas'])
  expect(progressWords({ ...bytes, stage: null, message: '' })).toEqual([])
})
