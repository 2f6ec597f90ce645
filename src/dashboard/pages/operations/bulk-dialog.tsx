import { useSignal } from '@preact/signals'
import { Dialog } from '../../components/dialog.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { ListedOperationCount } from '../../documents/operation-list.ts'
import { useQuery } from '../../state/query.ts'
import { countOf } from '../../text/numbers.ts'
import { affected, BULK_TEXTS, type BulkAction, type BulkTarget } from './bulk-actions.ts'

interface BulkDialogProps {
  readonly action: BulkAction
  readonly target: BulkTarget
  readonly onDo: (action: BulkAction, reason: string) => void
  readonly onClose: () => void
}

/** Says what will happen to how many, and asks whether it shall. */
export function BulkDialog({ action, target, onDo, onClose }: BulkDialogProps) {
  const { label, meaning, isDangerous } = BULK_TEXTS[action]
  const reason = useSignal('')
  const count = useQuery(ListedOperationCount, { filter: affected(action, target) })
  const met = count.data.value?.operations.totalCount ?? null
  const what = met === null ? 'operations' : countOf(met, 'operation')
  return (
    <Dialog title={`${label} ${what}?`} onClose={onClose}>
      <p>{meaning}</p>
      {'filter' in target && (
        <p class="muted small">
          {target.filter === null ? 'This means all operations' : 'This means all that match the filter'}, listed or not; those
          that are created from now on are not touched.
        </p>
      )}
      {action === 'cancel' && (
        <ReasonField
          value={reason.value}
          onInput={(text) => {
            reason.value = text
          }}
        />
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          Go back
        </button>
        <button
          type="button"
          class={`button button-primary ${isDangerous ? 'button-danger' : ''}`}
          disabled={met === 0}
          onClick={() => onDo(action, reason.value.trim())}
        >
          {label} {what}
        </button>
      </div>
    </Dialog>
  )
}
