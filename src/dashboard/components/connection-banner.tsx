import { connection, connectionNotice, retryNow } from '../state/connection.ts'
import { now } from '../state/time.ts'
import { countdownText } from '../text/durations.ts'

const LOOKS = { none: '', lost: 'banner', regained: 'banner banner-good' } as const

/** Says that what is shown may be old, and when it is not any more. It stays in sight on a long page. */
export function ConnectionBanner() {
  const notice = connectionNotice.value
  return (
    <div class={`banner-place ${LOOKS[notice ?? 'none']}`}>
      <span role="status">
        {notice === 'lost' && 'Connection lost. What is shown may be out of date; the page goes on by itself.'}
        {notice === 'regained' && 'Connected again. What you see is up to date.'}
      </span>
      {notice === 'lost' && <NextTry />}
    </div>
  )
}

/** Out of the live region: nobody wants each second read aloud. */
function NextTry() {
  const state = connection.value
  const leftMs = state.state === 'closed' && state.retryAt !== null ? state.retryAt - now.value : 0
  return (
    <>
      <span class="number">{leftMs > 0 ? `Next try in ${countdownText(leftMs)}` : 'Trying again …'}</span>
      <button type="button" class="button button-small" onClick={retryNow}>
        Try now
      </button>
    </>
  )
}
