import type { ComponentChildren } from 'preact'
import { ErrorMessage } from '../../components/messages.tsx'
import type { Pages } from '../../state/pages.ts'

interface PartCardProps<T> {
  readonly id: string
  readonly title: string
  /** What could not be shown, such as `The attempts could not be read`. */
  readonly failed: string
  readonly pages: Pages<T>
  /** What stands there when there is nothing. */
  readonly empty: string
  /** On the button that shows more, such as `Show earlier attempts`. */
  readonly more: string
  readonly children: ComponentChildren
}

/** A list that belongs to the operation. One that cannot be read hides no other. */
export function PartCard<T>({ id, title, failed, pages, empty, more, children }: PartCardProps<T>) {
  const error = pages.error.value
  const isEmpty = pages.rows.value.length === 0
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {error !== null && <ErrorMessage what={failed} error={error} onRetry={() => pages.reload()} />}
      {isEmpty && error === null && <p class="muted">{pages.isLoading.value ? 'Loading …' : empty}</p>}
      {children}
      {pages.hasMore.value && (
        <div>
          <button type="button" class="button" onClick={() => pages.more()}>
            {more}
          </button>
        </div>
      )}
    </section>
  )
}
