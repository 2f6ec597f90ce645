import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Empty, ErrorMessage, Loading } from '../../components/messages.tsx'
import { ListedOperationCount, ListedOperationUpdates } from '../../documents/operation-list.ts'
import type { BulkResultPartsFragment, ListedOperationUpdatesSubscription } from '../../gql/graphql.ts'
import { regains } from '../../state/connection.ts'
import { useLive } from '../../state/live.ts'
import { useQuery } from '../../state/query.ts'
import { signIns } from '../../state/session.ts'
import { outcomeText } from '../../text/bulk-outcome.ts'
import { countOf, countText } from '../../text/numbers.ts'
import type { OperationsFilter } from '../../text/operation-filter.ts'
import { BULK_TEXTS, type BulkAction } from './bulk-actions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { BulkSkips } from './bulk-skips.tsx'
import { BULK_FUNCTION, BulkWatch } from './bulk-watch.ts'
import { filterCount } from './filter-address.ts'
import { OperationGrid } from './operation-grid.tsx'
import { OperationList } from './operation-list.ts'
import { Selection } from './selection.ts'

interface ListSectionProps {
  readonly filter: OperationsFilter
  readonly onClear: () => void
}

/** The list that meets the filter, and what is done to it. */
export function ListSection({ filter, onClear }: ListSectionProps) {
  const list = useMemo(() => new OperationList(filter), [filter])
  const selection = useMemo(() => new Selection(), [filter])
  const shown = useShown(list)
  const watch = useMemo(() => new BulkWatch(), [])
  const result = useSignal<LastResult | null>(null)
  useReading(list)
  // Events are followed from where the first list was read: what else is read must be read later.
  const place = useRef<string | null>(null)
  place.current ??= list.eventCursor.value
  const hasPlace = place.current !== null
  const count = useQuery(ListedOperationCount, { filter: list.terms.filter }, { isWanted: hasPlace })
  useEffect(() => {
    if (hasPlace) void watch.load()
  }, [watch, signIns.value, hasPlace])
  const onEvent = ({ cursor, type, operationId: id, functionName, operation }: ListedUpdate) => {
    place.current = cursor
    list.receive({ id, operation })
    if (functionName === BULK_FUNCTION) watch.receive(id, operation)
    if (operation === null) selection.forget(id)
    // Progress changes no count.
    if (type !== null) count.refresh()
  }
  const onGap = async () => {
    void count.reload()
    void watch.load()
    place.current = await list.reload()
    return place.current
  }
  // Another list goes on with the same events.
  useLive(ListedOperationUpdates, { searched: list.terms.isSearching }, { after: place.current, onEvent, onGap })
  const total = count.data.value?.operations.totalCount ?? null
  const error = list.error.value
  list.version.value
  return (
    <section class="ops-list" aria-label="List" aria-busy={shown !== list}>
      {error !== null && <ErrorMessage what="The operations could not be read" error={error} onRetry={() => void list.retry()} />}
      <BulkProgress watch={watch} />
      {result.value !== null && (
        <Result
          {...result.value}
          onDismiss={() => {
            result.value = null
          }}
        />
      )}
      <BulkBar
        list={list}
        filter={filter}
        selection={selection}
        total={total}
        onResult={(action, one) => {
          result.value = one.skippedCount > 0 ? { action, result: one } : null
          if (one.operation !== null) void watch.look(one.operation.id)
        }}
      />
      <ListLine list={shown} total={total} />
      {shown.rows.length > 0 && <OperationGrid list={shown} selection={selection} total={total} />}
      {shown.rows.length === 0 && error === null && (
        <Nothing list={shown} isFiltered={filterCount(filter) > 0} onClear={onClear} />
      )}
    </section>
  )
}

type ListedUpdate = ListedOperationUpdatesSubscription['recoveryUpdate']

interface LastResult {
  readonly action: BulkAction
  readonly result: BulkResultPartsFragment
}

/** What came of the last change of many, where it left some as they were. */
function Result({ action, result, onDismiss }: LastResult & { readonly onDismiss: () => void }) {
  return (
    <div class="bulk-result">
      <div class="bulk-run-progress">
        {outcomeText(BULK_TEXTS[action].done, result)}
        <BulkSkips skipped={result.skipped} count={result.skippedCount} />
      </div>
      <button type="button" class="button button-small" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}

/** The list, once something of it can be shown; until then the one before it, so that the page does not flicker. */
function useShown(list: OperationList): OperationList {
  const shown = useSignal(list)
  const isReady = list.eventCursor.value !== null || list.error.value !== null
  useEffect(() => {
    if (isReady) shown.value = list
  }, [list, isReady])
  return isReady ? list : shown.value
}

/** Reads the list when it appears, after a sign-in, and when a lost connection is back after a failed read. */
function useReading(list: OperationList): void {
  useEffect(() => {
    void list.reload()
    let isFirst = true
    const again = () => {
      if (!isFirst) void list.reload()
    }
    const stops = [
      signIns.subscribe(again),
      regains.subscribe(() => {
        if (list.error.peek() !== null) again()
      }),
    ]
    isFirst = false
    return () => {
      for (const stop of stops) stop()
      list.close()
    }
  }, [list])
}

function ListLine({ list, total }: { readonly list: OperationList; readonly total: number | null }) {
  list.version.value
  const { rows } = list
  const { waiting } = rows
  const count = total === null ? '' : countOf(total, 'operation')
  return (
    <div class="ops-line">
      <span class="number" role="status">
        {list.reading.value === 'list' ? '' : count}
      </span>
      {total !== null && rows.length < total && (
        <span class="muted small number">
          {rows.isFull
            ? `the first ${countText(rows.length)} are listed: narrow the filter or turn the order round to see others`
            : `the first ${countText(rows.length)} are listed; scroll for more`}
        </span>
      )}
      {waiting > 0 && (
        <button type="button" class="button button-small button-primary" onClick={() => list.showFromTop()}>
          {countText(waiting)} new – show
        </button>
      )}
      <button type="button" class="button button-small ops-refresh" onClick={() => void list.reload()}>
        Refresh
      </button>
    </div>
  )
}

interface NothingProps {
  readonly list: OperationList
  readonly isFiltered: boolean
  readonly onClear: () => void
}

function Nothing({ list, isFiltered, onClear }: NothingProps) {
  if (list.reading.value !== null) return <Loading what="operations" />
  if (!isFiltered)
    return (
      <Empty title="There are no operations yet">
        <a href="/functions">Start one</a>, or let your code start some: they appear here at once.
      </Empty>
    )
  return (
    <Empty title="No operation matches">
      <button type="button" class="button" onClick={onClear}>
        Clear filters
      </button>
    </Empty>
  )
}
