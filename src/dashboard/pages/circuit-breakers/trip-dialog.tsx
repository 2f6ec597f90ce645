import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { TripBreaker } from '../../documents/circuit-breakers.ts'
import { RefusedError, send } from '../../state/act.ts'
import { tell } from '../../state/toasts.ts'
import { clipped } from '../../text/clip.ts'
import { errorText } from '../../text/error-texts.ts'
import type { Breaker } from './breaker-view.ts'
import { ChoiceField } from './choice-field.tsx'
import { ReasonField } from './reason-field.tsx'
import { TRIP_SPANS, type TripSpan, tripDuration } from './trip-input.ts'

interface TripDialogProps {
  readonly breaker: Breaker
  readonly guarded: readonly string[]
  readonly onDone: (breaker: Breaker) => void
  readonly onClose: () => void
}

/** Says what a trip does, and for how long it is to last. */
export function TripDialog({ breaker: { scope, state, forced }, guarded, onDone, onClose }: TripDialogProps) {
  const span = useSignal<TripSpan>('reset')
  const typed = useSignal('')
  const reason = useSignal('')
  const wrong = useSignal<{ readonly field: string | null; readonly text: string } | null>(null)
  const isSending = useSignal(false)
  const trip = async (event: Event) => {
    event.preventDefault()
    const duration = tripDuration(span.value, typed.value)
    if ('wrong' in duration) {
      wrong.value = { field: 'duration', text: duration.wrong }
      return
    }
    isSending.value = true
    try {
      const input = { scope, duration: duration.ms, reason: reason.value.trim() || null }
      const { circuitBreaker } = await send(TripBreaker, { input })
      tell(`Tripped ${clipped(scope, 80)}`)
      onDone(circuitBreaker)
    } catch (error) {
      wrong.value = { field: error instanceof RefusedError ? error.field : null, text: errorText(error) }
    } finally {
      isSending.value = false
    }
  }
  const isDurationWrong = wrong.value?.field === 'duration' && span.value === 'other'
  return (
    <Dialog title="Trip this circuit breaker?" onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void trip(event)}>
        <p>
          New attempts of {guarded.length === 1 ? 'its function' : 'its functions'} are refused at once, and their operations
          wait, unless the function says that they fail. Attempts that run already go on.
          {state === 'OPEN' && !forced && ' It is open by itself already; this keeps it open.'}
        </p>
        <p>
          <Foreign text={scope} />
        </p>
        <ChoiceField legend="For how long" choices={TRIP_SPANS} chosen={span} />
        {span.value === 'other' && (
          <SpanField
            value={typed.value}
            error={isDurationWrong ? (wrong.value?.text ?? null) : null}
            onInput={(text) => {
              typed.value = text
              wrong.value = null
            }}
          />
        )}
        <ReasonField reason={reason} />
        {wrong.value !== null && !isDurationWrong && (
          <p class="field-error" role="alert">
            {wrong.value.text}
          </p>
        )}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            Go back
          </button>
          <button type="submit" class="button button-primary button-danger" disabled={isSending.value}>
            Trip circuit breaker
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface SpanFieldProps {
  readonly value: string
  readonly error: string | null
  readonly onInput: (text: string) => void
}

function SpanField({ value, error, onInput }: SpanFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>Time</label>
      <input
        class="input"
        id={id}
        autocomplete="off"
        placeholder="15 min"
        value={value}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <p class={error === null ? 'field-hint' : 'field-error'} id={`${id}-note`} role={error === null ? undefined : 'alert'}>
        {error ?? 'Such as 30 s, 15 min or 2 h. Then a probe decides whether it closes.'}
      </p>
    </div>
  )
}
