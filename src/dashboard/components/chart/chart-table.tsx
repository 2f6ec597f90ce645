import { formatInstant } from './axis-ticks.ts'
import { type ChartSeries, drawable } from './chart-series.ts'

interface ChartTableProps {
  readonly title: string
  readonly series: readonly ChartSeries[]
  readonly timestamps: readonly number[]
  readonly format: (value: number) => string
}

/** The numbers of a chart, the newest first. */
export function ChartTable({ title, series, timestamps, format }: ChartTableProps) {
  const rows = timestamps.map((time, index) => ({ time, index })).toReversed()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section class="chart-table" tabIndex={0} aria-label={`${title}, table`}>
      <table>
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col" class="chart-number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, index }) => (
            <tr key={time}>
              <th scope="row">{formatInstant(time)}</th>
              {series.map(({ key, values }) => {
                const value = drawable(values[index])
                return (
                  <td key={key} class="chart-number">
                    {value === null ? '–' : format(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
