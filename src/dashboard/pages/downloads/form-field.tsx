import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What ties a control to its label, hint and error. */
interface ControlProps {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FormFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly children: (props: ControlProps) => ComponentChildren
}

export function FormField({ name, label, hint, error, children }: FormFieldProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((one) => one !== false)
  const control = {
    ...{ id, name },
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error !== undefined,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(control)}
      {error !== undefined && (
        <div id={`${id}-error`} class="field-error">
          <bdi dir="auto">{error}</bdi>
        </div>
      )}
      {hint !== undefined && (
        <div id={`${id}-hint`} class="field-hint">
          {hint}
        </div>
      )}
    </div>
  )
}

/** Brings the person to the first field that is at fault, once it is marked. */
export function focusFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
