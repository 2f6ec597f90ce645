import type { Database, Statement } from 'better-sqlite3'
import { breakerActivity, tripsOf } from '../../operation/activity.ts'
import type { BreakerEvent } from '../../operation/breaker-event.ts'
import type { Json } from '../../operation/json.ts'
import type { RecordKind, StoreRecord } from '../../operation/record.ts'
import type { SettingsEvent } from '../../operation/settings-event.ts'
import type { CommitHooks, ReportError } from '../commit-hooks.ts'
import { readable } from '../encryption/damaged.ts'
import { openText, sealText, type Vault } from '../encryption/vault.ts'
import type { LogRange } from '../log-range.ts'
import { ActivityWriter } from './activity.ts'
import { insertInto } from './change-writer.ts'
import { EVENT_COLUMNS } from './child-rows.ts'
import { breakerEventValues, settingsEventValues } from './log-rows.ts'
import type { SqlValue } from './operation-row.ts'
import type { FunctionIds } from './shelf.ts'
import type { Transactions } from './transactions.ts'
import type { WriterParts } from './writer.ts'

/** Writes the engine's records, and the events of its circuit breakers and settings. */
export class RecordWriter {
  readonly #transactions: Transactions
  readonly #hooks: CommitHooks
  readonly #log: LogRange
  readonly #functions: FunctionIds
  readonly #vault: Vault | null
  readonly #activity: ActivityWriter
  readonly #find: Statement<[string, string], { value: string }>
  readonly #put: Statement<[string, string, string]>
  readonly #delete: Statement<[string, string]>
  readonly #insertEvent: Statement<[SqlValue[]]>

  constructor({ database, transactions, functions, hooks, log, vault }: WriterParts) {
    this.#transactions = transactions
    this.#functions = functions
    this.#vault = vault
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
        return event === undefined ? null : Number(this.#insertEvent.run(valuesOf(event, this.#vault)).lastInsertRowid)
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
      const known = tripsOf({ kind, key, value: this.#before(kind, key) })
      this.#activity.add(breakerActivity(tripsOf(record) - known, event.at), this.#functions)
    }
    if (value === null) this.#delete.run(kind, key)
    else this.#put.run(kind, key, textOf(kind, key, value, this.#vault))
  }

  #before(kind: RecordKind, key: string): Json {
    const before = this.#find.get(kind, key)
    if (before === undefined) return null
    return readable<Json>(
      () => jsonOf(kind, key, before.value, this.#vault),
      () => null,
    )
  }
}

function isOfSettings(event: BreakerEvent | SettingsEvent): event is SettingsEvent {
  return 'changes' in event
}

function valuesOf(event: BreakerEvent | SettingsEvent, vault: Vault | null): SqlValue[] {
  return isOfSettings(event) ? settingsEventValues(event) : breakerEventValues(event, vault)
}

export class RecordReader {
  readonly #vault: Vault | null
  readonly #report: ReportError
  readonly #ofKind: Statement<[string], { key: string; value: string }>

  constructor(database: Database, vault: Vault | null, report: ReportError) {
    this.#vault = vault
    this.#report = report
    this.#ofKind = database.prepare('select key, value from recovery_records where kind = ? order by key')
  }

  ofKind(kind: RecordKind): readonly StoreRecord[] {
    return this.#ofKind.all(kind).map(({ key, value }) => ({ kind, key, value: this.#valueOf(kind, key, value) }))
  }

  /** Null when it cannot be read: what it told, such as the state of a circuit breaker, begins anew. */
  #valueOf(kind: RecordKind, key: string, text: string): Json {
    return readable<Json>(
      () => jsonOf(kind, key, text, this.#vault),
      (error) => {
        this.#report(error)
        return null
      },
    )
  }
}

/** Of the engine's records only those of breakers hold words, which are those of errors; the others are numbers. */
function textOf(kind: RecordKind, key: string, value: Json, vault: Vault | null): string {
  const text = JSON.stringify(value)
  return kind === 'breaker' ? (sealText(vault, text, 'records.value', key) as string) : text
}

/** @throws DataDamagedError */
function jsonOf(kind: RecordKind, key: string, text: string, vault: Vault | null): Json {
  return JSON.parse(kind === 'breaker' ? (openText(vault, text, 'records.value', key) as string) : text)
}
