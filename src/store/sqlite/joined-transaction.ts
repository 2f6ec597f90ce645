import type { Database } from 'better-sqlite3'
import type { Transaction } from '../../operation/dispatcher.ts'

/** What the dispatcher is given of an open transaction. Of no use once it has ended: a late write would be lost unseen. */
export class JoinedTransaction implements Transaction {
  readonly #database: Database
  #open = true

  constructor(database: Database) {
    this.#database = database
  }

  async execute(sql: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
    if (!this.#open) throw new Error('The transaction has ended; await every statement before onCommit answers')
    const statement = this.#database.prepare<unknown[], Record<string, unknown>>(sql)
    if (statement.reader) return statement.all(...values)
    statement.run(...values)
    return []
  }

  end(): void {
    this.#open = false
  }
}
