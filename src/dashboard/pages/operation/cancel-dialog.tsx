import { useState } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import type { Commands } from './operation-commands.ts'

/** Asks whether to end it, and why. */
export function CancelDialog({ commands }: { readonly commands: Commands }) {
  const [reason, setReason] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    commands.answered()
    void commands.cancel(reason.trim())
  }
  return (
    <Dialog title="Cancel this operation?" onClose={commands.answered}>
      <p>It ends for good: no further attempt begins, and one that runs is told to stop. What it has done stays done.</p>
      <form class="stack" onSubmit={submit}>
        <ReasonField value={reason} onInput={setReason} />
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
