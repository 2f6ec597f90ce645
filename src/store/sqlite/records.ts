import type { Database, Statement } from 'better-sqlite3'
import { breakerActivity, tripsOf } from '../../operation/activity.ts'
import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { RecordKind, StoreRecord } from '../../operation/record.ts'
import type { SettingsEvent } from '../../operation/settings-event.ts'
import type { CommitHooks } from '../commit-hooks.ts'
import type { LogRange } from '../log-range.ts'
import { ActivityWriter } from './activity.ts'
import { insertInto } from './change-writer.ts'
import { breakerEventValues, EVENT_COLUMNS, settingsEventValues } from './child-rows.ts'
import type { SqlValue } from './operation-row.ts'
import type { FunctionIds } from './shelf.ts'
import type { Transactions } from './transactions.ts'

/** Writes the engine's records, and the events of its circuit breakers and settings. */
export class RecordWriter {
  readonly #transactions: Transactions
  readonly #hooks: CommitHooks
  readonly #log: LogRange
  readonly #functions: FunctionIds
  readonly #activity: ActivityWriter
  readonly #find: Statement<[string, string], { value: string }>
  readonly #put: Statement<[string, string, string]>
  readonly #delete: Statement<[string, string]>
  readonly #insertEvent: Statement<[SqlValue[]]>

  constructor(database: Database, transactions: Transactions, functions: FunctionIds, hooks: CommitHooks, log: LogRange) {
    this.#transactions = transactions
    this.#functions = functions
    this.#activity = new ActivityWriter(database)
    this.#find = database.prepare('select value from recovery_records where kind = ? and key = ?')
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
  async put(records: readonly StoreRecord[], event?: BreakerEvent | SettingsEvent): Promise<void> {
    await this.#transactions.run({
      task: () => {
        for (const record of records) this.#write(record, event)
        return event === undefined ? null : Number(this.#insertEvent.run(valuesOf(event)).lastInsertRowid)
      },
      durable: (position) => {
        if (event === undefined || position === null) return
        this.#log.advance(position)
        if (isOfSettings(event)) this.#hooks.announceSettings({ ...event, position })
        else this.#hooks.announceBreaker({ ...event, position })
      },
    })
  }

  /** A breaker's event says when its trips happened. */
  #write(record: StoreRecord, event: BreakerEvent | SettingsEvent | undefined): void {
    const { kind, key, value } = record
    if (kind === 'breaker' && event !== undefined) {
      const before = this.#find.get(kind, key)
      const known = before === undefined ? 0 : tripsOf({ kind, key, value: JSON.parse(before.value) })
      this.#activity.add(breakerActivity(tripsOf(record) - known, event.at), this.#functions)
    }
    if (value === null) this.#delete.run(kind, key)
    else this.#put.run(kind, key, JSON.stringify(value))
  }
}

function isOfSettings(event: BreakerEvent | SettingsEvent): event is SettingsEvent {
  return 'changes' in event
}

function valuesOf(event: BreakerEvent | SettingsEvent): SqlValue[] {
  return isOfSettings(event) ? settingsEventValues(event) : breakerEventValues(event)
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
