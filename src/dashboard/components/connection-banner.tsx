import { connection, connectionNotice } from '../state/connection.ts'
import { now } from '../state/time.ts'
import { countdownText } from '../text/durations.ts'

/** Says that what is shown may be old, and when it is not any more. */
export function ConnectionBanner() {
  const notice = connectionNotice.value
  return (
    <div role="status">
      {notice === 'lost' && (
        <div class="banner">
          <span>Connection lost. What is shown may be out of date; the page goes on by itself.</span>
          <NextTry />
        </div>
      )}
      {notice === 'regained' && <div class="banner banner-good">Connected again. Nothing was missed.</div>}
    </div>
  )
}

/** Out of the live region: nobody wants each second read aloud. */
function NextTry() {
  const state = connection.value
  const leftMs = state.state === 'closed' && state.retryAt !== null ? state.retryAt - now.value : 0
  return (
    <span class="number" aria-hidden="true">
      {leftMs > 0 ? `Trying again in ${countdownText(leftMs)}` : 'Trying again …'}
    </span>
  )
}
