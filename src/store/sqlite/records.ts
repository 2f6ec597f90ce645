import type { Database, Statement } from 'better-sqlite3'
import type { RecordKind, StoreRecord } from '../../operation/record.ts'
import type { Transactions } from './transactions.ts'

/** Writes the engine's records. */
export class RecordWriter {
  readonly #transactions: Transactions
  readonly #put: Statement<[string, string, string]>
  readonly #delete: Statement<[string, string]>

  constructor(database: Database, transactions: Transactions) {
    this.#transactions = transactions
    this.#put = database.prepare(
      `insert into recovery_records (kind, key, value) values (?, ?, ?)
       on conflict (kind, key) do update set value = excluded.value`,
    )
    this.#delete = database.prepare('delete from recovery_records where kind = ? and key = ?')
  }

  /** @throws StoreUnavailableError */
  async put(records: readonly StoreRecord[]): Promise<void> {
    await this.#transactions.run({
      task: () => {
        for (const { kind, key, value } of records) {
          if (value === null) this.#delete.run(kind, key)
          else this.#put.run(kind, key, JSON.stringify(value))
        }
      },
    })
  }
}

export class RecordReader {
  readonly #ofKind: Statement<[string], { key: string; value: string }>

  constructor(database: Database) {
    this.#ofKind = database.prepare('select key, value from recovery_records where kind = ? order by key')
  }

  ofKind(kind: RecordKind): readonly StoreRecord[] {
    return this.#ofKind.all(kind).map(({ key, value }) => ({ kind, key, value: JSON.parse(value) }))
  }
}
