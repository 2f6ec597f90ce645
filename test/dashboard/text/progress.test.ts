import { expect, test } from 'vitest'
import { atRest, progressTexts, progressWords } from '../../../src/dashboard/text/progress.ts'

const MB = 1024 ** 2

test('a download shows its part, its bytes, its rate and the time left', () => {
  const texts = progressTexts({ fraction: 0.45, current: 45 * MB, total: 100 * MB, unit: 'bytes', rate: 5 * MB })
  expect(texts).toEqual(['45.0%', '45.00 MB / 100.00 MB', '5.00 MB/s', '11s left'])
})

test('what is counted in something else is written with its unit, or without any', () => {
  expect(progressTexts({ current: 3, total: 10, unit: 'files' })).toEqual(['3 / 10 files'])
  expect(progressTexts({ current: 1234.56 })).toEqual(['1,234.6'])
})

test('of what has not begun there is nothing to tell, unless it is known how much there is', () => {
  expect(progressTexts({ current: 0, unit: 'bytes' })).toEqual([])
  expect(progressTexts({ current: 0, total: 2, unit: 'files' })).toEqual(['0 / 2 files'])
})

test('a rate is told by the second, and by the minute or hour when it is slow', () => {
  const at = (rate: number, unit?: string) => progressTexts({ current: 1, rate, unit })[1]
  expect(at(340, 'rows')).toBe('340 rows/s')
  expect(at(1234.56, 'rows')).toBe('1,230 rows/s')
  expect(at(0.5, 'files')).toBe('30 files/min')
  expect(at(0.01)).toBe('36/h')
  expect(at(0.5, 'bytes')).toBe('30 B/min')
})

test('of a part of the whole there is the time left, and no rate', () => {
  expect(progressTexts({ fraction: 0.25, rate: 0.01 })).toEqual(['25.0%', '1m 15s left'])
  expect(progressTexts({ fraction: 0.25, rate: 100, unit: 'rows' })).toEqual(['25.0%', '100 rows/s'])
})

test('work that all but stands still has no rate and no time left', () => {
  expect(progressTexts({ current: 1, total: 2, rate: 1e-7 })).toEqual(['1 / 2'])
  expect(progressTexts({ fraction: 0.5, rate: 1e-9 })).toEqual(['50.0%'])
})

test('a unit that others named takes no more room than a word', () => {
  expect(progressTexts({ current: 3, unit: 'u'.repeat(1000) })).toEqual([`3 ${'u'.repeat(20)}…`])
})

test('what is not known, not a number or already reached is left out', () => {
  expect(progressTexts({})).toEqual([])
  expect(progressTexts({ fraction: Number.NaN, current: null, rate: 0 })).toEqual([])
  expect(progressTexts({ current: 10, total: 10, rate: 2 })).toEqual(['10 / 10', '2/s'])
})

test('a message that writes the bytes again beside their bar is left out, any other is shown once', () => {
  const bytes = { current: 1.5 * MB, total: 6 * MB, unit: 'bytes' }
  for (const message of ['connecting: 1.5 MB of 6.0 MB', '12 B', '1.5 MB of 6.0 MB, 500.0 kB/s, 9s left', 'verifying: 0 B'])
    expect(progressWords({ ...bytes, stage: 'connecting', message })).toEqual(['connecting'])
  expect(progressWords({ ...bytes, stage: 'copying', message: 'orders.csv' })).toEqual(['copying', 'orders.csv'])
  expect(progressWords({ stage: 'same', message: 'same' })).toEqual(['same'])
  expect(progressWords({ message: '12 B' })).toEqual(['12 B'])
})

test('a message that only says the figures again is left out, and any other stands beside the stage', () => {
  expect(progressWords({ stage: 'downloading', message: 'downloading: 5 MB of 9 MB', current: 5 })).toEqual(['downloading'])
  expect(progressWords({ stage: 'downloading', message: 'downloading: 5 MB of 9 MB' })).toHaveLength(2)
  expect(progressWords({ stage: 'import', message: 'customers', current: 5 })).toEqual(['import', 'customers'])
  expect(progressWords({ stage: null, message: ': odd', current: 5 })).toEqual([': odd'])
})

test('what does not run keeps its amounts and its message, and says neither how fast nor what it does', () => {
  const stopped = atRest({
    fraction: 0.5,
    current: 5,
    total: 10,
    unit: 'rows',
    rate: 2,
    stage: 'importing',
    message: '3 skipped',
  })
  expect([...progressTexts(stopped), ...progressWords(stopped)]).toEqual(['50.0%', '5 / 10 rows', '3 skipped'])
})
