import { Field } from './field.tsx'

/** As long as the server takes it. */
const MAX_LENGTH = 1000

interface ReasonFieldProps {
  readonly value: string
  readonly onInput: (text: string) => void
}

/** Why a person does something, for those who look at it later. */
export function ReasonField({ value, onInput }: ReasonFieldProps) {
  return (
    <Field label="Reason (optional)" hint="For people: it is kept in the event log.">
      {(control) => (
        <input
          {...control}
          class="input"
          dir="auto"
          maxLength={MAX_LENGTH}
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
    </Field>
  )
}
