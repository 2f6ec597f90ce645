import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Empty } from '../../components/messages.tsx'
import { ShowMore } from '../../components/show-more.tsx'
import { countText } from '../../text/numbers.ts'
import { BreakerFilter } from './breaker-filter.tsx'
import { BreakerRow } from './breaker-row.tsx'
import { arranged, breakersHref, choiceCounts, readChoice } from './breaker-view.ts'
import type { Asked } from './circuit-breakers-page.tsx'
import type { BreakersView } from './use-breakers.ts'
import { useFocusThroughMoves } from './use-focus-through-moves.ts'

interface BreakerListProps {
  readonly view: BreakersView
  readonly mayOperate: boolean
  readonly onAsk: (asked: Asked) => void
}

const PORTION = 50
const FEW = 6

/** The selection that the address names. Of many breakers only a portion is in the page. */
export function BreakerList({ view, mayOperate, onAsk }: BreakerListProps) {
  const { query, route } = useLocation()
  const shown = useSignal(PORTION)
  const choice = readChoice(query.state)
  const search = query.q ?? ''
  const breakers = view.breakers.value
  const found = useMemo(() => arranged(breakers, { choice, search }), [breakers, choice, search])
  const list = useRef<HTMLUListElement>(null)
  const visible = found.slice(0, shown.value)
  useFocusThroughMoves(list, visible.map(({ id }) => id).join())
  useEffect(() => {
    shown.value = PORTION
  }, [choice, search, shown])
  const isFiltered = choice !== 'all' || search !== ''
  return (
    <>
      {(breakers.length > FEW || isFiltered) && (
        <BreakerFilter
          choice={choice}
          search={search}
          counts={choiceCounts(breakers)}
          onChange={(next) => route(breakersHref(next), true)}
        />
      )}
      {found.length === 0 && (
        <Empty title="No circuit breaker is like this">
          <a href="/circuit-breakers">Show all {countText(breakers.length)}</a>
        </Empty>
      )}
      <ul class="breakers" ref={list}>
        {visible.map((breaker) => (
          <BreakerRow
            key={breaker.id}
            breaker={breaker}
            guarded={view.guarded.value(breaker.scope)}
            changes={view.changes.value.get(breaker.scope)}
            mayOperate={mayOperate}
            onAsk={onAsk}
          />
        ))}
      </ul>
      <ShowMore
        shown={visible.length}
        total={found.length}
        onMore={() => {
          shown.value += PORTION * 2
        }}
      />
    </>
  )
}
