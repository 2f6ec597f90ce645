/** What a chart draws in one colour. */
export interface ChartSeries {
  readonly key: string
  readonly label: string
  /** The custom property that holds its colour, such as `--state-success`. */
  readonly colorToken: string
  /** One for each timestamp; null where there is none, which leaves a gap. */
  readonly values: readonly (number | null)[]
}

/** `bars` are stacked on each other; lines and areas are drawn over each other, each from 0. */
export type ChartKind = 'line' | 'area' | 'bars'

/** A value that can be drawn, from 0 up, or null. */
export function drawable(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, value)) : null
}

/** Whether there is nothing to see. On an axis that ends at a fixed value, such as a rate, 0 is something to see. */
export function isEmpty(series: readonly ChartSeries[], fixedMax: number | undefined): boolean {
  const isNothing = (value: number | null) => drawable(value) === null || (fixedMax === undefined && drawable(value) === 0)
  return series.every(({ values }) => values.every(isNothing))
}
