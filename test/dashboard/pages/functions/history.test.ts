import { expect, test } from 'vitest'
import {
  chartOf,
  figuresOf,
  type Span,
  successShare,
  totalsOf,
  trendText,
  windowNamed,
} from '../../../../src/dashboard/pages/functions/history.ts'

function span(parts: Partial<Span> = {}): Span {
  return {
    timestamp: '2026-01-31T12:00:00.000Z',
    created: 0,
    succeeded: 0,
    recovered: 0,
    failed: 0,
    exhausted: 0,
    retryAttempts: 0,
    averageRecoveryTime: 0,
    ...parts,
  }
}

test('a mean counts each recovered operation the same, however they lie in the spans', () => {
  const spans = [span({ recovered: 1, averageRecoveryTime: 10 }), span({ recovered: 3, averageRecoveryTime: 2 }), span()]
  expect(totalsOf(spans)).toMatchObject({ recovered: 4, averageRecoveryTime: 4 })
  expect(totalsOf([])).toMatchObject({ recovered: 0, averageRecoveryTime: 0 })
})

test('a success rate is of those that ended, and there is none where none did', () => {
  expect(successShare({ succeeded: 3, failed: 1 })).toBe(0.75)
  expect(successShare({ succeeded: 0, failed: 0 })).toBe(null)
})

test('the trend says in words what the line shows', () => {
  expect(trendText([span({ succeeded: 3 }), span({ failed: 1 })])).toBe('75.0% of 4 succeeded')
  expect(trendText([span({ created: 2 })])).toBe('2 created, none ended')
  expect(trendText([span()])).toBe('Nothing in 24 h')
})

test('figures without a value say so', () => {
  const values = Object.fromEntries(figuresOf(totalsOf([span()])).map(({ name, value }) => [name, value]))
  expect(values).toMatchObject({ Created: '0', 'Success rate': '–', 'Recovery time': '–' })
  const [recovery] = figuresOf(totalsOf([span({ recovered: 1, averageRecoveryTime: 1.5 })])).slice(-1)
  expect(recovery).toMatchObject({ value: '1.5s', note: 'mean of 1 recovery' })
})

test('failed and exhausted operations are told apart', () => {
  const values = Object.fromEntries(
    figuresOf(totalsOf([span({ failed: 3, exhausted: 1 }), span({ failed: 1 })])).map(({ name, value }) => [name, value]),
  )
  expect(values).toMatchObject({ Failed: '3', Exhausted: '1', 'Success rate': '0.0%' })
})

test('charts have a value for each span, and a gap in the rate where nothing ended', () => {
  const { timestamps, throughput, rate } = chartOf([span({ succeeded: 1, created: 6, failed: 3, exhausted: 2 }), span()])
  expect(timestamps).toHaveLength(2)
  expect(throughput.map(({ values }) => values)).toEqual([
    [6, 0],
    [1, 0],
    [1, 0],
    [2, 0],
  ])
  expect(rate[0]?.values).toEqual([0.25, null])
})

test('an address names a window, else it is a day', () => {
  expect([windowNamed('1h').name, windowNamed('nonsense').name, windowNamed(undefined).name]).toEqual(['1h', '24h', '24h'])
})
