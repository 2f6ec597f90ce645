import { InvalidInputError } from '../../operation/errors.ts'
import { toJsonObject } from '../../operation/json.ts'
import type { OperationFilter } from '../../operation/query.ts'
import { ACTIVE_STATES, FINISHED_STATES, type OperationState } from '../../operation/state.ts'
import { optionNames, refuseUnknown } from '../../policy/known-options.ts'
import { cancelCommand, checkActor, retryCommand } from '../control-commands.ts'
import type { CancelOptions, ControlOptions, RetryOptions } from '../options.ts'

/** What can be done to many operations at once. Stored in the input of operations, for ever. */
export const BULK_ACTIONS = ['retry', 'cancel', 'pause', 'resume', 'delete'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

interface All {
  /** Says that an empty filter means all operations; without it one is refused. */
  readonly all?: boolean
}

export interface BulkOptions extends ControlOptions, All {}
export interface BulkCancelOptions extends CancelOptions, All {}
export interface BulkRetryOptions extends Omit<RetryOptions, 'input'>, All {}

type AnyOptions = BulkCancelOptions & BulkRetryOptions

/** What is to be done to which operations: checked, and JSON, since it may become the input of an operation. */
export interface BulkRequest {
  readonly action: BulkAction
  readonly filter: OperationFilter
  readonly actor: string | null
  readonly reason: string | null
  readonly force: boolean
  readonly maxAttempts: number | null
}

const FILTER_PARTS = optionNames<OperationFilter>({
  ids: true,
  states: true,
  functionNames: true,
  categories: true,
  search: true,
  metadata: true,
  recovered: true,
  hasFailedAttempts: true,
  createdAfter: true,
  createdBefore: true,
  updatedAfter: true,
  updatedBefore: true,
})

const YES_OR_NO = ['recovered', 'hasFailedAttempts'] as const

const OPTIONS: { readonly [A in BulkAction]: readonly string[] } = {
  retry: optionNames<BulkRetryOptions>({ all: true, actor: true, force: true, maxAttempts: true }),
  cancel: optionNames<BulkCancelOptions>({ all: true, actor: true, reason: true }),
  pause: optionNames<BulkOptions>({ all: true, actor: true }),
  resume: optionNames<BulkOptions>({ all: true, actor: true }),
  delete: optionNames<BulkOptions>({ all: true, actor: true }),
}

/**
 * The states in which an action can do something: what a filter that names no states is narrowed to, or else millions
 * that ended long ago would be told as skipped. Cancelled operations are retried only when they are named.
 */
const STATES: Readonly<Record<BulkAction, readonly OperationState[]>> = {
  retry: ['recovering', 'failed', 'exhausted'],
  cancel: ACTIVE_STATES,
  pause: ['pending', 'in_progress', 'recovering'],
  resume: ['paused'],
  delete: FINISHED_STATES,
}

/** @throws InvalidInputError when the filter or an option cannot be used, or when `all` and the filter do not go together */
export function bulkRequest(action: BulkAction, filter: OperationFilter, options: AnyOptions): BulkRequest {
  refuseUnknown(options, OPTIONS[action])
  return {
    action,
    filter: narrowed(action, checkFilter(filter, options.all ?? false)),
    actor: checkActor(options.actor),
    reason: cancelCommand(options).reason,
    force: options.force ?? false,
    // The id is of no use here.
    maxAttempts: retryCommand(options, '').maxAttempts,
  }
}

function checkFilter(filter: OperationFilter, all: boolean): OperationFilter {
  refuseUnknown(filter, FILTER_PARTS, 'filter')
  const stated = Object.fromEntries(Object.entries(filter).filter(([, part]) => !meetsAll(part))) as OperationFilter
  const isEmpty = Object.keys(stated).length === 0
  if (isEmpty && !all) {
    throw new InvalidInputError('The filter is empty, which would mean all operations; name some, or say so with all: true', {
      field: 'filter',
    })
  }
  if (!isEmpty && all) {
    throw new InvalidInputError('all: true goes with an empty filter only; leave one of the two out', { field: 'all' })
  }
  const wrong = YES_OR_NO.find((part) => stated[part] !== undefined && typeof stated[part] !== 'boolean')
  if (wrong !== undefined) throw new InvalidInputError(`filter.${wrong} must be true or false`, { field: `filter.${wrong}` })
  toJsonObject(stated, 'filter')
  return stated.ids === undefined ? stated : { ...stated, ids: [...new Set(stated.ids)] }
}

/** Whether a part of a filter says nothing, as those of a form that was not filled in: no text to search for, no metadata. */
function meetsAll(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === undefined || part === ''
  return !Array.isArray(part) && Object.keys(part).length === 0
}

function narrowed(action: BulkAction, filter: OperationFilter): OperationFilter {
  return filter.states !== undefined || filter.ids !== undefined ? filter : { ...filter, states: STATES[action] }
}
