import { useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { OverviewAttention, OverviewBreakerUpdates, OverviewRunning, OverviewUpdates } from '../../documents/overview.ts'
import type { OverviewAttentionQuery, OverviewRunningQuery, OverviewStatusQuery } from '../../gql/graphql.ts'
import { useLive } from '../../state/live.ts'
import { type Query, useQuery } from '../../state/query.ts'
import { now } from '../../state/time.ts'
import { concernsAttention } from './attention.ts'
import { changesList, type Update, updated } from './running.ts'
import type { SeriesQuery } from './use-activity.ts'

export type AttentionQuery = Query<OverviewAttentionQuery>
export type RunningQuery = Query<OverviewRunningQuery>

const SHOWN_RUNNING = 5
// An operation is stuck when nothing has happened to it for too long: of that no event tells.
const LOOK_AGAIN_MS = 60_000

/** Reads what needs attention and what runs, and keeps the whole page up to date with what the server tells. */
export function useOverview(status: Query<OverviewStatusQuery>, series: SeriesQuery) {
  const attention = useQuery(OverviewAttention, {})
  const running = useQuery(OverviewRunning, { first: SHOWN_RUNNING })
  const after = status.data.value?.recoveryStatus.eventCursor ?? null
  const onUpdate = (update: Update) => {
    const list = running.data.peek()
    if (changesList(list, update)) running.refresh()
    running.change((known) => updated(known, update))
    if (concernsAttention(attention.data.peek()?.attention ?? null, update)) attention.refresh()
    // A report of progress changes no figure.
    if (update.type !== null) {
      status.refresh()
      series.refresh()
    }
  }
  const onBreaker = () => {
    for (const query of [status, series, attention]) query.refresh()
  }
  const onGap = async () => {
    const read = await status.reload()
    for (const query of [series, attention, running]) void query.reload()
    return read?.recoveryStatus.eventCursor ?? null
  }
  useLive(OverviewUpdates, {}, { after, onEvent: onUpdate, onGap })
  useLive(OverviewBreakerUpdates, {}, { after, onEvent: onBreaker, onGap })
  const minute = useComputed(() => Math.floor(now.value / LOOK_AGAIN_MS)).value
  useEffect(() => {
    if (attention.data.peek() !== null) attention.refresh()
  }, [attention, minute])
  return { attention, running }
}
