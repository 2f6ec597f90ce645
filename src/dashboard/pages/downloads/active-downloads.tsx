import { Empty } from '../../components/messages.tsx'
import { ACTIVE_HEADING } from './active-heading.ts'
import { DownloadItem } from './download-item.tsx'
import type { Download } from './download-status.ts'
import { MoreButton } from './more-button.tsx'

interface ListProps {
  readonly downloads: readonly Download[]
  readonly hasMore: boolean
  /** null when no more are shown here. */
  readonly onMore: (() => void) | null
  readonly onChange: (download: Download) => void
}

export function ActiveDownloads({ downloads, hasMore, onMore, onChange }: ListProps) {
  return (
    <section class="card" aria-labelledby={ACTIVE_HEADING}>
      <div class="card-head">
        <h2 id={ACTIVE_HEADING} tabIndex={-1}>
          Active Downloads
        </h2>
      </div>
      {downloads.length === 0 ? (
        <Empty title="No active downloads">“Add a download” starts one.</Empty>
      ) : (
        <ul class="downloads-list">
          {downloads.map((download) => (
            <DownloadItem key={download.id} download={download} onChange={onChange} />
          ))}
        </ul>
      )}
      {hasMore && <MoreButton what="active downloads" onMore={onMore} />}
    </section>
  )
}
