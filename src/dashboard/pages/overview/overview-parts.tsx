import type { OverviewStatusQuery } from '../../gql/graphql.ts'
import type { Query } from '../../state/query.ts'
import { totalOf } from './activity.ts'
import { AttentionCard } from './attention-card.tsx'
import { Charts } from './charts.tsx'
import { FigureGroup } from './figure-group.tsx'
import { figuresInAll, figuresNow } from './figures.ts'
import { RunningCard } from './running-card.tsx'
import { useActivity } from './use-activity.ts'
import { useOverview } from './use-overview.ts'
import { Welcome } from './welcome.tsx'
import type { OverviewWindow } from './windows.ts'

interface OverviewPartsProps {
  /** Answered at least once. */
  readonly status: Query<OverviewStatusQuery>
  readonly window: OverviewWindow
}

/** All of the page that is live. What it reads is read later than the status, whose cursor it follows the events from. */
export function OverviewParts({ status, window }: OverviewPartsProps) {
  const { activity, series } = useActivity(window)
  const { attention, running } = useOverview(status, series)
  const data = status.data.value
  if (data === null) return null
  const { recoveryStatus, viewer } = data
  if (recoveryStatus.totalOperations === 0) return <Welcome />
  const shown = activity?.window ?? window
  const lately = activity === null ? null : totalOf(activity.spans)
  return (
    <>
      <div class="overview-figures">
        <FigureGroup title="Now" figures={figuresNow(recoveryStatus, lately, shown)} />
        <FigureGroup title={`Since the beginning, and in ${shown.inWords}`} figures={figuresInAll(data, lately, shown)} />
      </div>
      <div class="overview-lists">
        <AttentionCard query={attention} mayOperate={viewer.mayOperate} />
        <RunningCard query={running} />
      </div>
      <Charts activity={activity} series={series} />
    </>
  )
}
