import { useComputed } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { OverviewSeries } from '../../documents/overview.ts'
import type { OverviewSeriesQuery, OverviewSeriesQueryVariables } from '../../gql/graphql.ts'
import { type Query, useQuery } from '../../state/query.ts'
import { now } from '../../state/time.ts'
import { type Activity, activitiesOf, movedOn } from './activity.ts'
import type { OverviewWindow } from './windows.ts'

/** What became of operations, span by span, and the window that it is of. */
export interface ShownActivity {
  readonly window: OverviewWindow
  readonly spans: readonly Activity[]
}

export type SeriesQuery = Query<OverviewSeriesQuery>

/**
 * What became of operations in a window, moving on with the clock. While another window is being read the former one is
 * still shown; null until the first is there.
 */
export function useActivity(window: OverviewWindow): { readonly activity: ShownActivity | null; readonly series: SeriesQuery } {
  const variables: OverviewSeriesQueryVariables = { window: window.windowMs, resolution: window.spanMs }
  const series = useQuery(OverviewSeries, variables)
  const latest = useRef<{ readonly window: OverviewWindow; readonly answered: readonly Activity[] } | null>(null)
  const { data } = series
  const answered = useMemo(() => (data.value === null ? null : activitiesOf(data.value.timeSeries)), [data.value])
  if (answered !== null) latest.current = { window, answered }
  const shown = latest.current
  const spanMs = shown?.window.spanMs ?? window.spanMs
  // Changes when a span begins, and not each second.
  const lengthMs = useRef(spanMs)
  lengthMs.current = spanMs
  const spanNow = useComputed(() => Math.floor(now.value / lengthMs.current)).value
  const spans = useMemo(
    () => (shown === null ? [] : movedOn(shown.answered, shown.window, now.peek())),
    [shown?.answered, shown?.window, spanNow],
  )
  return { activity: shown === null ? null : { window: shown.window, spans }, series }
}
