import { countText } from '../text/numbers.ts'

interface ShowMoreProps {
  readonly shown: number
  readonly total: number
  readonly onMore: () => void
}

/** Below a list of which only a portion is in the page; nothing when all of it is. */
export function ShowMore({ shown, total, onMore }: ShowMoreProps) {
  if (shown >= total) return null
  return (
    <div class="row">
      <span class="muted">
        {countText(shown)} of {countText(total)} are shown.
      </span>
      <button type="button" class="button" onClick={onMore}>
        Show more
      </button>
    </div>
  )
}
