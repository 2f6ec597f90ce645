import { InvalidInputError } from '../src/operation/errors.ts'
import { type Connection, type PageArgs, readRange, toConnection, toQuery } from './page.ts'
import { decodePageCursor, encodePageCursor } from './page-cursor.ts'

/**
 * A page of items that were read whole because no index sorts them: what belongs to one operation. A cursor names an item,
 * so a page stays where it is when items come before it.
 *
 * @throws InvalidInputError when an argument is out of its range, or a cursor names none of the items
 */
export function pageOfItems<T extends { readonly id: string }>(list: string, args: PageArgs, items: readonly T[]): Connection<T> {
  const range = readRange(args, (cursor, argument) => indexOf(items, decodePageCursor(list, cursor, isText, argument), argument))
  const { after = -1, before = items.length, fromEnd, limit } = toQuery(range)
  const inside = items.slice(after + 1, before)
  const found = fromEnd ? inside.slice(-limit) : inside.slice(0, limit)
  return toConnection(range, { items: found, hasMore: inside.length > found.length }, ({ id }) => encodePageCursor(list, id))
}

function indexOf(items: readonly { readonly id: string }[], id: string, argument: string): number {
  const index = items.findIndex((item) => item.id === id)
  if (index >= 0) return index
  throw new InvalidInputError(`${argument} is no cursor of this list; use a cursor that the list answered`, { field: argument })
}

function isText(key: unknown): key is string {
  return typeof key === 'string'
}
