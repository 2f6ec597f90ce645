import type { OperationFilter, OrderField, PageKey } from '../../../operation/query.ts'
import { compareKeys } from '../../order.ts'

/** Keys between two places of an order, both exclusive. */
export interface KeyRange {
  readonly low: PageKey
  readonly high: PageKey
}

/** Greater than any id: ids have at most 255 characters. */
const LAST_ID = '\u{10ffff}'.repeat(256)

/** Lower than every key, and lower than every key without a value. */
export const LOWEST: PageKey = { value: -Number.MAX_VALUE, id: '' }
export const LOWEST_NULL: PageKey = { value: null, id: '' }
/** Higher than every key with a value, and higher than every key. */
export const HIGHEST_VALUE: PageKey = { value: Number.MAX_VALUE, id: LAST_ID }
export const HIGHEST: PageKey = { value: null, id: LAST_ID }

/** What is left of an order between the page's ends and the filter's instants of the order's own field. */
export function rangeOf(filter: OperationFilter, field: OrderField, low?: PageKey, high?: PageKey): KeyRange {
  const [after, before] = instantsOf(filter, field)
  const above = after === undefined ? LOWEST : { value: after, id: LAST_ID }
  const below = before === undefined ? HIGHEST : { value: before, id: '' }
  return {
    low: low !== undefined && compareKeys(low, above) > 0 ? low : above,
    high: high !== undefined && compareKeys(high, below) < 0 ? high : below,
  }
}

function instantsOf(
  filter: OperationFilter,
  field: OrderField,
): readonly [after?: number | undefined, before?: number | undefined] {
  if (field === 'created_at') return [filter.createdAfter, filter.createdBefore]
  return field === 'updated_at' ? [filter.updatedAfter, filter.updatedBefore] : []
}
