import { useId } from 'preact/hooks'
import { countText } from '../../text/numbers.ts'
import { BREAKER_CHOICES, type BreakerChoice, CHOICE_LABELS, readChoice } from './breaker-view.ts'

interface Selection {
  readonly choice: BreakerChoice
  readonly search: string
}

interface BreakerFilterProps extends Selection {
  readonly counts: Readonly<Record<BreakerChoice, number>>
  readonly onChange: (selection: Selection) => void
}

export function BreakerFilter({ choice, search, counts, onChange }: BreakerFilterProps) {
  const id = useId()
  return (
    <form class="breaker-filter" onSubmit={(event) => event.preventDefault()} aria-label="Which circuit breakers">
      <input
        class="input"
        type="search"
        aria-label="Search by scope"
        placeholder="Search by scope"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={search}
        onInput={({ currentTarget }) => onChange({ choice, search: currentTarget.value })}
      />
      <label class="visually-hidden" for={id}>
        State
      </label>
      <select
        class="input"
        id={id}
        value={choice}
        onChange={({ currentTarget }) => onChange({ search, choice: readChoice(currentTarget.value) })}
      >
        {BREAKER_CHOICES.map((one) => (
          <option key={one} value={one}>
            {CHOICE_LABELS[one]} ({countText(counts[one])})
          </option>
        ))}
      </select>
    </form>
  )
}
