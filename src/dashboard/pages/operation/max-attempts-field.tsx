import { Field } from '../../components/field.tsx'
import { readMaxAttempts } from './max-attempts.ts'

interface MaxAttemptsFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** How many there are when nothing is written. */
  readonly usual: number
}

/** How many attempts the new round has. */
export function MaxAttemptsField({ text, onText, usual }: MaxAttemptsFieldProps) {
  return (
    <Field label="Attempts of the new round" fault={readMaxAttempts(text).fault}>
      {(control) => (
        <input
          {...control}
          class="input"
          inputMode="numeric"
          value={text}
          placeholder={String(usual)}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
    </Field>
  )
}
