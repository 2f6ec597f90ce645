import { Foreign } from '../../components/foreign.tsx'
import { ProgressBar } from '../../components/progress-bar.tsx'
import { StatePill } from '../../components/state-pill.tsx'
import { Countdown, TimeAgo } from '../../components/time.tsx'
import type { ListedOperationFragment } from '../../gql/graphql.ts'
import { operationHref } from '../../hrefs.ts'
import { isHeldBack } from '../../text/held-back.ts'
import { words } from '../../text/states.ts'
import { plainlyWritten } from '../../text/unseen.ts'
import type { ListRow } from './list-rows.ts'

interface OperationRowProps {
  readonly row: ListRow
  /** Where it lies in the list, from 0. */
  readonly index: number
  /** Pixels from the first row. */
  readonly top: number
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Whether all that match are selected: then none can be taken out by itself. */
  readonly isLocked: boolean
  readonly onToggle: (id: string, isRange: boolean) => void
  readonly onRetry: (id: string) => void
}

/** The id of the row's element. */
export function rowElementId(row: ListRow): string {
  return `operation-row-${row.key}`
}

export function OperationRow(props: OperationRowProps) {
  const { row, index, top, isActive, isSelected } = props
  const { operation, matches } = row
  const { id, state, attempt, maxAttempts, updatedAt } = operation
  return (
    <tr
      id={rowElementId(row)}
      class={`ops-row ${isActive ? 'ops-row-active' : ''} ${matches ? '' : 'ops-row-left'}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={id}
    >
      <SelectCell {...props} />
      <td class="ops-state">
        <StatePill state={state} />
        {!matches && <span class="tiny muted">no longer matches</span>}
      </td>
      <NameCell {...props} />
      <td class="ops-attempt number">
        Attempt {attempt}/{maxAttempts}
      </td>
      <ProgressCell {...operation} />
      <NextCell {...props} />
      <ErrorCell {...operation} />
      <td class="ops-updated small muted">
        <TimeAgo at={updatedAt} />
      </td>
    </tr>
  )
}

function SelectCell({ row, isActive, isSelected, isLocked, onToggle }: OperationRowProps) {
  const { id } = row.operation
  return (
    <td class="ops-select">
      <label class="check">
        <input
          type="checkbox"
          aria-label={`Select ${id}`}
          tabIndex={isActive ? 0 : -1}
          checked={isSelected}
          disabled={isLocked}
          title={isLocked ? 'All that match are selected. Clear the selection to pick some.' : undefined}
          onClick={({ shiftKey }) => onToggle(id, shiftKey)}
        />
      </label>
    </td>
  )
}

function NameCell({ row, isActive }: OperationRowProps) {
  const { id, functionName } = row.operation
  return (
    <td class="ops-name">
      <Foreign text={functionName} clip={120} />
      <a class="mono" href={operationHref(id)} tabIndex={isActive ? 0 : -1}>
        <Foreign text={plainlyWritten(id)} clip={255} />
      </a>
    </td>
  )
}

function ProgressCell(operation: ListedOperationFragment) {
  const { progress, state, nextAttemptAt, id } = operation
  const isRunning = nextAttemptAt === null && !isHeldBack(operation) && (state === 'IN_PROGRESS' || state === 'RECOVERING')
  return (
    <td class="ops-progress">
      {progress !== null && <ProgressBar progress={progress} label={`Progress of ${id}`} isRunning={isRunning} />}
    </td>
  )
}

/** When it is attempted next, and the way not to wait so long. */
function NextCell({ row, isActive, onRetry }: OperationRowProps) {
  const { id, nextAttemptAt, availableActions } = row.operation
  return (
    <td class="ops-next">
      {isHeldBack(row.operation) && (
        <a
          class="small"
          href="/circuit-breakers"
          aria-label={`Held back by its circuit breaker: ${id}`}
          tabIndex={isActive ? 0 : -1}
        >
          Held back
        </a>
      )}
      {nextAttemptAt !== null && (
        <>
          <span class="small number">
            <Countdown at={nextAttemptAt} />
          </span>
          {availableActions.includes('RETRY') && (
            <button
              type="button"
              class="button button-small"
              aria-label={`Retry now: ${id}`}
              tabIndex={isActive ? 0 : -1}
              onClick={() => onRetry(id)}
            >
              Retry now
            </button>
          )}
        </>
      )}
    </td>
  )
}

function ErrorCell({ error }: ListedOperationFragment) {
  return (
    <td class="ops-error small">
      {error !== null && (
        <>
          <span class="tiny muted">{words(error.category)}</span>
          <Foreign text={error.message} clip={200} />
        </>
      )}
    </td>
  )
}
