import type { FunctionHistoryQuery } from '../../gql/graphql.ts'
import { durationText } from '../../text/durations.ts'
import { countOf, countText, percentText } from '../../text/numbers.ts'

export type Span = FunctionHistoryQuery['timeSeries'][number]

const HOUR = 3_600_000

/** How far a history reaches back. */
export const WINDOWS = [
  { name: '1h', label: 'Last hour', windowMs: HOUR, spanMs: 60_000 },
  { name: '24h', label: 'Last 24 hours', windowMs: 24 * HOUR, spanMs: 15 * 60_000 },
  { name: '7d', label: 'Last 7 days', windowMs: 7 * 24 * HOUR, spanMs: 2 * HOUR },
] as const
export type HistoryWindow = (typeof WINDOWS)[number]

/** The window that an address names, else a day. */
export function windowNamed(name: string | undefined): HistoryWindow {
  return WINDOWS.find((one) => one.name === name) ?? WINDOWS[1]
}

export interface Totals {
  readonly created: number
  readonly succeeded: number
  readonly recovered: number
  /** Failed and exhausted together. */
  readonly failed: number
  readonly exhausted: number
  readonly retryAttempts: number
  /** Mean seconds from the first failure to the success. */
  readonly averageRecoveryTime: number
}

export function totalsOf(spans: readonly Span[]): Totals {
  const sum = (of: (span: Span) => number) => spans.reduce((total, span) => total + of(span), 0)
  const recovered = sum((span) => span.recovered)
  const seconds = sum((span) => span.averageRecoveryTime * span.recovered)
  return {
    created: sum((span) => span.created),
    succeeded: sum((span) => span.succeeded),
    recovered,
    failed: sum((span) => span.failed),
    exhausted: sum((span) => span.exhausted),
    retryAttempts: sum((span) => span.retryAttempts),
    averageRecoveryTime: recovered === 0 ? 0 : seconds / recovered,
  }
}

/** The part of the ended ones that succeeded; null when none ended. */
export function successShare({ succeeded, failed }: Pick<Span, 'succeeded' | 'failed'>): number | null {
  return succeeded + failed === 0 ? null : succeeded / (succeeded + failed)
}

/** `98.0% of 50 succeeded`, or that nothing ended. */
export function trendText(spans: readonly Span[]): string {
  const totals = totalsOf(spans)
  const share = successShare(totals)
  if (share === null) return totals.created === 0 ? 'Nothing in 24 h' : `${countText(totals.created)} created, none ended`
  return `${percentText(share)} of ${countText(totals.succeeded + totals.failed)} succeeded`
}

/** Figures with their names. */
export function figuresOf(totals: Totals): readonly { readonly name: string; readonly value: string; readonly note: string }[] {
  const share = successShare(totals)
  return [
    { name: 'Created', value: countText(totals.created), note: 'operations' },
    { name: 'Succeeded', value: countText(totals.succeeded), note: `${countText(totals.recovered)} of them after a failure` },
    { name: 'Failed', value: countText(totals.failed - totals.exhausted), note: 'no retry mends their error' },
    { name: 'Exhausted', value: countText(totals.exhausted), note: 'attempts or time used up' },
    { name: 'Success rate', value: share === null ? '–' : percentText(share), note: 'of those that ended' },
    { name: 'Retries', value: countText(totals.retryAttempts), note: 'attempts after a failure' },
    {
      name: 'Recovery time',
      value: totals.recovered === 0 ? '–' : durationText(totals.averageRecoveryTime * 1000),
      note: `mean of ${countOf(totals.recovered, 'recovery', 'recoveries')}`,
    },
  ]
}

/** The lines of the charts. */
export function chartOf(spans: readonly Span[]) {
  const series = (key: string, label: string, colorToken: string, of: (span: Span) => number | null) => {
    return { key, label, colorToken, values: spans.map(of) }
  }
  return {
    timestamps: spans.map(({ timestamp }) => Date.parse(timestamp)),
    throughput: [
      series('created', 'Created', '--chart-1', (span) => span.created),
      series('succeeded', 'Succeeded', '--chart-2', (span) => span.succeeded),
      series('failed', 'Failed', '--chart-3', (span) => span.failed - span.exhausted),
      series('exhausted', 'Exhausted', '--chart-5', (span) => span.exhausted),
    ],
    rate: [series('rate', 'Succeeded of those that ended', '--chart-2', successShare)],
  }
}
