import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Timer } from '../../../operation/clock.ts'
import { Icon } from '../../components/icon.tsx'
import { useShortcuts } from '../../state/shortcuts.ts'
import { timer } from '../../state/time.ts'

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Whoever still types is not searched for yet. */
const TYPING_MS = 300

export function SearchField({ value, onChange }: SearchFieldProps) {
  const text = useSignal(value)
  const field = useRef<HTMLInputElement>(null)
  const typing = useRef<Timer | null>(null)
  const latest = useRef(onChange)
  latest.current = onChange
  const searched = useRef(value)
  // Another address, and not what was typed here, to which more may have been added meanwhile.
  useLayoutEffect(() => {
    if (value !== searched.current) text.value = value
    searched.current = value
  }, [value])
  useEffect(() => () => typing.current?.cancel(), [])
  useShortcuts([{ keys: '/', label: 'Search operations', run: () => field.current?.focus() }])
  const search = () => {
    typing.current?.cancel()
    const wanted = text.peek().trim()
    if (wanted === value) return
    searched.current = wanted
    latest.current(wanted)
  }
  return (
    <form
      class="filter-search"
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        class="input"
        type="search"
        dir="auto"
        aria-label="Search"
        placeholder="Id, key, function, error, metadata"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
          typing.current?.cancel()
          typing.current = timer(TYPING_MS, search)
        }}
      />
    </form>
  )
}
