import { FAILURE_STATES, type Failure } from '../../operation/failure.ts'
import type { Operation } from '../../operation/operation.ts'
import type { OperationFilter, OperationPage, OperationQuery } from '../../operation/query.ts'
import { matcher } from '../filter.ts'
import { compareKeys, compareText, keyOf } from '../order.ts'
import type { OperationTable } from './operation-table.ts'

/** One page of a list, read from the index of its order. */
export function listPage(table: OperationTable, query: OperationQuery): OperationPage {
  const { field, direction } = query.order
  const upwards = (direction === 'asc') !== (query.fromEnd === true)
  // In the index's own order: what the page starts after and where it ends.
  const [low, high] = direction === 'asc' ? [query.after, query.before] : [query.before, query.after]
  const aboveLow = (operation: Operation) => low === undefined || compareKeys(keyOf(operation, field), low) > 0
  const belowHigh = (operation: Operation) => high === undefined || compareKeys(keyOf(operation, field), high) < 0
  const inside = upwards ? belowHigh : aboveLow
  const index = table.inOrder(field)
  const matches = matcher(query.filter)

  const found: Operation[] = []
  for (const operation of upwards ? index.ascending((item) => !aboveLow(item)) : index.descending(belowHigh)) {
    if (found.length > query.limit || !inside(operation)) break
    if (matches(operation)) found.push(operation)
  }
  const operations = found.slice(0, query.limit)
  if (query.fromEnd === true) operations.reverse()
  return { operations, hasMore: found.length > query.limit }
}

export function countMatches(table: OperationTable, filter: OperationFilter): number {
  const matches = matcher(filter)
  let count = 0
  for (const operation of table.all()) if (matches(operation)) count += 1
  return count
}

/** The operations that ended failed or exhausted last, the latest first. */
export function latestFailures(table: OperationTable, limit: number): readonly Failure[] {
  return FAILURE_STATES.flatMap((state) => table.latestFinished(state, limit).flatMap((operation) => failureOf(operation, state)))
    .sort((a, b) => b.at - a.at || compareText(b.id, a.id))
    .slice(0, limit)
}

function failureOf({ id, functionName, updatedAt, error }: Operation, state: Failure['state']): readonly Failure[] {
  return error === null ? [] : [{ id, functionName, state, at: updatedAt, error }]
}
