import { useLocation } from 'preact-iso'
import { Unread } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { OverviewStatus } from '../../documents/overview.ts'
import { useQuery } from '../../state/query.ts'
import { OverviewParts } from './overview-parts.tsx'
import { WindowChooser } from './window-chooser.tsx'
import { windowNamed } from './windows.ts'
import './overview.css'

/** How the whole does, what needs attention, and what runs: live. */
export function OverviewPage() {
  const { query } = useLocation()
  const window = windowNamed(query.window)
  const status = useQuery(OverviewStatus, {})
  const isShown = status.data.value !== null
  const isNew = status.data.value?.recoveryStatus.totalOperations === 0
  return (
    <Page title="Overview" actions={isShown && !isNew ? <WindowChooser window={window} /> : undefined}>
      <Unread query={status} what="the overview" failed="The figures could not be read" />
      {isShown && <OverviewParts status={status} window={window} />}
    </Page>
  )
}
