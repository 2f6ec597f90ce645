import { type Json, type JsonObject, toJsonObject } from '../src/operation/json.ts'
import type { OperationFilter, OperationOrder, OrderField } from '../src/operation/query.ts'
import { ACTIVE_STATES, FINISHED_STATES, type OperationState } from '../src/operation/state.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { ErrorCategoryType } from './operation-error.ts'
import { OperationStateType } from './operation-state.ts'
import { present } from './present.ts'

export const OperationFilterInput = builder.inputType('OperationFilter', {
  description: 'Which operations: those that meet every part that is given. An empty list is met by none.',
  fields: (t) => ({
    ids: t.idList({ description: 'Only these ids.' }),
    states: t.field({ type: [OperationStateType], description: 'Only these states.' }),
    active: t.boolean({
      description: 'True: only `PENDING`, `IN_PROGRESS`, `RECOVERING` and `PAUSED`; false: only ended ones. Narrows `states`.',
    }),
    functionNames: t.stringList({ description: 'Only runs of these functions.' }),
    categories: t.field({ type: [ErrorCategoryType], description: 'Only those whose last error is of these kinds.' }),
    search: t.string({
      description:
        'Text in the id, idempotency key, function name, error message or a metadata value; upper or lower case alike.',
    }),
    metadata: t.field({ type: 'JSON', description: 'An object: only those whose metadata has these keys with these values.' }),
    recovered: t.boolean({
      description:
        'True: only those that succeeded after at least one failed attempt, by themselves and not by their fallback; false: all others.',
    }),
    hasFailedAttempts: t.boolean({
      description:
        'True: only those with at least one failed attempt, in whatever round, and whatever came of them; false: all others.',
    }),
    createdAfter: t.field({ type: 'DateTime', description: 'Only those created later than this.' }),
    createdBefore: t.field({ type: 'DateTime', description: 'Only those created earlier than this.' }),
    updatedAfter: t.field({ type: 'DateTime', description: 'Only those whose state last changed later than this.' }),
    updatedBefore: t.field({ type: 'DateTime', description: 'Only those whose state last changed earlier than this.' }),
  }),
})

const OrderFieldType = enumOf<OrderField>('OperationOrderField', 'What operations can be ordered by. Ties are ordered by id.', {
  created_at: 'When they were created.',
  updated_at: 'When their state last changed.',
  next_attempt_at: 'When their next attempt is due; those without one count as later than any with one.',
  priority: 'Their priority.',
})

const DirectionType = enumOf<OperationOrder['direction']>('OrderDirection', 'Which end of an order comes first.', {
  asc: 'The earliest or lowest first.',
  desc: 'The latest or highest first.',
})

export const OperationOrderInput = builder.inputType('OperationOrder', {
  description: 'The order of a list of operations.',
  fields: (t) => ({
    field: t.field({ type: OrderFieldType, required: true, description: 'By what.' }),
    direction: t.field({ type: DirectionType, required: true, description: 'Which end first.' }),
  }),
})

export type FilterArgument = typeof OperationFilterInput.$inferInput

/** The engine's filter. */
export function toFilter(argument: FilterArgument | null | undefined): OperationFilter {
  const { active, states, metadata, ...others } = present(argument ?? {})
  return {
    ...others,
    ...(active === undefined ? {} : { states: narrowed(states, active) }),
    ...(active === undefined && states !== undefined ? { states } : {}),
    ...(metadata === undefined ? {} : { metadata: toJsonObject(metadata, 'metadata') }),
  }
}

const SCAN_COST = 5000
const INDEX_COST = 10

/** A filter that no index serves reads every operation, so it takes a good part of what a request may cost. */
export function filterCost(argument: FilterArgument | null | undefined): number {
  const { search, metadata, recovered, hasFailedAttempts } = argument ?? {}
  // There is an index of those that failed, and none of all the others.
  const isIndexed = search == null && recovered !== false && hasFailedAttempts !== false
  return isIndexed && (metadata == null || hasSimpleValue(metadata)) ? INDEX_COST : SCAN_COST
}

// Indexes hold short values only.
const MAX_INDEXED = 255

/** One is enough: what it finds is looked through for the rest. */
function hasSimpleValue(metadata: Json): boolean {
  return Object.values(metadata as JsonObject).some((value) =>
    typeof value === 'string' ? value.length <= MAX_INDEXED : value === null || typeof value !== 'object',
  )
}

function narrowed(states: readonly OperationState[] | undefined, active: boolean): readonly OperationState[] {
  const allowed: readonly OperationState[] = active ? ACTIVE_STATES : FINISHED_STATES
  return states === undefined ? allowed : allowed.filter((state) => states.includes(state))
}
