import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What ties a control to its label, and to what stands below it. */
interface ControlProps {
  readonly id: string
  readonly autocomplete: 'off'
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: ComponentChildren
  /** What is wrong with what was typed; it stands in the place of the hint. */
  readonly fault?: string | null | undefined
  readonly class?: string
  /** The control. */
  readonly children: (control: ControlProps) => ComponentChildren
}

/** A control with its label, and below it what it takes or what is wrong with it. */
export function Field({ label, hint, fault = null, class: more = '', children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = hint !== undefined || fault !== null
  return (
    <div class={`field ${more}`}>
      <label for={id}>{label}</label>
      {children({
        id,
        autocomplete: 'off',
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': fault !== null,
      })}
      {fault !== null && (
        <p class="field-error" id={noteId} role="alert">
          <bdi dir="auto">{fault}</bdi>
        </p>
      )}
      {fault === null && hint !== undefined && (
        <p class="field-hint" id={noteId}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Brings the person to the first field that is at fault, once it is marked. */
export function focusFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
