import type { Database, Statement } from 'better-sqlite3'
import type { NumberPage, Paged } from '../../operation/query.ts'

interface ChildRow {
  readonly operation_id: string
}

/** Pages of the rows that belong to operations, by a rising number that an index sorts within each operation. */
export class NumberPages<R extends ChildRow> {
  readonly #first: Statement<[string, number, number, number], R>
  readonly #last: Statement<[string, number, number, number], R>
  readonly #numberOf: (row: R) => number

  constructor(database: Database, table: string, numberColumn: keyof R & string) {
    // The subquery reads no more of an operation than its page, however much it has.
    const statement = (direction: string) =>
      `select t.* from json_each(?) as wanted cross join ${table} t on t.rowid in (
         select rowid from ${table} where operation_id = wanted.value and ${numberColumn} > ? and ${numberColumn} < ?
         order by ${numberColumn} ${direction} limit ?)`
    this.#first = database.prepare(statement('asc'))
    this.#last = database.prepare(statement('desc'))
    this.#numberOf = (row) => row[numberColumn] as number
  }

  /** The same page of each of these operations, by their id. */
  read<T>(operationIds: readonly string[], page: NumberPage, toItem: (row: R) => T): ReadonlyMap<string, Paged<T>> {
    const { after = Number.MIN_SAFE_INTEGER, before = Number.MAX_SAFE_INTEGER, limit, fromEnd = false } = page
    const statement = fromEnd ? this.#last : this.#first
    const rows = new Map(operationIds.map((id): [string, R[]] => [id, []]))
    for (const row of statement.all(JSON.stringify([...rows.keys()]), after, before, limit + 1)) {
      rows.get(row.operation_id)?.push(row)
    }
    return new Map(Array.from(rows, ([id, own]) => [id, this.#cut(own, limit, fromEnd, toItem)]))
  }

  /** Of the one row more than a page holds, it is only told that it is there. */
  #cut<T>(rows: R[], limit: number, fromEnd: boolean, toItem: (row: R) => T): Paged<T> {
    rows.sort((a, b) => this.#numberOf(a) - this.#numberOf(b))
    const kept = fromEnd ? rows.slice(-limit) : rows.slice(0, limit)
    return { items: kept.map(toItem), hasMore: rows.length > limit }
  }
}
