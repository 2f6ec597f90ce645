import type { OperationAction, OperationFilter, OperationState } from '../../../client/gql/graphql.ts'
import { countOf } from '../../text/numbers.ts'
import { MAY_ONLY_LOOK } from '../../text/roles.ts'
import { ACTIVE_STATES } from '../../text/states.ts'

// What can be done to many operations at once, and how it is told.

export const BULK_ACTIONS = ['retry', 'force', 'pause', 'resume', 'cancel', 'delete'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

interface BulkActionText {
  readonly label: string
  /** `Pausing operations`. */
  readonly doing: string
  /** As in `12 operations paused`. */
  readonly done: string
  /** What will happen, before it does. */
  readonly meaning: string
  /** In which states it can do something. */
  readonly states: readonly OperationState[]
  /** What an operation must allow for it; null: it only has to have ended. */
  readonly needs: OperationAction | null
  readonly isDangerous: boolean
}

const NOT_ENDED_WELL: readonly OperationState[] = ['RECOVERING', 'FAILED', 'EXHAUSTED']

export const BULK_TEXTS: Readonly<Record<BulkAction, BulkActionText>> = {
  retry: {
    label: 'Retry',
    doing: 'Retrying operations',
    done: 'retried',
    meaning:
      'Those that wait are attempted now; those that used up their attempts get new ones. Steps that are done stay done. Those with an error that no retry would mend are left as they are.',
    states: NOT_ENDED_WELL,
    needs: 'RETRY',
    isDangerous: false,
  },
  force: {
    label: 'Force retry',
    doing: 'Retrying operations by force',
    done: 'retried',
    meaning:
      'They are attempted again, also those with an error that no retry is expected to mend, and cancelled ones that you named. Steps that are done stay done.',
    states: [...NOT_ENDED_WELL, 'CANCELLED'],
    needs: 'FORCE_RETRY',
    isDangerous: false,
  },
  pause: {
    label: 'Pause',
    doing: 'Pausing operations',
    done: 'paused',
    meaning: 'They stop until they are resumed. An attempt that runs is told to stop and is not charged; its steps are kept.',
    states: ['PENDING', 'IN_PROGRESS', 'RECOVERING'],
    needs: 'PAUSE',
    isDangerous: false,
  },
  resume: {
    label: 'Resume',
    doing: 'Resuming operations',
    done: 'resumed',
    meaning: 'They go on where they were paused.',
    states: ['PAUSED'],
    needs: 'RESUME',
    isDangerous: false,
  },
  cancel: {
    label: 'Cancel',
    doing: 'Cancelling operations',
    done: 'cancelled',
    meaning: 'They end for good: an attempt that runs is told to stop, and only a forced retry begins them again.',
    states: ACTIVE_STATES,
    needs: 'CANCEL',
    isDangerous: true,
  },
  delete: {
    label: 'Delete',
    doing: 'Deleting operations',
    done: 'deleted',
    meaning: 'They are deleted with their attempts, steps and results. This cannot be undone.',
    states: ['SUCCESS', 'FAILED', 'EXHAUSTED', 'CANCELLED'],
    needs: null,
    isDangerous: true,
  },
}

/** What it is to be done to: some by their ids, or all that meet a filter; null filters nothing. */
export type BulkTarget = { readonly ids: readonly string[] } | { readonly filter: OperationFilter | null }

/** The part of the input of each bulk mutation that says which operations. */
export function targetInput(target: BulkTarget): { readonly filter: OperationFilter } | { readonly all: true } {
  if ('ids' in target) return { filter: { ids: [...target.ids] } }
  return target.filter === null ? { all: true } : { filter: target.filter }
}

/** A filter that meets those of the target to which an action can do something, to count them. */
export function affected(action: BulkAction, target: BulkTarget): OperationFilter {
  const { states } = BULK_TEXTS[action]
  if ('ids' in target) return { ids: [...target.ids], states: [...states] }
  const named = target.filter?.states
  // Cancelled ones are retried only when they are named.
  const meant = named == null ? states.filter((state) => action !== 'force' || state !== 'CANCELLED') : states
  return { ...target.filter, states: meant.filter((state) => named?.includes(state) ?? true) }
}

/** Who asks; null while that is not known. */
export interface Rights {
  readonly mayOperate: boolean
  readonly mayAdminister: boolean
}

/** What of a selected operation decides. */
export interface Candidate {
  readonly state: OperationState
  readonly availableActions: readonly OperationAction[]
}

/**
 * Why an action can do nothing; null when it can.
 *
 * @param candidates those that are selected, as far as they are known; null: all that match
 * @param states the states that all that match have; empty: any
 */
export function reasonAgainst(
  action: BulkAction,
  rights: Rights | null,
  candidates: readonly Candidate[] | null,
  states: readonly OperationState[],
): string | null {
  const { done, needs, states: able } = BULK_TEXTS[action]
  if (rights !== null && !rights.mayOperate) return MAY_ONLY_LOOK
  if (rights !== null && action === 'delete' && !rights.mayAdminister) return 'Only administrators delete operations.'
  const isAble = ({ state, availableActions }: Candidate) =>
    needs === null ? able.includes(state) : availableActions.includes(needs) || isRetriedByForce(action, availableActions)
  if (candidates !== null) return candidates.some(isAble) ? null : `None of the selected operations can be ${done} now.`
  const isPossible = states.length === 0 || states.some((state) => able.includes(state))
  return isPossible ? null : `Operations in these states cannot be ${done}.`
}

/** Force takes those too that need none. */
function isRetriedByForce(action: BulkAction, available: readonly OperationAction[]): boolean {
  return action === 'force' && available.includes('RETRY')
}

export interface BulkOutcome {
  readonly changed: number
  readonly skippedCount: number
}

/** `12 operations paused, 3 left as they were`. */
export function outcomeText(action: BulkAction, { changed, skippedCount }: BulkOutcome): string {
  const text = `${countOf(changed, 'operation')} ${BULK_TEXTS[action].done}`
  return skippedCount === 0 ? text : `${text}, ${skippedCount} left as they were`
}
