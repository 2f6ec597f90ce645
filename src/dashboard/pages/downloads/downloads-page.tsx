import './downloads.css'
import { useState } from 'preact/hooks'
import { Page } from '../../components/page.tsx'
import { useShortcuts } from '../../state/shortcuts.ts'
import { errorText } from '../../text/error-texts.ts'
import { ActiveDownloads } from './active-downloads.tsx'
import { AddDownload } from './add-download.tsx'
import { DownloadCards } from './download-cards.tsx'
import { DownloadSettingsDialog } from './download-settings.tsx'
import { PastDownloads } from './past-downloads.tsx'
import { useDownloads } from './use-downloads.ts'

const FIRST = 50
/** What the server answers at once, at most. */
const MOST = 500

export function DownloadsPage() {
  const [sizes, setSizes] = useState({ active: FIRST, past: FIRST })
  const [dialog, setDialog] = useState<'add' | 'settings' | null>(null)
  const downloads = useDownloads(sizes)
  const { read, lists, error, isLoading, news, reload, push } = downloads
  const more = (list: 'active' | 'past') => setSizes({ ...sizes, [list]: Math.min(MOST, 2 * sizes[list]) })
  const isRegistered = read === null || read.functions.some(({ name }) => name === 'download')
  useShortcuts([
    { keys: 'n', label: 'Add a download', run: () => setDialog('add') },
    { keys: 'r', label: 'Refresh the downloads', run: reload },
  ])
  const actions = (
    <>
      <button type="button" class="button" aria-disabled={isLoading} onClick={reload}>
        Refresh
      </button>
      <button type="button" class="button" onClick={() => setDialog('settings')}>
        Settings
      </button>
      <button type="button" class="button button-primary" onClick={() => setDialog('add')} disabled={!isRegistered}>
        Add a download
      </button>
    </>
  )
  return (
    <Page title="Download Manager" actions={actions}>
      {!isRegistered && <NotRegistered />}
      {error !== null && <Unread error={error} isOld={read !== null} onRetry={reload} />}
      {lists === null && error === null && (
        <p class="muted" role="status">
          Loading downloads...
        </p>
      )}
      {lists !== null && read !== null && (
        <>
          <DownloadCards read={read} />
          <ActiveDownloads
            downloads={lists.active}
            hasMore={read.active.pageInfo.hasNextPage}
            onMore={sizes.active < MOST ? () => more('active') : null}
            onChange={push}
          />
          <PastDownloads
            downloads={lists.past}
            hasMore={read.past.pageInfo.hasNextPage}
            onMore={sizes.past < MOST ? () => more('past') : null}
            onChange={push}
          />
        </>
      )}
      <div class="visually-hidden" role="status">
        {news}
      </div>
      {dialog === 'add' && <AddDownload onClose={() => setDialog(null)} onAdded={push} />}
      {dialog === 'settings' && <DownloadSettingsDialog onClose={() => setDialog(null)} />}
    </Page>
  )
}

function NotRegistered() {
  return (
    <div class="message message-warning" role="status">
      <div>
        <strong>This server has no function “download”.</strong> It cannot start downloads, and those in its store wait until a
        server that has the function takes them up. <code>npm start</code> and <code>recoverable serve</code> bring it; a program
        of your own registers it.
      </div>
    </div>
  )
}

interface UnreadProps {
  readonly error: unknown
  /** Whether what was read before is still shown. */
  readonly isOld: boolean
  readonly onRetry: () => void
}

function Unread({ error, isOld, onRetry }: UnreadProps) {
  return (
    <div class="message message-error" role="alert">
      <div>
        <strong>Unable to load downloads.</strong> Failed to fetch downloads: <bdi dir="auto">{errorText(error)}</bdi>
        {isOld && ' What is shown may be out of date.'}
      </div>
      <button type="button" class="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  )
}
