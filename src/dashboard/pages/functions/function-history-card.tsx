import { useId, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { TimeChart } from '../../components/chart/time-chart.tsx'
import { Unread } from '../../components/messages.tsx'
import { countText, percentText } from '../../text/numbers.ts'
import { chartOf, figuresOf, type HistoryWindow, type Span, totalsOf, WINDOWS, windowNamed } from './history.ts'
import { type Traffic, useHistory } from './use-functions.ts'

/** What became of its operations over the chosen time. */
export function FunctionHistoryCard({ name, traffic }: { readonly name: string; readonly traffic: Traffic }) {
  const id = useId()
  const { path, query: address, route } = useLocation()
  const window = windowNamed(address.window)
  const { windowMs, spanMs } = window
  const query = useHistory({ name, windowMs, spanMs, traffic })
  const data = query.data.value
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>History</h2>
        <select
          class="input function-window"
          aria-label="How far the history reaches back"
          value={window.name}
          onChange={({ currentTarget }) => route(`${path}?window=${currentTarget.value}`, true)}
        >
          {WINDOWS.map((one) => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      <Unread query={query} what="the history" failed="The history could not be read" />
      {data !== null && <Drawn spans={data.timeSeries} window={window} />}
    </section>
  )
}

function Drawn({ spans, window }: { readonly spans: readonly Span[]; readonly window: HistoryWindow }) {
  const { timestamps, throughput, rate } = useMemo(() => chartOf(spans), [spans])
  const words = window.label.toLowerCase()
  return (
    <div class="stack">
      <dl class="function-figures">
        {figuresOf(totalsOf(spans)).map(({ name, value, note }) => (
          <div key={name}>
            <dt class="muted small">{name}</dt>
            <dd>
              <strong class="number">{value}</strong> <span class="muted tiny">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div class="columns">
        <TimeChart
          {...{ title: 'Throughput', kind: 'area', timestamps, series: throughput, format: countText, height: 180 }}
          summary={`Operations created, succeeded, failed and exhausted in the ${words}.`}
        />
        <TimeChart
          {...{ title: 'Success rate', kind: 'line', timestamps, series: rate, format: percentText, max: 1, height: 180 }}
          summary={`Of the operations that ended, the part that succeeded, in the ${words}.`}
        />
      </div>
    </div>
  )
}
