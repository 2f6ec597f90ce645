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
    ...(field === 'created_at' ? ['categories'] : []),
  ]
  return Object.entries(filter).every(([part, wanted]) => wanted === undefined || covered.includes(part))
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
function shelvesOf({ states, functionNames }: OperationFilter, functions: readonly StoredFunction[]): Shelf[] {
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

function createdRuns({ categories }: OperationFilter, shelves: readonly Shelf[]): Run[] {
  if (categories === undefined) return shelves.map(({ shelf }) => ({ kind: 'created', prefix: [shelf] }))
  return [...new Set(categories)].flatMap((category) =>
    shelves.map(({ shelf }): Run => ({ kind: 'category', prefix: [category, shelf] })),
  )
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
