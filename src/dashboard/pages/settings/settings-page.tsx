import './settings.css'
import { useEffect, useState } from 'preact/hooks'
import { Unread } from '../../components/messages.tsx'
import { Page } from '../../components/page.tsx'
import { SettingsNow } from '../../documents/settings.ts'
import type { SettingsNowQuery } from '../../gql/graphql.ts'
import { type Query, useQuery } from '../../state/query.ts'
import { tellError } from '../../state/toasts.ts'
import { needsRole } from '../../text/roles.ts'
import type { KnownSettings } from './drafts.ts'
import { RecentChanges } from './recent-changes.tsx'
import { ServerCard } from './server-card.tsx'
import { SettingsForm } from './settings-form.tsx'
import { knownOf } from './use-save.ts'

/** What can be changed while the server runs. */
export function SettingsPage() {
  const query = useQuery(SettingsNow, {})
  const data = query.data.value
  // Nobody pushes settings; whoever comes back to the page sees what others made of them.
  useEffect(() => {
    const onReturn = () => document.hidden || query.refresh()
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [query])
  return (
    <Page
      title="Settings"
      actions={
        <button type="button" class="button" onClick={() => void query.reload()}>
          Refresh
        </button>
      }
    >
      <Unread query={query} what="the settings" failed="The settings could not be read" />
      {data !== null && <Loaded data={data} query={query} />}
    </Page>
  )
}

interface LoadedProps {
  readonly data: SettingsNowQuery
  readonly query: Query<SettingsNowQuery>
}

function Loaded({ data, query }: LoadedProps) {
  const [saves, setSaves] = useState(0)
  const { viewer } = data
  const reload = async (): Promise<KnownSettings | null> => {
    const fresh = await query.reload()
    if (fresh === null) tellError('Could not save the settings', query.error.peek() ?? new Error('Try once more.'))
    return fresh === null ? null : knownOf(fresh.settings)
  }
  const onSaved = ({ values, configured, changed }: KnownSettings) => {
    query.change((latest) => ({ ...latest, settings: { ...values, configured, changed: [...changed] } }))
    setSaves((count) => count + 1)
  }
  return (
    <>
      <p class="muted settings-intro">
        What is saved here holds on this server at once and over restarts, for all functions that do not say otherwise themselves.
        It wins over the configuration.
      </p>
      {!viewer.mayAdminister && (
        <div class="message message-warning" role="note">
          <div>
            <strong>You can look at the settings, but not change them.</strong> {needsRole('admin', viewer.role)}
          </div>
        </div>
      )}
      <div class="settings">
        <SettingsForm known={knownOf(data.settings)} isReadOnly={!viewer.mayAdminister} onReload={reload} onSaved={onSaved} />
        <div class="stack settings-side">
          <ServerCard />
          {viewer.mayAdminister && <RecentChanges isKept={viewer.authenticated} saves={saves} />}
        </div>
      </div>
    </>
  )
}
