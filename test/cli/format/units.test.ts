import { expect, test } from 'vitest'
import { formatAmount, formatBytes, formatDuration, formatInstant, formatRate } from '../../../src/cli/format/units.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
  [10 * 1024 + 51, '10 KiB'],
  [1024 * 1024 - 1, '1 MiB'],
  [3.27 * 2 ** 30, '3.27 GiB'],
  [2 ** 60, '1024 PiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0, '0 ms'],
  [999.6, '1s'],
  [1500, '1.5s'],
  [9_999, '10s'],
  [59_400, '59s'],
  [59_999, '1m'],
  [200_000, '3m 20s'],
  [3_599_999, '1h'],
  [7_500_000, '2h 5m'],
  [86_400_000, '1d'],
  [97 * 3_600_000, '4d 1h'],
  [-5, '0 ms'],
])('%d ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('amounts and rates have the unit that the function reports in', () => {
  expect(formatAmount(2048, 'bytes')).toBe('2 KiB')
  expect(formatAmount(1234567, 'rows')).toBe('1,234,567 rows')
  expect(formatAmount(7, null)).toBe('7')
  expect(formatRate(1536, 'bytes')).toBe('1.5 KiB/s')
  expect(formatRate(12.3456, 'rows')).toBe('12.3 rows/s')
  expect(formatRate(0.5, 'rows')).toBe('30 rows/min')
  expect(formatRate(0.01, null)).toBe('36/h')
  expect(formatRate(0.0001, 'bytes')).toBe('')
})

test('instants are told from where now is', () => {
  const now = Date.UTC(2026, 0, 1, 12)
  expect(formatInstant('2026-01-01T11:56:40.000Z', now)).toBe('3m 20s ago')
  expect(formatInstant('2026-01-01T12:00:12.000Z', now)).toBe('in 12s')
  expect(formatInstant('2026-01-01T12:00:00.900Z', now)).toBe('now')
})
