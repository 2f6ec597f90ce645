import type { ComponentChildren } from 'preact'
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
