import type { TimeRange } from '../../text/operation-filter.ts'
import { FilterMenu } from './filter-menu.tsx'
import { instantText, localText, timeText } from './time-texts.ts'

interface TimeMenuProps {
  readonly time: TimeRange | null
  readonly onChange: (time: TimeRange | null) => void
}

const PRESETS = [
  ['1h', 'Last hour'],
  ['24h', 'Last 24 hours'],
  ['7d', 'Last 7 days'],
] as const
const NO_TIME: TimeRange = { field: 'created', last: null, from: null, to: null }

export function TimeMenu({ time, onChange }: TimeMenuProps) {
  const { field, last, from, to } = time ?? NO_TIME
  const change = (parts: Partial<TimeRange>) => {
    const changed = { field, last, from, to, ...parts }
    onChange(changed.last === null && changed.from === null && changed.to === null ? null : changed)
  }
  return (
    <FilterMenu label="Time" value={time === null ? '' : timeText(time)}>
      <fieldset class="filter-choices">
        <legend class="visually-hidden">Time</legend>
        <label class="field">
          <span class="field-label">Of</span>
          <select
            class="input"
            value={field}
            onChange={({ currentTarget }) => change({ field: currentTarget.value === 'updated' ? 'updated' : 'created' })}
          >
            <option value="created">its creation</option>
            <option value="updated">its last change</option>
          </select>
        </label>
        <div class="row">
          {PRESETS.map(([span, text]) => (
            <button
              type="button"
              key={span}
              class="button button-small"
              aria-pressed={last === span}
              onClick={() => change({ last: last === span ? null : span, from: null, to: null })}
            >
              {text}
            </button>
          ))}
        </div>
        <TimeField label="Later than" at={from} onChange={(at) => change({ from: at, last: null })} />
        <TimeField label="Earlier than" at={to} onChange={(at) => change({ to: at, last: null })} />
      </fieldset>
    </FilterMenu>
  )
}

interface TimeFieldProps {
  readonly label: string
  readonly at: string | null
  readonly onChange: (at: string | null) => void
}

function TimeField({ label, at, onChange }: TimeFieldProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        class="input"
        type="datetime-local"
        step={1}
        value={at === null ? '' : localText(at)}
        onChange={({ currentTarget }) => onChange(instantText(currentTarget.value))}
      />
    </label>
  )
}
