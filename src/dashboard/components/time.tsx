import { now } from '../state/time.ts'
import { countdownText, distanceText } from '../text/durations.ts'

interface InstantProps {
  /** RFC 3339, as the server writes it. */
  readonly at: string
}

// The page's time ticks once a second and is that of the server as far as a whole second tells.
const SAME_MOMENT_MS = 2000
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

function fullText(at: string): string {
  const instant = Date.parse(at)
  // What is no instant would throw, and take the page away with it.
  return Number.isNaN(instant) ? at : FULL.format(instant)
}

/** `5m ago`, with the instant itself on demand. */
export function TimeAgo({ at }: InstantProps) {
  const instant = Date.parse(at)
  const aheadMs = instant - now.value
  return (
    <time dateTime={at} title={fullText(at)} class="number">
      {distanceText(aheadMs < SAME_MOMENT_MS ? Math.min(0, aheadMs) : aheadMs)}
    </time>
  )
}

/** The instant in full, in the person's own time zone. */
export function Instant({ at }: InstantProps) {
  return (
    <time dateTime={at} title={at} class="number">
      {fullText(at)}
    </time>
  )
}

/** `next attempt in 12s`, second by second; `now` when it is due. */
export function Countdown({ at }: InstantProps) {
  const leftMs = Date.parse(at) - now.value
  return (
    <time dateTime={at} title={fullText(at)} class="number">
      {leftMs <= 0 ? 'now' : `in ${countdownText(leftMs)}`}
    </time>
  )
}
