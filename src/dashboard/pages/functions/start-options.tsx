import { useId } from 'preact/hooks'
import { durationText } from '../../text/durations.ts'
import { countText } from '../../text/numbers.ts'
import type { KnownFunction } from './policies.ts'
import type { StartDraft, StartErrors, StartField } from './start-draft.ts'

interface StartOptionsProps {
  readonly known: KnownFunction
  readonly draft: StartDraft
  readonly errors: StartErrors
  readonly onChange: (field: StartField, text: string) => void
}

/** What can be said of an operation beside its input. All of it may be left empty. */
export function StartOptions({ known: { maxAttempts, deadline }, draft, errors, onChange }: StartOptionsProps) {
  const common = (name: StartField) => ({
    value: draft[name],
    error: errors[name],
    onInput: (text: string) => onChange(name, text),
  })
  return (
    <div class="function-options">
      <Option label="Id" hint="Your own, 1 to 255 characters. By default a new one." {...common('id')} />
      <Option
        label="Idempotency key"
        hint="Starting the function with it again answers the first operation."
        {...common('idempotencyKey')}
      />
      <Option label="Priority" hint="From -100 to 100, higher runs first. By default 0." {...common('priority')} />
      <Option label="Run at" isInstant hint="Not before; in your time zone. By default now." {...common('runAt')} />
      <Option
        label="Deadline"
        hint={`Such as 30 min, for all attempts. By default ${deadline == null ? 'none' : durationText(deadline)}.`}
        {...common('deadline')}
      />
      <Option label="Attempts" hint={`From 1 to 1001. By default ${countText(maxAttempts)}.`} {...common('maxAttempts')} />
      <Option
        label="Metadata"
        isLong
        hint={'A JSON object to search by, such as { "customer": "42" }; not for secrets.'}
        {...common('metadata')}
      />
    </div>
  )
}

interface OptionProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | undefined
  readonly onInput: (text: string) => void
  readonly isInstant?: boolean
  readonly isLong?: boolean
}

function Option({ label, hint, value, error, onInput, isInstant = false, isLong = false }: OptionProps) {
  const id = useId()
  const field = {
    id,
    class: 'input',
    value,
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-note`,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => onInput(currentTarget.value),
  } as const
  return (
    <div class={isLong ? 'field function-long' : 'field'}>
      <label for={id}>{label}</label>
      {isLong && <textarea {...field} rows={3} class="input mono" />}
      {!isLong && (isInstant ? <input {...field} type="datetime-local" /> : <input {...field} type="text" dir="auto" />)}
      <p
        class={error === undefined ? 'field-hint' : 'field-error'}
        id={`${id}-note`}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
