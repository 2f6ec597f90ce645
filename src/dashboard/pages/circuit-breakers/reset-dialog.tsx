import { useSignal } from '@preact/signals'
import { Dialog } from '../../components/dialog.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { ResetBreaker } from '../../documents/circuit-breakers.ts'
import { send } from '../../state/act.ts'
import { tell } from '../../state/toasts.ts'
import { clipped } from '../../text/clip.ts'
import { errorText } from '../../text/error-texts.ts'
import { countOf } from '../../text/numbers.ts'
import { type Breaker, standingOf } from './breaker-view.ts'
import { ChoiceField } from './choice-field.tsx'

interface ResetDialogProps {
  readonly breaker: Breaker
  readonly onDone: (breaker: Breaker) => void
  readonly onClose: () => void
}

const AFTERWARDS = [
  { value: 'itself', label: 'It decides by itself again: too many failures open it' },
  { value: 'forced', label: 'Keep it closed whatever fails, until it is reset or tripped' },
] as const

/** Says what a reset does, and who decides afterwards. */
export function ResetDialog({ breaker, onDone, onClose }: ResetDialogProps) {
  const { scope, blockedOperations } = breaker
  const afterwards = useSignal<(typeof AFTERWARDS)[number]['value']>('itself')
  const reason = useSignal('')
  const wrong = useSignal<string | null>(null)
  const isSending = useSignal(false)
  const reset = async (event: Event) => {
    event.preventDefault()
    const forceClosed = afterwards.value === 'forced'
    isSending.value = true
    try {
      const { circuitBreaker } = await send(ResetBreaker, { input: { scope, forceClosed, reason: reason.value.trim() || null } })
      tell(`${forceClosed ? 'Forced closed' : 'Reset'} ${clipped(scope, 80)}`)
      onDone(circuitBreaker)
    } catch (error) {
      wrong.value = errorText(error)
    } finally {
      isSending.value = false
    }
  }
  return (
    <Dialog title="Reset this circuit breaker?" onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void reset(event)}>
        <p>
          {standingOf(breaker)} A reset closes it and forgets its failures. Attempts are permitted at once
          {blockedOperations === 0
            ? '.'
            : `: ${countOf(blockedOperations, 'operation')} that ${blockedOperations === 1 ? 'waits' : 'wait'} for it ${blockedOperations === 1 ? 'goes' : 'go'} on.`}
        </p>
        <p>
          <Foreign text={scope} />
        </p>
        <ChoiceField legend="Afterwards" choices={AFTERWARDS} chosen={afterwards} />
        <ReasonField
          value={reason.value}
          onInput={(text) => {
            reason.value = text
          }}
        />
        {wrong.value !== null && (
          <p class="field-error" role="alert">
            {wrong.value}
          </p>
        )}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            Go back
          </button>
          <button type="submit" class="button button-primary" disabled={isSending.value}>
            Reset circuit breaker
          </button>
        </div>
      </form>
    </Dialog>
  )
}
