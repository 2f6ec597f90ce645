import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { RetryListedOperation } from '../../documents/operation-list.ts'
import { operationHref } from '../../hrefs.ts'
import { act } from '../../state/act.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { rowByKey, rowsIn, scrollTopFor } from './grid-geometry.ts'
import { GridHead } from './grid-head.tsx'
import type { OperationList } from './operation-list.ts'
import { OperationRow, rowElementId } from './operation-row.tsx'
import type { Selection } from './selection.ts'
import { type GridView, useGridView } from './use-grid-view.ts'

interface OperationGridProps {
  readonly list: OperationList
  readonly selection: Selection
  /** How many there are, listed or not; null while that is not known. */
  readonly total: number | null
}

// Read on before the last row is seen, so that whoever scrolls does not wait.
const READ_AHEAD = 60
const BEYOND = 6

/** The rows of the list. Only those that are seen are in the page; the focus stays with the grid while they come and go. */
export function OperationGrid({ list, selection, total }: OperationGridProps) {
  const view = useGridView(list)
  const { version } = list
  // Drawn again when the rows change.
  version.value
  const { rows } = list
  const range = rowsIn(view.window(), BEYOND)
  useEffect(() => {
    list.reach = range.to
    list.mayInsert = view.scrollTop.peek() === 0
    if (range.to + READ_AHEAD >= rows.length) void list.more()
  }, [list, range.to, view.scrollTop.value, version.value])
  const onKeyDown = useKeys(list, selection, view)
  const active = view.activeRow()
  return (
    <div ref={view.scroller} class="ops-scroller" onScroll={view.onScroll}>
      <table
        ref={view.grid}
        class="ops-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what ARIA makes a grid of
        role="grid"
        aria-label="Operations"
        aria-rowcount={total === null ? -1 : total + 1}
        aria-multiselectable
        aria-busy={list.reading.value !== null}
        aria-activedescendant={active === null ? undefined : rowElementId(active)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocusIn={view.onFocusIn}
        onPointerDown={view.onPointerDown}
      >
        <GridHead selection={selection} />
        <tbody class="ops-rows" style={{ height: `${rows.length * view.rowHeight.value}px` }}>
          <Rows list={list} selection={selection} view={view} />
        </tbody>
      </table>
    </div>
  )
}

function Rows({
  list,
  selection,
  view,
}: {
  readonly list: OperationList
  readonly selection: Selection
  readonly view: GridView
}) {
  list.version.value
  const { rows } = list
  const { from, to } = rowsIn(view.window(), BEYOND)
  const active = view.activeIndex()
  const indexes = Array.from({ length: to - from }, (_, n) => from + n)
  // Not taken away under whoever has the focus in it.
  if (active !== null && (active < from || active >= to)) indexes.push(active)
  const onToggle = (id: string, isRange: boolean) => {
    if (isRange) selection.extend(id, (first, last) => idsBetween(list, first, last))
    else selection.toggle(id)
  }
  return (
    <>
      {indexes.map((index) => {
        const row = rows.at(index)
        if (row === undefined) return null
        return (
          <OperationRow
            key={row.key}
            row={row}
            index={index}
            top={index * view.rowHeight.value}
            isActive={index === active}
            isSelected={selection.has(row.operation.id)}
            isLocked={selection.selected.value.all}
            onToggle={onToggle}
            onRetry={(id) => void retryNow(list, id)}
          />
        )
      })}
    </>
  )
}

function idsBetween({ rows }: OperationList, first: string, last: string): readonly string[] {
  const [from, to] = [rows.indexOf(first), rows.indexOf(last)].sort((a, b) => a - b)
  if (from === undefined || to === undefined || from < 0) return [last]
  return Array.from({ length: to - from + 1 }, (_, n) => rows.at(from + n)?.operation.id ?? last)
}

async function retryNow(list: OperationList, id: string): Promise<void> {
  const payload = await act(
    RetryListedOperation,
    { input: { id } },
    { done: `${id} is attempted now`, failed: `Could not retry ${id}` },
  )
  if (payload !== null) list.receiveAnswer(payload.operation)
}

/** What keys do: those of the grid while it has the focus, and letters wherever it is. */
function useKeys(list: OperationList, selection: Selection, view: GridView): (event: KeyboardEvent) => void {
  const { route } = useLocation()
  const latest = useRef(list)
  latest.current = list
  const toggleActive = () => {
    const row = view.activeRow()
    if (row !== null && !selection.selected.peek().all) selection.toggle(row.operation.id)
  }
  const go = (key: string) => {
    const target = rowByKey(key, view.activeIndex() ?? -1, view.window())
    if (target === null) return false
    view.activate(target, scrollTopFor(target, view.window()))
    return true
  }
  const end = async () => {
    await list.readAll()
    if (latest.current === list) go('End')
  }
  useShortcuts([
    { keys: 'j', label: 'Next operation of the list', run: () => go('ArrowDown') },
    { keys: 'k', label: 'Previous operation of the list', run: () => go('ArrowUp') },
    { keys: 'x', label: 'Select the operation, or take it out', run: toggleActive },
  ])
  return (event) => {
    const isOwn = event.target === event.currentTarget
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && isOwn) {
      const row = view.activeRow()
      if (row !== null) route(operationHref(row.operation.id))
    } else if (event.key === ' ' && isOwn) toggleActive()
    else if (event.key === 'End' && list.rows.hasMore) void end()
    else if (!go(event.key)) return
    event.preventDefault()
  }
}
