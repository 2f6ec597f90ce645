import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { BulkViewer } from '../../documents/bulk.ts'
import type { BulkResultPartsFragment } from '../../gql/graphql.ts'
import { useQuery } from '../../state/query.ts'
import { countOf, countText } from '../../text/numbers.ts'
import type { OperationsFilter } from '../../text/operation-filter.ts'
import { BULK_ACTIONS, BULK_TEXTS, type BulkAction, type BulkTarget, type Candidate, reasonAgainst } from './bulk-actions.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { runBulk } from './bulk-run.ts'
import type { OperationList } from './operation-list.ts'
import type { Selection } from './selection.ts'

interface BulkBarProps {
  readonly list: OperationList
  readonly filter: OperationsFilter
  readonly selection: Selection
  readonly total: number | null
  readonly onResult: (action: BulkAction, result: BulkResultPartsFragment) => void
}

/** What is selected, and what can be done to it. */
export function BulkBar({ list, filter, selection, total, onResult }: BulkBarProps) {
  const rights = useQuery(BulkViewer, {}).data.value?.viewer ?? null
  const asked = useSignal<BulkAction | null>(null)
  const selected = selection.selected.value
  list.version.value
  const { isEmpty } = selection
  // What is asked is asked of these: somebody else may delete the last of them meanwhile.
  useEffect(() => {
    if (isEmpty) asked.value = null
  }, [isEmpty, asked])
  if (isEmpty) return null
  const target: BulkTarget = selected.all ? { filter: list.terms.filter } : { ids: [...selected.ids] }
  const candidates = selected.all ? null : candidatesOf(list, selected.ids)
  const run = async (action: BulkAction, reason: string) => {
    asked.value = null
    const result = await runBulk(action, target, reason)
    if (result === null) return
    selection.clear()
    onResult(action, result)
  }
  return (
    <section class="bulk-bar" aria-label="Selection">
      <strong class="number" role="status">
        {selected.all ? `All ${countText(total ?? 0)} that match` : countOf(selected.ids.size, 'operation')} selected
      </strong>
      {!selected.all && (
        <button type="button" class="button button-quiet button-small" onClick={() => selection.selectAll()}>
          Select all that match
        </button>
      )}
      <button type="button" class="button button-quiet button-small" onClick={() => selection.clear()}>
        Clear selection
      </button>
      <div class="row bulk-actions">
        {BULK_ACTIONS.map((action) => (
          <BulkButton
            key={action}
            action={action}
            reason={reasonAgainst(action, rights, candidates, filter.history === 'recovered' ? ['SUCCESS'] : filter.states)}
            onClick={() => {
              asked.value = action
            }}
          />
        ))}
      </div>
      {asked.value !== null && (
        <BulkDialog
          action={asked.value}
          target={target}
          onDo={(action, reason) => void run(action, reason)}
          onClose={() => {
            asked.value = null
          }}
        />
      )}
    </section>
  )
}

/** null as soon as one is not known here: then the server decides. */
function candidatesOf({ rows }: OperationList, ids: ReadonlySet<string>): readonly Candidate[] | null {
  const found = [...ids].flatMap((id) => rows.get(id)?.operation ?? [])
  return found.length === ids.size ? found : null
}

interface BulkButtonProps {
  readonly action: BulkAction
  /** Why it can do nothing; null when it can. */
  readonly reason: string | null
  readonly onClick: () => void
}

/** One that can do nothing keeps its place for the keyboard, and says why. */
function BulkButton({ action, reason, onClick }: BulkButtonProps) {
  const id = useId()
  const { label, isDangerous } = BULK_TEXTS[action]
  const isOff = reason !== null
  return (
    <>
      <button
        type="button"
        class={`button button-small ${isDangerous && !isOff ? 'button-danger' : ''}`}
        aria-disabled={isOff}
        aria-describedby={isOff ? id : undefined}
        title={reason ?? undefined}
        onClick={() => {
          if (!isOff) onClick()
        }}
      >
        {label}
      </button>
      {isOff && (
        <span id={id} class="visually-hidden">
          {reason}
        </span>
      )}
    </>
  )
}
