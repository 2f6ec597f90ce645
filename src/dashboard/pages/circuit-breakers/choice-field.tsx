import type { Signal } from '@preact/signals'
import { useId } from 'preact/hooks'

interface ChoiceFieldProps<V extends string> {
  readonly legend: string
  readonly choices: readonly { readonly value: V; readonly label: string }[]
  readonly chosen: Signal<V>
}

/** One of a few. */
export function ChoiceField<V extends string>({ legend, choices, chosen }: ChoiceFieldProps<V>) {
  const name = useId()
  return (
    <fieldset class="breaker-choice">
      <legend class="field-label">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} class="check">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen.value === value}
            onChange={() => {
              chosen.value = value
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
