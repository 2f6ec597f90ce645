import { useId, useMemo } from 'preact/hooks'
import { TimeChart } from '../../components/chart/time-chart.tsx'
import { Unread } from '../../components/messages.tsx'
import { countText, percentText } from '../../text/numbers.ts'
import { type Activity, successRateOf } from './activity.ts'
import type { SeriesQuery, ShownActivity } from './use-activity.ts'

interface ChartsProps {
  /** null until it is there. */
  readonly activity: ShownActivity | null
  readonly series: SeriesQuery
}

/** What became of operations over the chosen time. */
export function Charts({ activity, series }: ChartsProps) {
  const id = useId()
  return (
    <section class="overview-group" aria-labelledby={id}>
      <h2 class="overview-scope" id={id}>
        {activity === null ? 'Over time' : `In ${activity.window.inWords}`}
      </h2>
      <Unread query={series} what="the charts" failed="The charts could not be read" />
      {activity !== null && <DrawnCharts {...activity} />}
    </section>
  )
}

function DrawnCharts({ window, spans }: ShownActivity) {
  // The charts compare what they are given by identity.
  const { timestamps, throughput, rate, retries } = useMemo(() => drawn(spans), [spans])
  return (
    <div class="overview-charts">
      <div class="card">
        <TimeChart
          {...{ title: 'Throughput', kind: 'area', timestamps, series: throughput, format: countText }}
          summary={`Operations created, succeeded, failed and exhausted in ${window.inWords}.`}
        />
      </div>
      <div class="card">
        <TimeChart
          {...{ title: 'Success rate', kind: 'line', timestamps, series: rate, format: percentText, max: 1 }}
          summary={`Of the operations in trouble, the part that recovered, in ${window.inWords}.`}
        />
      </div>
      <div class="card">
        <TimeChart
          {...{ title: 'Retries', kind: 'area', timestamps, series: retries, format: countText }}
          summary={`Attempts that began after a failure, and how often circuit breakers opened, in ${window.inWords}.`}
        />
      </div>
    </div>
  )
}

function drawn(spans: readonly Activity[]) {
  const series = (key: string, label: string, colorToken: string, value: (activity: Activity) => number | null) => {
    return { key, label, colorToken, values: spans.map(value) }
  }
  return {
    timestamps: spans.map(({ at }) => at),
    throughput: [
      series('created', 'Created', '--chart-1', ({ created }) => created),
      series('succeeded', 'Succeeded', '--chart-2', ({ succeeded }) => succeeded),
      series('failed', 'Failed', '--chart-3', ({ failed, exhausted }) => failed - exhausted),
      series('exhausted', 'Exhausted', '--chart-5', ({ exhausted }) => exhausted),
    ],
    rate: [series('rate', 'Recovered of those in trouble', '--chart-2', successRateOf)],
    retries: [
      series('retries', 'Retry attempts', '--chart-4', ({ retryAttempts }) => retryAttempts),
      series('trips', 'Breaker trips', '--chart-3', ({ circuitBreakerTrips }) => circuitBreakerTrips),
    ],
  }
}
