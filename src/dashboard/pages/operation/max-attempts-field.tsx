import { readMaxAttempts } from './max-attempts.ts'

interface MaxAttemptsFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** How many there are when nothing is written. */
  readonly usual: number
}

/** How many attempts the new round has. */
export function MaxAttemptsField({ text, onText, usual }: MaxAttemptsFieldProps) {
  const { fault } = readMaxAttempts(text)
  return (
    <div class="field">
      <label for="max-attempts">Attempts of the new round</label>
      <input
        id="max-attempts"
        class="input"
        inputMode="numeric"
        value={text}
        placeholder={String(usual)}
        aria-invalid={fault !== null}
        aria-describedby="max-attempts-fault"
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <span id="max-attempts-fault" class="field-error" role="alert">
        {fault}
      </span>
    </div>
  )
}
