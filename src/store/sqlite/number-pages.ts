import type { Database, Statement } from 'better-sqlite3'
import type { NumberPage } from '../../operation/store.ts'
import type { Paged } from '../number-page.ts'

/** Pages of the rows that belong to one operation, by a rising number that an index sorts. */
export class NumberPages<R> {
  readonly #first: Statement<[string, number, number, number], R>
  readonly #last: Statement<[string, number, number, number], R>

  constructor(database: Database, table: string, numberColumn: string) {
    const range = `select * from ${table} where operation_id = ? and ${numberColumn} > ? and ${numberColumn} < ?`
    this.#first = database.prepare(`${range} order by ${numberColumn} limit ?`)
    this.#last = database.prepare(`${range} order by ${numberColumn} desc limit ?`)
  }

  read<T>(operationId: string, page: NumberPage, toItem: (row: R) => T): Paged<T> {
    const { after = Number.MIN_SAFE_INTEGER, before = Number.MAX_SAFE_INTEGER, limit } = page
    const statement = page.fromEnd === true ? this.#last : this.#first
    const rows = statement.all(operationId, after, before, limit + 1)
    const items = rows.slice(0, limit).map(toItem)
    if (page.fromEnd === true) items.reverse()
    return { items, hasMore: rows.length > limit }
  }
}
