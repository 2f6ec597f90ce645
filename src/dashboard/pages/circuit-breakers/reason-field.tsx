import type { Signal } from '@preact/signals'
import { useId } from 'preact/hooks'

/** As long as the server takes it. */
const MAX_REASON = 1000

export function ReasonField({ reason }: { readonly reason: Signal<string> }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>Reason (optional)</label>
      <input
        class="input"
        id={id}
        maxLength={MAX_REASON}
        dir="auto"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={reason.value}
        onInput={({ currentTarget }) => {
          reason.value = currentTarget.value
        }}
      />
      <p class="field-hint" id={`${id}-hint`}>
        For people: it is kept in the event log.
      </p>
    </div>
  )
}
