import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { ChartPlot } from './chart-plot.tsx'
import { type ChartKind, type ChartSeries, isEmpty } from './chart-series.ts'
import { ChartTable } from './chart-table.tsx'
import './time-chart.css'

export interface TimeChartProps {
  readonly title: string
  /** What the chart shows, in a sentence or two, for those who do not see it. */
  readonly summary: string
  readonly kind: ChartKind
  readonly series: readonly ChartSeries[]
  /** The starts of spans of one length in milliseconds since the epoch, the oldest first. */
  readonly timestamps: readonly number[]
  readonly format: (value: number) => string
  /** Where the axis of values ends, such as 1 for a rate; as high as the values when absent. */
  readonly max?: number
  /** In px; what stands below never moves. */
  readonly height?: number
}

/** Values over time as a picture, and as a table on demand. */
export function TimeChart({ title, summary, kind, series, timestamps, format, max, height = 200 }: TimeChartProps) {
  const id = useId()
  const asTable = useSignal(false)
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <div class="chart-head">
        <h3 class="chart-title" id={`${id}-title`}>
          {title}
        </h3>
        <button
          type="button"
          class="button button-small button-quiet"
          aria-label={asTable.value ? `View as chart: ${title}` : `View as table: ${title}`}
          onClick={() => {
            asTable.value = !asTable.value
          }}
        >
          {asTable.value ? 'View as chart' : 'View as table'}
        </button>
      </div>
      <Legend series={series} kind={kind} />
      <p class="visually-hidden" id={`${id}-summary`}>
        {summary} Left and right arrow keys read single values.
      </p>
      <div class="chart-body" style={{ height: `${height}px` }}>
        {asTable.value && <ChartTable {...{ title, series, timestamps, format }} />}
        {!asTable.value && isEmpty(series, max) && <p class="chart-empty">Nothing happened in this time</p>}
        {!(asTable.value || isEmpty(series, max)) && <ChartPlot {...{ id, kind, series, timestamps, format, max, height }} />}
      </div>
    </figure>
  )
}

function Legend({ series, kind }: { readonly series: readonly ChartSeries[]; readonly kind: ChartKind }) {
  return (
    <ul class="chart-legend">
      {series.map(({ key, label, colorToken }, index) => (
        <li key={key}>
          <svg class="chart-swatch" viewBox="0 0 16 10" aria-hidden="true" style={{ '--chart-color': `var(${colorToken})` }}>
            {kind === 'bars' ? (
              <rect class="chart-bars" x="3" width="10" height="10" rx="2" />
            ) : (
              <path class={`chart-line chart-line-${index % 4}`} d="M1,5H15" />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
