import { useRef } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import type { Commands } from './operation-commands.ts'

const LONGEST_REASON = 1000

/** Asks whether to end it, and why. */
export function CancelDialog({ commands }: { readonly commands: Commands }) {
  const reason = useRef<HTMLInputElement>(null)
  const submit = (event: Event) => {
    event.preventDefault()
    const text = reason.current?.value.trim() ?? ''
    commands.answered()
    void commands.cancel(text)
  }
  return (
    <Dialog title="Cancel this operation?" onClose={commands.answered}>
      <p>It ends for good: no further attempt begins, and one that runs is told to stop. What it has done stays done.</p>
      <form class="stack" onSubmit={submit}>
        <div class="field">
          <label for="cancel-reason">Reason</label>
          <input ref={reason} id="cancel-reason" class="input" maxLength={LONGEST_REASON} aria-describedby="cancel-reason-hint" />
          <span id="cancel-reason-hint" class="field-hint">
            Optional; kept in the event log.
          </span>
        </div>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={commands.answered}>
            Keep running
          </button>
          <button type="submit" class="button button-primary button-danger">
            Cancel operation
          </button>
        </div>
      </form>
    </Dialog>
  )
}
