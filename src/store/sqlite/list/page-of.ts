import type { OperationQuery, PageKey } from '../../../operation/query.ts'
import { compareKeys, keyOf } from '../../order.ts'
import type { Listed } from './candidates.ts'

/** A page of a list whose rows are all at hand, in no order, and have passed the filter. */
export function pageOf(query: OperationQuery, rows: readonly Listed[]): { readonly ids: readonly string[]; hasMore: boolean } {
  const { field, direction } = query.order
  const sign = direction === 'asc' ? 1 : -1
  const compare = (a: PageKey, b: PageKey) => sign * compareKeys(a, b)
  const { after, before, limit } = query
  const range = rows
    .map((row) => keyOf(row, field))
    .filter((key) => after === undefined || compare(key, after) > 0)
    .filter((key) => before === undefined || compare(key, before) < 0)
    .sort(compare)
    .map(({ id }) => id)
  return { ids: query.fromEnd === true ? range.slice(-limit) : range.slice(0, limit), hasMore: range.length > limit }
}
