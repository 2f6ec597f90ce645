import type { OperationFilter, OrderField } from '../../../operation/query.ts'
import type { OperationState } from '../../../operation/state.ts'
import type { StoredFunction } from '../operation-reader.ts'
import { BLOCKED_KINDS, type ShelfKind, shelfOf, WAITING_STATES } from '../shelf.ts'
import type { Run } from './index-runs.ts'

/** Runs whose keys lie side by side: all of them have values, or all are null, which is later than any value. */
export interface Segment {
  readonly nulls: boolean
  readonly runs: readonly Run[]
}

/** Where to read a list from: segments in rising order. */
export function planSegments(
  filter: OperationFilter,
  field: OrderField,
  functions: readonly StoredFunction[],
): readonly Segment[] {
  const shelves = shelvesOf(filter, functions)
  switch (field) {
    case 'created_at':
      return [{ nulls: false, runs: createdRuns(filter, shelves) }]
    case 'updated_at':
      return [{ nulls: false, runs: shelves.map(({ shelf }) => ({ kind: 'updated', prefix: [shelf] })) }]
    case 'priority':
      return [{ nulls: false, runs: shelves.map(({ shelf }) => ({ kind: 'priority', prefix: [shelf] })) }]
    case 'next_attempt_at':
      return [
        { nulls: false, runs: shelves.flatMap(dueRuns) },
        { nulls: true, runs: shelves.flatMap(notDueRuns) },
      ]
  }
}

/** Whether the plan's runs hold only what the filter wants, within the bounds of the order's own instants. */
export function planIsExact(filter: OperationFilter, field: OrderField): boolean {
  const covered: readonly string[] = [
    'states',
    'functionNames',
    ...boundsOf(field),
    ...(field === 'created_at' ? narrowingParts(filter) : []),
  ]
  return Object.entries(filter).every(([part, wanted]) => wanted === undefined || covered.includes(part))
}

/** The parts of a filter by which the runs in the order of creation are chosen; none when they are whole shelves. */
export function narrowingParts({
  categories,
  recovered,
  hasFailedAttempts,
}: OperationFilter): readonly (keyof OperationFilter)[] {
  if (categories !== undefined) return ['categories']
  return recovered === true || hasFailedAttempts === true ? ['recovered', 'hasFailedAttempts'] : []
}

interface Difference {
  readonly all: OperationFilter
  readonly others: OperationFilter
}

/**
 * A filter for those that no index holds, as what is left of all when the others are taken out. Null for any other filter,
 * and where indexes alone do not tell both: then it takes one pass through the rows, and not two.
 */
export function differenceOf(filter: OperationFilter): Difference | null {
  const takenOut = takenOutBy(filter)
  if (takenOut === null) return null
  const { recovered: _recovered, hasFailedAttempts: _hasFailedAttempts, ...all } = filter
  const others = { ...all, ...takenOut }
  const field = fieldOfInstants(filter)
  return planIsExact(all, field) && planIsExact(others, field) ? { all, others } : null
}

/** What is left without them never failed, or did not recover; of what never failed nothing recovered. */
function takenOutBy({ recovered, hasFailedAttempts }: OperationFilter): OperationFilter | null {
  if (hasFailedAttempts === false) return recovered === true ? null : { hasFailedAttempts: true }
  return recovered === false && hasFailedAttempts === undefined ? { recovered: true } : null
}

/** The order whose instants the filter bounds, so that a count reads no more than it must. */
export function fieldOfInstants({ createdAfter, createdBefore, updatedAfter, updatedBefore }: OperationFilter): OrderField {
  const byCreation = createdAfter !== undefined || createdBefore !== undefined
  return !byCreation && (updatedAfter !== undefined || updatedBefore !== undefined) ? 'updated_at' : 'created_at'
}

function boundsOf(field: OrderField): readonly ('createdAfter' | 'createdBefore' | 'updatedAfter' | 'updatedBefore')[] {
  if (field === 'created_at') return ['createdAfter', 'createdBefore']
  return field === 'updated_at' ? ['updatedAfter', 'updatedBefore'] : []
}

interface Shelf {
  readonly shelf: number
  readonly kind: ShelfKind
}

/** The shelves that the filter wants and that hold anything. */
function shelvesOf(filter: OperationFilter, functions: readonly StoredFunction[]): Shelf[] {
  const { functionNames, recovered, hasFailedAttempts } = filter
  if (recovered === true && hasFailedAttempts === false) return []
  const states = recovered === true ? (filter.states ?? ['success']).filter((state) => state === 'success') : filter.states
  return functions
    .filter(({ functionName }) => functionNames === undefined || functionNames.includes(functionName))
    .flatMap(({ id, rows, blocked }) =>
      (Object.keys(rows) as OperationState[])
        .filter((state) => rows[state] > 0 && (states === undefined || states.includes(state)))
        .flatMap((state) => kindsOf(state, blocked > 0).map((kind) => ({ shelf: shelfOf(id, kind), kind }))),
    )
}

/** The shelves of a state: one more when some of its operations wait for a circuit breaker. */
function kindsOf(state: OperationState, someBlocked: boolean): readonly ShelfKind[] {
  if (!someBlocked) return [state]
  return [state, ...BLOCKED_KINDS.filter((kind) => kind === `blocked_${state}`)]
}

function createdRuns(filter: OperationFilter, shelves: readonly Shelf[]): Run[] {
  const { categories } = filter
  if (categories !== undefined) {
    return [...new Set(categories)].flatMap((category) =>
      shelves.map(({ shelf }): Run => ({ kind: 'category', prefix: [category, shelf] })),
    )
  }
  if (narrowingParts(filter).length > 0) return shelves.flatMap((shelf) => failedRuns(filter, shelf))
  return shelves.map(({ shelf }) => ({ kind: 'created', prefix: [shelf] }))
}

const WITH_ERROR = 0
const WITHOUT_ERROR = 1

/** Those of a shelf of which an attempt failed. A success without an error has recovered; one with an error is a fallback's. */
function failedRuns({ recovered }: OperationFilter, { shelf, kind }: Shelf): Run[] {
  const runOf = (error: number): Run => ({ kind: 'failed', prefix: [shelf, error] })
  if (recovered === true) return [runOf(WITHOUT_ERROR)]
  if (recovered === false && kind === 'success') return [runOf(WITH_ERROR)]
  return [runOf(WITH_ERROR), runOf(WITHOUT_ERROR)]
}

const WITH_DUE_TIMES: ReadonlySet<ShelfKind> = new Set([...WAITING_STATES, ...BLOCKED_KINDS])
const ALWAYS_WITH_DUE_TIMES: ReadonlySet<ShelfKind> = new Set(['pending', ...BLOCKED_KINDS])

function dueRuns({ shelf, kind }: Shelf): Run[] {
  if (!WITH_DUE_TIMES.has(kind)) return []
  return [{ kind: 'due', prefix: [shelf] }]
}

/** A pending or blocked operation always has a due time, a recovering one unless it runs, any other never. */
function notDueRuns({ shelf, kind }: Shelf): Run[] {
  return ALWAYS_WITH_DUE_TIMES.has(kind) ? [] : [{ kind: 'not_due', prefix: [shelf] }]
}
