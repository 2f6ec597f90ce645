import { Foreign } from '../../components/foreign.tsx'
import { Empty } from '../../components/messages.tsx'
import { TimeAgo } from '../../components/time.tsx'
import { operationHref } from '../../hrefs.ts'
import { durationText, tookMs } from '../../text/durations.ts'
import { bytesText } from '../../text/numbers.ts'
import { DownloadActions } from './download-actions.tsx'
import { DownloadError } from './download-error.tsx'
import type { Download } from './download-status.ts'
import { fileNameOf, inputOf, resultOf } from './download-values.ts'
import { MoreButton } from './more-button.tsx'
import { StatusBadge } from './status-badge.tsx'

interface ListProps {
  readonly downloads: readonly Download[]
  readonly hasMore: boolean
  /** null when no more are shown here. */
  readonly onMore: (() => void) | null
  readonly onChange: (download: Download) => void
}

/** Those that ended, the last first. */
export function PastDownloads({ downloads, hasMore, onMore, onChange }: ListProps) {
  return (
    <section class="card" aria-labelledby="past-downloads">
      <div class="card-head">
        <h2 id="past-downloads">History</h2>
      </div>
      {downloads.length === 0 ? (
        <Empty title="No finished downloads">What is completed, failed or cancelled is listed here.</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="scroll-x" aria-label="Finished downloads" tabIndex={0}>
          <table class="downloads-table">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Status</th>
                <th scope="col">Size</th>
                <th scope="col">Took</th>
                <th scope="col">Ended</th>
                <th scope="col">Checksum</th>
                <th scope="col">
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {downloads.map((download) => (
                <PastDownload key={download.id} download={download} onChange={onChange} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {hasMore && <MoreButton what="finished downloads" onMore={onMore} />}
    </section>
  )
}

function PastDownload({ download, onChange }: { readonly download: Download; readonly onChange: (download: Download) => void }) {
  const input = inputOf(download.input)
  const name = fileNameOf(input)
  const took = tookMs(download)
  return (
    <tr>
      <th scope="row" class="downloads-file">
        <a class="downloads-name" href={operationHref(download.id)}>
          <Foreign text={name} clip={200} />
        </a>
        <div class="muted tiny">
          <Foreign text={input.destination === name ? input.url : input.destination} clip={200} />
        </div>
        {download.state !== 'CANCELLED' && <DownloadError error={download.error} />}
      </th>
      <td>
        <StatusBadge state={download.state} />
      </td>
      <td class="number">
        <Size download={download} />
      </td>
      <td class="number">{took === null ? '–' : durationText(took)}</td>
      <td>
        <TimeAgo at={download.finishedAt ?? download.updatedAt} />
      </td>
      <td>
        <Checksum download={download} />
      </td>
      <td>
        <DownloadActions download={download} name={name} onChange={onChange} />
      </td>
    </tr>
  )
}

/** What came; of one that did not come whole, of how much. */
function Size({ download: { state, result, progress } }: { readonly download: Download }) {
  const bytes = state === 'SUCCESS' ? resultOf(result).bytes : null
  if (bytes !== null) return <>{bytesText(bytes)}</>
  const { current = null, total = null } = progress ?? {}
  if (current === null) return <>–</>
  return <>{total === null ? bytesText(current) : `${bytesText(current)} / ${bytesText(total)}`}</>
}

function Checksum({ download }: { readonly download: Download }) {
  const { sha256 } = resultOf(download.result)
  if (sha256 === null) return <>–</>
  if (inputOf(download.input).sha256 !== null) {
    return (
      <span class="downloads-verified" title={sha256}>
        <span aria-hidden="true">✓ </span>Verified
      </span>
    )
  }
  return (
    <span class="muted" title={sha256}>
      None given
    </span>
  )
}
