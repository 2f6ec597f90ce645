import type { Database, Statement } from 'better-sqlite3'
import type { FunctionCounters } from '../../operation/counters.ts'
import type { Operation, RunningOperation, WaitingOperation } from '../../operation/operation.ts'
import { OPERATION_STATES, type OperationState } from '../../operation/state.ts'
import { compareText } from '../order.ts'
import type { RunKey } from './list/index-runs.ts'
import type { OperationRow } from './operation-row.ts'
import type { OperationRows } from './operation-rows.ts'
import { rowsById } from './rows-by-id.ts'
import { RUNNING_STATES, shelfOf } from './shelf.ts'

type Active = WaitingOperation | RunningOperation

/** A function that had operations or calls once: its number and its counters. */
export interface StoredFunction extends FunctionCounters {
  readonly id: number
}

interface FunctionRow extends Readonly<Record<`${OperationState}_rows`, number>> {
  readonly id: number
  readonly name: string
  readonly created: number
  readonly blocked_rows: number
  readonly recovered: number
  readonly failed: number
  readonly exhausted: number
  readonly retry_attempts: number
  readonly recovery_ms: number
  readonly light_calls: number
}

// Word for word the condition of the partial index, or SQLite would not use it.
const ACTIVE_WITH_DEADLINE = 'deadline_at is not null and (due_at is not null or token is not null)'

/** Reads operations one by one, and those that the engine must look after. */
export class OperationReader {
  readonly #rows: OperationRows
  readonly #byId: Statement<[string], OperationRow>
  readonly #byIds: Statement<[string], OperationRow>
  readonly #byRows: Statement<[string], OperationRow>
  readonly #functions: Statement<[], FunctionRow>
  readonly #running: Statement<[number, string, number], OperationRow>
  readonly #overdue: Statement<[number, number], OperationRow>
  readonly #nextDeadline: Statement<[number], { at: number | null }>

  constructor(database: Database, rows: OperationRows) {
    this.#rows = rows
    this.#byId = database.prepare('select * from recovery_operations where id = ?')
    this.#byIds = database.prepare(rowsById('recovery_operations'))
    this.#byRows = database.prepare(rowsById('recovery_operations', 'rowid'))
    this.#functions = database.prepare('select * from recovery_functions where created > 0 or light_calls > 0 order by id')
    this.#running = database.prepare(
      'select * from recovery_operations where due_at is null and shelf = ? and id > ? order by id limit ?',
    )
    this.#overdue = database.prepare(
      `select * from recovery_operations where ${ACTIVE_WITH_DEADLINE} and deadline_at <= ? order by deadline_at limit ?`,
    )
    this.#nextDeadline = database.prepare(
      `select min(deadline_at) as at from recovery_operations where ${ACTIVE_WITH_DEADLINE} and deadline_at > ?`,
    )
  }

  /** @throws DataDamagedError */
  one(id: string): Operation | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : this.#rows.whole(row)
  }

  /** Those that exist, in the order of their ids here. To be looked at: a damaged one is among them and says so. */
  many(ids: readonly string[]): Operation[] {
    const found = new Map(this.#byIds.all(JSON.stringify(ids)).map((row) => [row.id, row]))
    return [...new Set(ids)]
      .map((id) => found.get(id))
      .filter((row) => row !== undefined)
      .map((row) => this.#rows.shown(row))
  }

  /** Those of these keys that exist, in their order. */
  ofKeys(keys: readonly RunKey[]): Operation[] {
    const rows = this.#byRows.all(JSON.stringify(keys.map(({ row }) => row)))
    const found = new Map(rows.map((row) => [row.id, row]))
    // A row has another number once it was deleted and written again, or somebody has cleaned the file.
    if (!keys.every(({ id }) => found.has(id))) return this.many(keys.map(({ id }) => id))
    return keys.map(({ id }) => this.#rows.shown(found.get(id) as OperationRow))
  }

  functions(): readonly StoredFunction[] {
    return this.#functions.all().map((row) => ({
      id: row.id,
      functionName: row.name,
      rows: Object.fromEntries(OPERATION_STATES.map((state) => [state, row[`${state}_rows`]])) as FunctionCounters['rows'],
      created: row.created,
      blocked: row.blocked_rows,
      recovered: row.recovered,
      failed: row.failed,
      exhausted: row.exhausted,
      retryAttempts: row.retry_attempts,
      recoveryMs: row.recovery_ms,
      lightCalls: row.light_calls,
    }))
  }

  running(afterId: string | null, limit: number): readonly RunningOperation[] {
    const shelves = this.functions().flatMap(({ id, rows }) =>
      RUNNING_STATES.filter((state) => rows[state] > 0).map((state) => shelfOf(id, state)),
    )
    return shelves
      .flatMap((shelf) => this.#rows.first<RunningOperation>(limit, (count) => this.#running.all(shelf, afterId ?? '', count)))
      .sort((a, b) => compareText(a.id, b.id))
      .slice(0, limit)
  }

  overdue(now: number, limit: number): readonly Active[] {
    return this.#rows.first<Active>(limit, (count) => this.#overdue.all(now, count))
  }

  nextDeadlineAt(now: number): number | null {
    return this.#nextDeadline.get(now)?.at ?? null
  }
}
