import { useState } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { readMaxAttempts } from './max-attempts.ts'
import { MaxAttemptsField } from './max-attempts-field.tsx'
import type { Commands } from './operation-commands.ts'
import type { Head } from './shown-operation.ts'

/** Says what a forced retry does, and why it needs force. */
export function ForceRetryDialog({ commands, head }: { readonly commands: Commands; readonly head: Head }) {
  const [text, setText] = useState('')
  const maxAttempts = readMaxAttempts(text)
  const submit = (event: Event) => {
    event.preventDefault()
    if (maxAttempts.fault !== null) return
    commands.answered()
    void commands.retry({ force: true, ...(maxAttempts.value !== null && { maxAttempts: maxAttempts.value }) })
  }
  return (
    <Dialog title="Force a retry?" onClose={commands.answered}>
      <p>
        {head.state === 'CANCELLED'
          ? 'A person cancelled this operation, so it is not retried without force.'
          : 'It failed with an error that a retry is not expected to mend, so it is not retried without force. Retry it when the cause is gone.'}
      </p>
      <ul class="operation-effects">
        <li>Round {head.round + 1} begins now.</li>
        <li>Steps that are done stay done and are not run again.</li>
        <li>Attempts are counted anew, up to {maxAttempts.value ?? head.maxAttempts}.</li>
        {head.deadlineAt !== null && <li>Its deadline begins anew.</li>}
      </ul>
      <form class="stack" onSubmit={submit}>
        <MaxAttemptsField text={text} onText={setText} usual={head.maxAttempts} />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={commands.answered}>
            Go back
          </button>
          <button type="submit" class="button button-primary">
            Force retry
          </button>
        </div>
      </form>
    </Dialog>
  )
}
