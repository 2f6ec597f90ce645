import { useId } from 'preact/hooks'
import type { History } from '../../text/operation-filter.ts'
import { HISTORIES } from './filter-address.ts'
import { FilterMenu } from './filter-menu.tsx'

interface HistoryMenuProps {
  readonly history: History | null
  readonly onChange: (history: History | null) => void
}

const TEXTS: Readonly<Record<History, readonly [short: string, meaning: string]>> = {
  recovered: ['Recovered', 'after a failed attempt'],
  'failed-attempts': ['Failed attempts', 'recovered or not'],
}

/** How it went so far. */
export function HistoryMenu({ history, onChange }: HistoryMenuProps) {
  const name = useId()
  return (
    <FilterMenu label="History" value={history === null ? '' : TEXTS[history][0]}>
      <fieldset class="filter-choices">
        <legend class="visually-hidden">History</legend>
        {[null, ...HISTORIES].map((one) => (
          <label class="check" key={one}>
            <input type="radio" name={name} checked={history === one} onChange={() => onChange(one)} />
            {one === null ? (
              'Any'
            ) : (
              <span>
                {TEXTS[one][0]} <span class="muted">– {TEXTS[one][1]}</span>
              </span>
            )}
          </label>
        ))}
      </fieldset>
    </FilterMenu>
  )
}
