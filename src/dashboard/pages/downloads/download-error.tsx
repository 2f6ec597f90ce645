import { Foreign } from '../../components/foreign.tsx'
import type { Download } from './download-status.ts'

// More is on the page of the operation.
const SHOWN = 400

/** What went wrong, and what a person can do about it. */
export function DownloadError({ error }: Pick<Download, 'error'>) {
  if (error === null) return null
  return (
    <div class="small">
      <div class="downloads-error-text">
        Error: <Foreign text={error.message.length > SHOWN ? `${error.message.slice(0, SHOWN)}…` : error.message} />
      </div>
      <div class="muted">{error.remedy}</div>
    </div>
  )
}
