import { Field } from '../../components/field.tsx'
import { durationText } from '../../text/durations.ts'
import { countText } from '../../text/numbers.ts'
import type { KnownFunction } from './policies.ts'
import type { StartDraft, StartFaults, StartField } from './start-draft.ts'

interface StartOptionsProps {
  readonly known: KnownFunction
  readonly draft: StartDraft
  readonly faults: StartFaults
  readonly onChange: (field: StartField, text: string) => void
}

/** What can be said of an operation beside its input. All of it may be left empty. */
export function StartOptions({ known: { maxAttempts, deadline }, draft, faults, onChange }: StartOptionsProps) {
  const common = (name: StartField) => ({
    value: draft[name],
    fault: faults[name],
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
        hint={`Such as 30m, for all attempts. By default ${deadline == null ? 'none' : durationText(deadline)}.`}
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
  readonly fault: string | undefined
  readonly onInput: (text: string) => void
  readonly isInstant?: boolean
  readonly isLong?: boolean
}

function Option({ label, hint, value, fault, onInput, isInstant = false, isLong = false }: OptionProps) {
  return (
    <Field label={label} hint={hint} fault={fault} class={isLong ? 'function-long' : ''}>
      {(control) => {
        const field = {
          ...control,
          class: `input ${isLong ? 'mono' : ''}`,
          spellcheck: false,
          value,
          onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => onInput(currentTarget.value),
        }
        if (isLong) return <textarea {...field} rows={3} />
        return isInstant ? <input {...field} type="datetime-local" /> : <input {...field} type="text" dir="auto" />
      }}
    </Field>
  )
}
