import { useSignal } from '@preact/signals'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { TripBreaker } from '../../documents/circuit-breakers.ts'
import { RefusedError, send } from '../../state/act.ts'
import { tell } from '../../state/toasts.ts'
import { clipped } from '../../text/clip.ts'
import { errorText } from '../../text/error-texts.ts'
import { type Breaker, standingOf } from './breaker-view.ts'
import { ChoiceField } from './choice-field.tsx'
import { TRIP_SPANS, type TripSpan, tripDuration } from './trip-input.ts'

interface TripDialogProps {
  readonly breaker: Breaker
  readonly guarded: readonly string[]
  readonly onDone: (breaker: Breaker) => void
  readonly onClose: () => void
}

/** Says what a trip does, and for how long it is to last. */
export function TripDialog({ breaker, guarded, onDone, onClose }: TripDialogProps) {
  const { scope } = breaker
  const span = useSignal<TripSpan>('reset')
  const typed = useSignal('')
  const reason = useSignal('')
  const wrong = useSignal<{ readonly field: string | null; readonly text: string } | null>(null)
  const isSending = useSignal(false)
  const trip = async (event: Event) => {
    event.preventDefault()
    const duration = tripDuration(span.value, typed.value)
    if (duration.fault !== null) {
      wrong.value = { field: 'duration', text: duration.fault }
      return
    }
    isSending.value = true
    try {
      const input = { scope, duration: duration.value, reason: reason.value.trim() || null }
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
          {standingOf(breaker)} New attempts of {guarded.length === 1 ? 'its function' : 'its functions'} are refused at once, and
          their operations wait, unless the function says that they fail. Attempts that run already go on.
        </p>
        <p>
          <Foreign text={scope} />
        </p>
        <ChoiceField legend="For how long" choices={TRIP_SPANS} chosen={span} />
        {span.value === 'other' && (
          <Field
            label="Time"
            hint="Such as 30 s, 15 min or 2 h. Then a probe decides whether it closes."
            fault={isDurationWrong ? wrong.value?.text : null}
          >
            {(control) => (
              <input
                {...control}
                class="input"
                placeholder="15 min"
                value={typed.value}
                onInput={({ currentTarget }) => {
                  typed.value = currentTarget.value
                  wrong.value = null
                }}
              />
            )}
          </Field>
        )}
        <ReasonField
          value={reason.value}
          onInput={(text) => {
            reason.value = text
          }}
        />
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
