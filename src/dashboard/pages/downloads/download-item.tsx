import { Foreign } from '../../components/foreign.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import { Countdown } from '../../components/time.tsx'
import { operationHref } from '../../hrefs.ts'
import { DownloadActions } from './download-actions.tsx'
import { DownloadError } from './download-error.tsx'
import { attemptText, type Download, isHeldByBreaker, isMoving, progressOf } from './download-status.ts'
import { fileNameOf, inputOf } from './download-values.ts'
import { StatusBadge } from './status-badge.tsx'

interface ItemProps {
  readonly download: Download
  readonly onChange: (download: Download) => void
}

/** One download that has not ended. */
export function DownloadItem({ download, onChange }: ItemProps) {
  const input = inputOf(download.input)
  const name = fileNameOf(input)
  const progress = progressOf(download)
  const attempt = attemptText(download)
  return (
    <li class="downloads-item">
      <div class="downloads-item-head">
        <a class="downloads-name" href={operationHref(download.id)}>
          <Foreign text={name} clip={200} />
        </a>
        <StatusBadge state={download.state} />
        {attempt !== null && <span class="small number">{attempt}</span>}
        <NextAttempt download={download} />
        <DownloadActions download={download} name={name} onChange={onChange} />
      </div>
      <div class="muted small">
        <Foreign text={input.url} clip={300} />
      </div>
      {progress !== null && (
        <ProgressBar progress={progress} label={`Progress of ${name.slice(0, 200)}`} isRunning={isMoving(download)} />
      )}
      {isHeldByBreaker(download) && (
        <p class="downloads-note small">
          <strong>Circuit breaker activated:</strong> <Foreign text={download.circuitBreaker?.scope ?? ''} />{' '}
          {download.circuitBreaker?.forced === true
            ? 'was stopped by a person, so nothing is asked of it until that ends.'
            : 'failed too often, so nothing is asked of it for a while.'}{' '}
          See <a href="/circuit-breakers">Circuit breakers</a>.
        </p>
      )}
      <DownloadError error={download.error} />
    </li>
  )
}

function NextAttempt({ download: { state, nextAttemptAt } }: { readonly download: Download }) {
  if (nextAttemptAt === null || (state !== 'RECOVERING' && state !== 'PENDING')) return null
  return (
    <span class="small muted">
      {state === 'RECOVERING' ? 'Next attempt' : 'Starts'} <Countdown at={nextAttemptAt} />
    </span>
  )
}
