import type { NumberPage, Paged } from '../operation/query.ts'

/** Cuts a page out of rows that are sorted by a rising number. */
export function cutPage<T>(rows: readonly T[], page: NumberPage, numberOf: (row: T) => number): Paged<T> {
  const { after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY, limit } = page
  const range = rows.filter((row) => numberOf(row) > after && numberOf(row) < before)
  const items = page.fromEnd === true ? range.slice(-limit) : range.slice(0, limit)
  return { items, hasMore: range.length > items.length }
}
