import { Page } from './page.tsx'

/** In place of a page that could not be shown: a fault of ours, or a part of it that is gone since an update. */
export function PageFault({ error }: { readonly error: unknown }) {
  const text = error instanceof Error ? error.message : String(error)
  return (
    <Page title="This page cannot be shown">
      <div class="message message-error" role="alert">
        <div>
          <p>Reload it: the server may have been updated since it was opened. Nothing that you did is lost.</p>
          <details>
            <summary>Technical details</summary>
            <bdi dir="auto">{text}</bdi>
          </details>
        </div>
        <button type="button" class="button" onClick={() => location.reload()}>
          Reload
        </button>
      </div>
    </Page>
  )
}
