interface MoreButtonProps {
  readonly what: string
  /** null when no more are shown here. */
  readonly onMore: (() => void) | null
}

/** What follows a list that goes on. */
export function MoreButton({ what, onMore }: MoreButtonProps) {
  if (onMore === null) {
    return (
      <p class="muted small">
        The others are on the page <a href="/operations?function=download">Operations</a>.
      </p>
    )
  }
  return (
    <button type="button" class="button downloads-more" onClick={onMore}>
      Show more<span class="visually-hidden"> {what}</span>
    </button>
  )
}
