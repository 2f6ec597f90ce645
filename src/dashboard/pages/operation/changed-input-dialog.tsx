import { useState } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { JsonEditor } from '../../components/json-editor/json-editor.tsx'
import { ErrorMessage } from '../../components/messages.tsx'
import { isRedacted } from './copied-requests.ts'
import { readMaxAttempts } from './max-attempts.ts'
import { MaxAttemptsField } from './max-attempts-field.tsx'
import type { Commands } from './operation-commands.ts'
import type { Head } from './shown-operation.ts'

interface ChangedInputDialogProps {
  readonly commands: Commands
  readonly head: Head
  readonly input: unknown
  /** The JSON Schema of the function's input; null when it has none. */
  readonly schema: unknown
}

/** Lets the person mend the input, and says what a retry with it does. */
export function ChangedInputDialog({ commands, head, input, schema }: ChangedInputDialogProps) {
  const [text, setText] = useState(() => JSON.stringify(input ?? null, null, 2))
  const [valid, setValid] = useState<{ readonly value: unknown } | null>(null)
  const [attempts, setAttempts] = useState('')
  const maxAttempts = readMaxAttempts(attempts)
  const [refusal, setRefusal] = useState<unknown>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (valid === null || maxAttempts.fault !== null) return
    const choices = { input: valid.value, ...(maxAttempts.value !== null && { maxAttempts: maxAttempts.value }) }
    const isDone = await commands.retry({ ...choices, force: head.availableActions.includes('FORCE_RETRY') }, (error) => {
      // What was written stays for another try.
      setRefusal(error)
      return true
    })
    if (isDone) commands.answered()
  }
  return (
    <Dialog title="Retry with changed input" onClose={commands.answered}>
      <ul class="operation-effects">
        <li>Round {head.round + 1} begins now, with attempts counted anew.</li>
        <li>With another input it begins from the start: steps that were done with the old input are run again.</li>
        <li>With the same input, steps that are done stay done.</li>
      </ul>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <JsonEditor label="Input" value={text} onInput={setText} onValid={setValid} schema={schema} rows={12} />
        <InputNote valid={valid} input={input} />
        <MaxAttemptsField text={attempts} onText={setAttempts} usual={head.maxAttempts} />
        {refusal !== null && <ErrorMessage what="It was not retried" error={refusal} />}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={commands.answered}>
            Go back
          </button>
          <button type="submit" class="button button-primary" disabled={valid === null || maxAttempts.fault !== null}>
            Retry with this input
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What the server would make of an input that is valid JSON and yet not what it looks like. */
function InputNote({ valid, input }: { readonly valid: { readonly value: unknown } | null; readonly input: unknown }) {
  if (valid === null) return null
  if (isRedacted(valid.value)) {
    return (
      <p class="field-error" role="alert">
        Secrets are shown as <code>[redacted]</code>: write them in, or this input is refused.
      </p>
    )
  }
  if (valid.value !== null || input === null) return null
  return <p class="field-hint">Null means the same input as before.</p>
}
