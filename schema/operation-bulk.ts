import type { BulkSkip } from '../src/engine/bulk/bulk-action.ts'
import type { BulkResult } from '../src/engine/bulk/bulk-controls.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { type CostRule, costs } from './cost.ts'
import { ErrorCodeType } from './error-code.ts'
import { OperationType } from './operation.ts'
import { type FilterArgument, filterCost, OperationFilterInput, toFilter } from './operation-input.ts'
import { present } from './present.ts'
import type { SeenOperation } from './seen-operation.ts'

type SeenResult = Omit<BulkResult, 'operation'> & { readonly operation: SeenOperation | null }

const BulkSkipType = builder.objectRef<BulkSkip>('BulkSkip').implement({
  description: 'An operation that was left as it was.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id.' }),
    reason: t.exposeString('reason', { description: 'Why, and what to do about it, in plain words.' }),
    code: t.expose('code', { type: ErrorCodeType, description: 'The stable code of the reason.' }),
  }),
})

const BulkResultType = builder.objectRef<SeenResult>('BulkResult').implement({
  description:
    'What became of all operations that a filter met. Those beside `changed` and `skippedCount` were as asked already.',
  fields: (t) => ({
    matched: t.exposeInt('matched', {
      description: 'How many the filter met; of a set that `operation` carries out, about how many there are.',
    }),
    changed: t.exposeInt('changed', { description: 'How many were changed.' }),
    skipped: t.expose('skipped', { type: [BulkSkipType], description: 'Those that were left as they were, and why.' }),
    skippedCount: t.exposeInt('skippedCount', { description: 'How many were left as they were.' }),
    operation: t.expose('operation', {
      type: OperationType,
      nullable: true,
      description:
        'What carries a set of more than 500 out, in the background: it tells its progress, and its result has these same counts and the first 100 of `skipped`. Null when all of it is done.',
    }),
  }),
})

const FILTER =
  'Which operations: those that meet every part that is given. When it names neither `ids`, `states` nor `active`: those in which this can do something.'
const ALL = 'Says that an empty filter means all operations; without it an empty one is refused.'

const PauseOperationsInput = builder.inputType('PauseOperationsInput', {
  description: 'Which operations to pause.',
  fields: (t) => ({
    filter: t.field({ type: OperationFilterInput, description: FILTER }),
    all: t.boolean({ defaultValue: false, description: ALL }),
  }),
})

const ResumeOperationsInput = builder.inputType('ResumeOperationsInput', {
  description: 'Which operations to let go on.',
  fields: (t) => ({
    filter: t.field({ type: OperationFilterInput, description: FILTER }),
    all: t.boolean({ defaultValue: false, description: ALL }),
  }),
})

const DeleteOperationsInput = builder.inputType('DeleteOperationsInput', {
  description: 'Which operations to delete.',
  fields: (t) => ({
    filter: t.field({ type: OperationFilterInput, description: FILTER }),
    all: t.boolean({ defaultValue: false, description: ALL }),
  }),
})

const CancelOperationsInput = builder.inputType('CancelOperationsInput', {
  description: 'Which operations to cancel, and why.',
  fields: (t) => ({
    filter: t.field({ type: OperationFilterInput, description: FILTER }),
    all: t.boolean({ defaultValue: false, description: ALL }),
    reason: t.string({ description: 'Why, for people: kept in the event log.' }),
  }),
})

const RetryOperationsInput = builder.inputType('RetryOperationsInput', {
  description: 'Which operations to retry, and how.',
  fields: (t) => ({
    filter: t.field({ type: OperationFilterInput, description: `${FILTER} Cancelled ones only when \`states\` names them.` }),
    all: t.boolean({ defaultValue: false, description: ALL }),
    force: t.boolean({
      defaultValue: false,
      description: 'Retry also those that it is not expected to help, and cancelled ones.',
    }),
    maxAttempts: t.int({
      description:
        "Attempts of the new rounds, 1 to 1001; by default each operation's own. Those that wait for their next attempt are skipped then.",
    }),
  }),
})

interface BulkArgs {
  readonly input: { readonly filter?: FilterArgument | null | undefined }
}

const OWN_COST = 500

const bulkCosts: CostRule<BulkArgs> = ({ input: { filter } }) => ({ own: OWN_COST + filterCost(filter) })

async function seen({ recovery }: Context, carryOut: () => Promise<BulkResult>): Promise<SeenResult> {
  const eventCursor = recovery.eventCursor()
  const { operation, ...counts } = await carryOut()
  return { ...counts, operation: operation === null ? null : { ...operation, eventCursor } }
}

builder.mutationFields((t) => ({
  retryOperations: t.field({
    type: BulkResultType,
    description: 'Retries all operations that a filter meets. A refused filter or option is an error of the request.',
    args: { input: t.arg({ type: RetryOperationsInput, required: true, description: 'Which operations, and how.' }) },
    extensions: costs(bulkCosts),
    resolve: (_root, { input: { filter, ...options } }, context) =>
      seen(context, () => context.recovery.bulk.retry(toFilter(filter), present({ ...options, actor: context.actor }))),
  }),
  cancelOperations: t.field({
    type: BulkResultType,
    description: 'Ends all operations that a filter meets, for good. A refused filter or option is an error of the request.',
    args: { input: t.arg({ type: CancelOperationsInput, required: true, description: 'Which operations, and why.' }) },
    extensions: costs(bulkCosts),
    resolve: (_root, { input: { filter, ...options } }, context) =>
      seen(context, () => context.recovery.bulk.cancel(toFilter(filter), present({ ...options, actor: context.actor }))),
  }),
}))

builder.mutationFields((t) => ({
  pauseOperations: t.field({
    type: BulkResultType,
    description: 'Pauses all operations that a filter meets. A refused filter is an error of the request.',
    args: { input: t.arg({ type: PauseOperationsInput, required: true, description: 'Which operations.' }) },
    extensions: costs(bulkCosts),
    resolve: (_root, { input: { filter, ...options } }, context) =>
      seen(context, () => context.recovery.bulk.pause(toFilter(filter), present({ ...options, actor: context.actor }))),
  }),
  resumeOperations: t.field({
    type: BulkResultType,
    description: 'Lets all paused operations go on that a filter meets. A refused filter is an error of the request.',
    args: { input: t.arg({ type: ResumeOperationsInput, required: true, description: 'Which operations.' }) },
    extensions: costs(bulkCosts),
    resolve: (_root, { input: { filter, ...options } }, context) =>
      seen(context, () => context.recovery.bulk.resume(toFilter(filter), present({ ...options, actor: context.actor }))),
  }),
  deleteOperations: t.field({
    type: BulkResultType,
    description:
      'Deletes all operations that a filter meets and that have ended, with all that is theirs but entries of the event log. Their ids and idempotency keys are free then. A refused filter is an error of the request.',
    args: { input: t.arg({ type: DeleteOperationsInput, required: true, description: 'Which operations.' }) },
    extensions: costs(bulkCosts),
    resolve: (_root, { input: { filter, ...options } }, context) =>
      seen(context, () => context.recovery.bulk.delete(toFilter(filter), present({ ...options, actor: context.actor }))),
  }),
}))
