import { Field } from '../../components/field.tsx'

interface OptionFieldProps {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly fault: string | null
  readonly onType: (text: string) => void
}

/** An option of a run, with its range. */
export function OptionField({ label, value, hint, fault, onType }: OptionFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <input {...control} class="input number" value={value} onInput={({ currentTarget }) => onType(currentTarget.value)} />
      )}
    </Field>
  )
}
