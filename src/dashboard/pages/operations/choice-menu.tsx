import { Foreign } from '../../components/foreign.tsx'
import { clipped } from '../../text/clip.ts'
import { FilterMenu } from './filter-menu.tsx'

interface ChoiceMenuProps<T extends string> {
  readonly label: string
  readonly choices: readonly T[]
  readonly chosen: readonly T[]
  readonly textOf: (choice: T) => string
  readonly onChange: (chosen: readonly T[]) => void
}

/** Some of many; none means any. */
export function ChoiceMenu<T extends string>({ label, choices, chosen, textOf, onChange }: ChoiceMenuProps<T>) {
  const [only] = chosen
  const value = chosen.length === 1 && only !== undefined ? clipped(textOf(only), 24) : String(chosen.length || '')
  // One that is chosen can be taken out, though nobody knows it any more.
  const all = [...new Set([...choices, ...chosen])]
  return (
    <FilterMenu label={label} value={value}>
      <fieldset class="filter-choices">
        <legend class="visually-hidden">{label}</legend>
        {all.map((choice) => (
          <label class="check" key={choice}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...chosen, choice] : chosen.filter((one) => one !== choice))
              }
            />
            <Foreign text={textOf(choice)} clip={80} />
          </label>
        ))}
        {all.length === 0 && <p class="muted small">There is none yet.</p>}
      </fieldset>
    </FilterMenu>
  )
}
