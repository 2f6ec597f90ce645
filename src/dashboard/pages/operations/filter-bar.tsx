import { ListedFunctions } from '../../documents/operation-list.ts'
import { useQuery } from '../../state/query.ts'
import { NO_FILTER, type OperationsFilter, type SortField, sortText } from '../../text/operation-filter.ts'
import { STATE_NAMES, STATES, stateClass, words } from '../../text/states.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { CATEGORIES, filterCount, parseSort, SORT_FIELDS } from './filter-address.ts'
import { HistoryMenu } from './history-menu.tsx'
import { MetadataMenu } from './metadata-menu.tsx'
import { SearchField } from './search-field.tsx'
import { TimeMenu } from './time-menu.tsx'

interface FilterBarProps {
  readonly filter: OperationsFilter
  readonly onChange: (parts: Partial<OperationsFilter>) => void
}

const SORTS: Readonly<Record<SortField, readonly [asc: string, desc: string]>> = {
  created: ['Oldest first', 'Newest first'],
  updated: ['Changed longest ago first', 'Changed last first'],
  next: ['Next attempt soonest first', 'Next attempt latest first'],
  priority: ['Lowest priority first', 'Highest priority first'],
}

/** Which operations are listed, and in which order. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const functions = useQuery(ListedFunctions, {}).data.value?.functions ?? []
  const count = filterCount(filter)
  return (
    <search class="filters" aria-label="Operations">
      <div class="filters-row">
        <SearchField value={filter.search} onChange={(search) => onChange({ search })} />
        <ChoiceMenu
          label="Function"
          choices={functions.map(({ name }) => name)}
          chosen={filter.functions}
          textOf={(name) => name}
          onChange={(chosen) => onChange({ functions: chosen })}
        />
        <ChoiceMenu
          label="Error"
          choices={CATEGORIES}
          chosen={filter.categories}
          textOf={words}
          onChange={(categories) => onChange({ categories })}
        />
        <HistoryMenu history={filter.history} onChange={(history) => onChange({ history })} />
        <TimeMenu time={filter.time} onChange={(time) => onChange({ time })} />
        <MetadataMenu metadata={filter.metadata} onChange={(metadata) => onChange({ metadata })} />
        <SortSelect filter={filter} onChange={onChange} />
      </div>
      <div class="filters-row">
        <StateChips filter={filter} onChange={onChange} />
        {count > 0 && (
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => onChange({ ...NO_FILTER, sort: filter.sort })}
          >
            Clear filters
          </button>
        )}
      </div>
    </search>
  )
}

function SortSelect({ filter, onChange }: FilterBarProps) {
  return (
    <select
      class="input filter-sort"
      aria-label="Order"
      value={sortText(filter.sort)}
      onChange={({ currentTarget }) => onChange({ sort: parseSort(currentTarget.value) ?? NO_FILTER.sort })}
    >
      {SORT_FIELDS.flatMap((field) =>
        [true, false].map((isDescending) => (
          <option key={`${field} ${isDescending}`} value={sortText({ field, isDescending })}>
            {SORTS[field][isDescending ? 1 : 0]}
          </option>
        )),
      )}
    </select>
  )
}

function StateChips({ filter: { states }, onChange }: FilterBarProps) {
  return (
    <fieldset class="state-chips">
      <legend class="visually-hidden">States</legend>
      {STATE_NAMES.map((state) => {
        const isOn = states.includes(state)
        return (
          <button
            type="button"
            key={state}
            class={`state-chip ${isOn ? `pill-${stateClass(state)}` : ''}`}
            aria-pressed={isOn}
            title={STATES[state].meaning}
            onClick={() => onChange({ states: STATE_NAMES.filter((one) => (one === state ? !isOn : states.includes(one))) })}
          >
            <span aria-hidden="true">{STATES[state].mark}</span>
            {STATES[state].label}
          </button>
        )
      })}
    </fieldset>
  )
}
