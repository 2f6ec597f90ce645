import { useId } from 'preact/hooks'

interface OptionFieldProps {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly fault: string | null
  readonly onType: (text: string) => void
}

/** An option of a run, with its range. */
export function OptionField({ label, value, hint, fault, onType }: OptionFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input number"
        autocomplete="off"
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <span id={`${id}-hint`} class={fault === null ? 'field-hint' : 'field-error'}>
        {fault ?? hint}
      </span>
    </div>
  )
}
