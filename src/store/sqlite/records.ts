import type { Database, Statement } from 'better-sqlite3'
import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { RecordKind, StoreRecord } from '../../operation/record.ts'
import type { CommitHooks } from '../commit-hooks.ts'
import type { LogRange } from '../log-range.ts'
import { insertInto } from './change-writer.ts'
import { breakerEventValues, EVENT_COLUMNS } from './child-rows.ts'
import type { SqlValue } from './operation-row.ts'
import type { Transactions } from './transactions.ts'

/** Writes the engine's records, and the events of its circuit breakers. */
export class RecordWriter {
  readonly #transactions: Transactions
  readonly #hooks: CommitHooks
  readonly #log: LogRange
  readonly #put: Statement<[string, string, string]>
  readonly #delete: Statement<[string, string]>
  readonly #insertEvent: Statement<[SqlValue[]]>

  constructor(database: Database, transactions: Transactions, hooks: CommitHooks, log: LogRange) {
    this.#transactions = transactions
    this.#hooks = hooks
    this.#log = log
    this.#put = database.prepare(
      `insert into recovery_records (kind, key, value) values (?, ?, ?)
       on conflict (kind, key) do update set value = excluded.value`,
    )
    this.#delete = database.prepare('delete from recovery_records where kind = ? and key = ?')
    this.#insertEvent = database.prepare<[SqlValue[]]>(insertInto('recovery_events', EVENT_COLUMNS))
  }

  /** @throws StoreUnavailableError */
  async put(records: readonly StoreRecord[], event?: BreakerEvent): Promise<void> {
    await this.#transactions.run({
      task: () => {
        for (const { kind, key, value } of records) {
          if (value === null) this.#delete.run(kind, key)
          else this.#put.run(kind, key, JSON.stringify(value))
        }
        return event === undefined ? null : Number(this.#insertEvent.run(breakerEventValues(event)).lastInsertRowid)
      },
      durable: (position) => {
        if (event === undefined || position === null) return
        this.#log.advance(position)
        this.#hooks.announceBreaker({ ...event, position })
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
