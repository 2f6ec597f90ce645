import { expect, test } from 'vitest'
import { DownloadProgress, formatBytes, formatTime } from '../../src/functions/download-progress.ts'
import type { Progress } from '../../src/operation/progress.ts'
import { FakeClock } from '../support/fake-clock.ts'

function setUp() {
  const clock = new FakeClock()
  const reports: Partial<Progress>[] = []
  return { clock, reports, progress: new DownloadProgress((report) => void reports.push(report), clock) }
}

test('bytes, total, rate and time left are told in words', () => {
  const { clock, reports, progress } = setUp()
  progress.at('downloading', 12_300_000 - 3_100_000, 4_000_000_000)
  clock.jump(1000)
  progress.at('downloading', 12_300_000, 4_000_000_000)

  expect(reports[1]).toEqual({
    current: 12_300_000,
    rate: 3_100_000,
    total: 4_000_000_000,
    unit: 'bytes',
    stage: 'downloading',
    message: '12.3 MB of 4.0 GB, 3.1 MB/s, 21m 27s left',
  })
})

test('in its first second a download has no rate yet', () => {
  const { clock, reports, progress } = setUp()
  progress.at('downloading', 0, 4000)
  clock.jump(900)
  progress.at('downloading', 1000, 4000)
  expect(reports[1]).not.toHaveProperty('rate')
  expect(reports[1]?.message).toBe('1.0 kB of 4.0 kB')
})

test('without a total there is no time left to tell', () => {
  const { clock, reports, progress } = setUp()
  progress.at('downloading', 0, null)
  clock.jump(1000)
  progress.at('downloading', 5_000_000, null)
  expect(reports.map((report) => report.message)).toEqual(['0 B', '5.0 MB, 5.0 MB/s'])
})

test('reports are at least 200 ms apart, but a new stage is told at once', () => {
  const { clock, reports, progress } = setUp()
  for (let ms = 0; ms < 1000; ms += 10) {
    progress.at('downloading', ms, 1000)
    clock.jump(10)
  }
  expect(reports).toHaveLength(5)
  progress.at('finishing', 1000, 1000)
  expect(reports.at(-1)).toMatchObject({ stage: 'finishing', current: 1000, message: 'finishing: 1.0 kB of 1.0 kB' })
})

test('what was there before the attempt does not count for its rate', () => {
  const { clock, reports, progress } = setUp()
  progress.at('verifying', 0, 3_000_000)
  clock.jump(1000)
  progress.at('verifying', 1_000_000, 3_000_000)
  progress.at('downloading', 1_000_000, 3_000_000)
  clock.jump(1000)
  progress.at('downloading', 1_500_000, 3_000_000)
  expect(reports.at(-1)?.message).toBe('1.5 MB of 3.0 MB, 500.0 kB/s, 3s left')
})

test('the rate follows a change within a few seconds and does not jump', () => {
  const { clock, reports, progress } = setUp()
  let bytes = 0
  const run = (seconds: number, perSecond: number) => {
    for (let second = 0; second < seconds; second++) {
      progress.at('downloading', bytes, null)
      clock.jump(1000)
      bytes += perSecond
    }
  }
  const rate = () => Number(/([\d.]+) MB\/s/.exec(reports.at(-1)?.message ?? '')?.[1])
  run(20, 10_000_000)
  run(2, 2_000_000)
  expect(rate()).toBeGreaterThan(8)
  run(20, 2_000_000)
  expect(rate()).toBeLessThan(2.3)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [4_000_000_000, '4.0 GB'],
  [5e15, '5000.0 TB'],
])('%i bytes are shown as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0.2, '1s'],
  [59, '59s'],
  [60, '1m 0s'],
  [125, '2m 5s'],
  [3600, '1h 0m'],
  [90_000, '1d 1h'],
])('%d seconds are shown as %s', (seconds, text) => {
  expect(formatTime(seconds)).toBe(text)
})
