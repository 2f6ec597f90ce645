import type { ComponentChildren } from 'preact'
import type { Query } from '../state/query.ts'
import { errorText } from '../text/error-texts.ts'

interface ErrorMessageProps {
  /** What could not be shown, such as `The operations could not be read`. */
  readonly what: string
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Stands where something should have been: what happened, what to do, and a way to try again. */
export function ErrorMessage({ what, error, onRetry }: ErrorMessageProps) {
  return (
    <div class="message message-error" role="alert">
      <div>
        <strong>{what}.</strong> <bdi dir="auto">{errorText(error)}</bdi>
      </div>
      {onRetry !== undefined && (
        <button type="button" class="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

interface UnreadProps {
  readonly query: Pick<Query<unknown>, 'data' | 'error' | 'reload'>
  /** What it is, such as `the settings`. */
  readonly what: string
  /** What it says when it failed, such as `The settings could not be read`. */
  readonly failed: string
}

/** Stands where the answer of a query should be: that it is on its way, or why it was not read; then also above an older one. */
export function Unread({ query, what, failed }: UnreadProps) {
  const error = query.error.value
  if (error !== null) return <ErrorMessage what={failed} error={error} onRetry={() => void query.reload()} />
  return query.data.value === null ? <Loading what={what} /> : null
}

/** Says that there is nothing, and what would bring something. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}

/** Stands where something will be in a moment. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p class="muted" role="status">
      Loading {what} …
    </p>
  )
}
