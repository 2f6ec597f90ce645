import type { Database, Statement } from 'better-sqlite3'
import { OPERATION_STATES } from '../../operation/state.ts'
import type { CounterSum } from '../counter-sums.ts'
import type { FunctionIds } from './shelf.ts'

/** Adds to the counters: one update for each function. */
export class CounterWriter {
  readonly #add: Statement<[number[]]>

  constructor(database: Database) {
    const columns = [
      ...OPERATION_STATES.map((state) => `${state}_rows`),
      'created',
      'blocked_rows',
      'recovered',
      'failed',
      'exhausted',
      'retry_attempts',
      'recovery_ms',
      'light_calls',
    ]
    const additions = columns.map((column) => `${column} = ${column} + ?`).join(', ')
    this.#add = database.prepare<[number[]]>(`update recovery_functions set ${additions} where id = ?`)
  }

  add(sums: readonly CounterSum[], functions: FunctionIds): void {
    for (const sum of sums) {
      this.#add.run([
        ...OPERATION_STATES.map((state) => sum.rows[state]),
        sum.created,
        sum.blocked,
        sum.recovered,
        sum.failed,
        sum.exhausted,
        sum.retryAttempts,
        sum.recoveryMs,
        sum.lightCalls,
        functions.idOf(sum.functionName),
      ])
    }
  }
}
