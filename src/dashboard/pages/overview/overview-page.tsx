import { useLocation } from 'preact-iso'
import { ErrorMessage, Loading } from '../../components/messages.tsx'
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
      {status.error.value !== null && (
        <ErrorMessage what="The figures could not be read" error={status.error.value} onRetry={() => void status.reload()} />
      )}
      {isShown && <OverviewParts status={status} window={window} />}
      {!isShown && status.error.value === null && <Loading what="the overview" />}
    </Page>
  )
}
