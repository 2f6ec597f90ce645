import { useState } from 'preact/hooks'
import { confirm } from '../../components/confirm.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { CancelDownload, PauseDownload, ResumeDownload, RetryDownload } from '../../documents/downloads.ts'
import { act, firstClick } from '../../state/act.ts'
import { ACTIVE_HEADING } from './active-heading.ts'
import { type Download, hasEnded } from './download-status.ts'

interface ActionsProps {
  readonly download: Download
  /** Its file's name. */
  readonly name: string
  readonly onChange: (download: Download) => void
}

type Answer = { readonly operation: Download } | null

/** What can be done to a download now. */
export function DownloadActions({ download, name, onChange }: ActionsProps) {
  const [isBusy, setIsBusy] = useState(false)
  const { availableActions: can } = download
  const run = async (action: () => Promise<Answer>) => {
    if (isBusy) return
    setIsBusy(true)
    const answer = await action()
    setIsBusy(false)
    if (answer === null) return
    onChange(answer.operation)
    // The row goes to the other list, and its buttons with it.
    if (hasEnded(answer.operation) !== hasEnded(download)) document.getElementById(ACTIVE_HEADING)?.focus()
  }
  const button = (label: string, action: () => Promise<Answer>, key = label) => (
    <button
      key={key}
      type="button"
      class="button button-small"
      aria-disabled={isBusy}
      title={`${label}: ${name.slice(0, 200)}`}
      onClick={firstClick(() => void run(action))}
    >
      {label}
      <span class="visually-hidden"> {name.slice(0, 200)}</span>
    </button>
  )
  const { id } = download
  return (
    <div class="row downloads-actions">
      {can.includes('RETRY') && button('Retry Now', () => retry(id, false))}
      {can.includes('FORCE_RETRY') && button('Force Retry', () => forceRetry(download, name))}
      {/* One button, so that it keeps the focus. */}
      {can.includes('PAUSE') && button('Pause', () => pause(id), 'hold')}
      {can.includes('RESUME') && button('Resume', () => resume(id), 'hold')}
      {can.includes('CANCEL') && button('Cancel', () => cancel(id, name))}
    </div>
  )
}

function pause(id: string): Promise<Answer> {
  return act(PauseDownload, { id }, { done: 'Download paused', failed: 'Failed to pause download' })
}

function resume(id: string): Promise<Answer> {
  return act(ResumeDownload, { id }, { done: 'Download resumed', failed: 'Failed to resume download' })
}

async function cancel(id: string, name: string): Promise<Answer> {
  const sure = await confirm({
    title: 'Cancel this download?',
    text: (
      <p>
        <Foreign text={name} clip={200} /> will not be fetched any further. The bytes that came are kept for as long as the
        download is in the list; “Force Retry” goes on from there.
      </p>
    ),
    ...{ yes: 'Cancel download', no: 'Keep downloading', isDangerous: true },
  })
  return sure ? act(CancelDownload, { id }, { done: 'Download cancelled', failed: 'Failed to cancel download' }) : null
}

function retry(id: string, force: boolean): Promise<Answer> {
  return act(RetryDownload, { id, force }, { done: 'Download retried', failed: 'Failed to retry download' })
}

async function forceRetry({ id, state, error }: Download, name: string): Promise<Answer> {
  const sure = await confirm({
    title: 'Retry this download although it may not help?',
    text: (
      <>
        <p>
          <Foreign text={name} clip={200} />{' '}
          {state === 'CANCELLED' ? 'was cancelled.' : 'failed by an error that a retry alone is not expected to mend.'} It gets a
          new round of attempts, and goes on from the bytes that are there.
        </p>
        {error !== null && <p class="muted">{error.remedy}</p>}
      </>
    ),
    yes: 'Force Retry',
  })
  return sure ? retry(id, true) : null
}
