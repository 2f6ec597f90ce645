import { useEffect } from 'preact/hooks'
import { connectionNotice, regains } from '../state/connection.ts'
import { Page } from './page.tsx'

/** In place of a page that could not be shown: a fault of ours, or a part of it that is gone since an update. */
export function PageFault({ error }: { readonly error: unknown }) {
  const text = error instanceof Error ? error.message : String(error)
  const isServerAway = connectionNotice.value === 'lost'
  useEffect(() => {
    const before = regains.peek()
    return regains.subscribe((count) => count !== before && location.reload())
  }, [])
  return (
    <Page title="This page cannot be shown">
      <div class="message message-error" role="alert">
        <div>
          {isServerAway ? (
            <p>The server cannot be reached, and this page comes from it. It is shown as soon as the server is back.</p>
          ) : (
            <p>Reload it: the server may have been updated since it was opened. Nothing that you did is lost.</p>
          )}
          <details>
            <summary>Technical details</summary>
            <bdi dir="auto">{text}</bdi>
          </details>
        </div>
        {!isServerAway && (
          <button type="button" class="button" onClick={() => location.reload()}>
            Reload
          </button>
        )}
      </div>
    </Page>
  )
}
