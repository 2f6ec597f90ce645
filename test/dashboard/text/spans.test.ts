import { expect, test } from 'vitest'
import { isInstant, isSpan, spanMs } from '../../../src/dashboard/text/spans.ts'

test.each([
  ['30m', 1_800_000],
  ['24h', 86_400_000],
  ['7d', 604_800_000],
])('%s is a span', (text, ms) => {
  expect([isSpan(text), spanMs(text)]).toEqual([true, ms])
})

test.each(['', '0h', '1', 'h', '1w', '-1h', '1.5h', '9999999d'])('%j is no span', (text) => {
  expect([isSpan(text), spanMs(text)]).toEqual([false, 0])
})

test.each(['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.123+02:00', '2026-01-31T12:00Z'])('%s is an instant', (text) => {
  expect(isInstant(text)).toBe(true)
})

test.each(['2026-01-31', '2026-13-31T12:00:00Z', '2026-01-31T12:00:00', 'now'])('%s is no instant', (text) => {
  expect(isInstant(text)).toBe(false)
})
