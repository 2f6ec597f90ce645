import type { NumberPage } from '../src/operation/query.ts'
import { type Connection, type PageArgs, readRange, toConnection, toQuery } from './page.ts'
import { decodePageCursor, encodePageCursor } from './page-cursor.ts'

interface NumberedList<T> {
  readonly read: (page: NumberPage) => Promise<{ readonly items: readonly T[]; readonly hasMore: boolean }>
  readonly numberOf: (item: T) => number
}

/** A page of something that belongs to one operation, in the order of its rising numbers. */
export async function pageByNumber<T>(list: string, args: PageArgs, { read, numberOf }: NumberedList<T>): Promise<Connection<T>> {
  const range = readRange(args, (cursor, argument) => decodePageCursor(list, cursor, isNumber, argument))
  return toConnection(range, await read(toQuery(range)), (item) => encodePageCursor(list, numberOf(item)))
}

function isNumber(key: unknown): key is number {
  return Number.isSafeInteger(key)
}
