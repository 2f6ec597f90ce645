import type { Database, Statement } from 'better-sqlite3'
import type { FinishedBefore } from '../../operation/query.ts'
import { emptySum } from '../counter-sums.ts'
import type { LogRange } from '../log-range.ts'
import { CounterWriter } from './counter-writer.ts'
import { MetadataIndex } from './metadata-index.ts'
import { type FunctionIds, shelfOf } from './shelf.ts'
import type { Transactions } from './transactions.ts'

/** Deletes what has been kept long enough. */
export class Retention {
  readonly #transactions: Transactions
  readonly #functions: FunctionIds
  readonly #log: LogRange
  readonly #counters: CounterWriter
  readonly #metadata: MetadataIndex
  readonly #names: Statement<[], { name: string }>
  readonly #finished: Statement<[number, number, number, number], { id: string }>
  readonly #deleteOperation: Statement<[string]>
  readonly #oldest: Statement<[number], { position: number; at: number }>
  readonly #deleteEvents: Statement<[number]>
  readonly #raiseLowWater: Statement<[number]>
  readonly #deleteGaps: Statement<[number]>
  readonly #deleteActivity: Statement<[number, number]>

  constructor(database: Database, transactions: Transactions, functions: FunctionIds, log: LogRange) {
    this.#transactions = transactions
    this.#functions = functions
    this.#log = log
    this.#counters = new CounterWriter(database)
    this.#metadata = new MetadataIndex(database)
    this.#names = database.prepare('select name from recovery_functions')
    // What has finished is not updated any more, so its last update is its end, and there is an index for that.
    this.#finished = database.prepare(
      'select id from recovery_operations where shelf = ? and updated_at < ? and finished_at < ? order by updated_at limit ?',
    )
    this.#deleteOperation = database.prepare('delete from recovery_operations where id = ?')
    this.#oldest = database.prepare('select position, at from recovery_events order by position limit ?')
    this.#deleteEvents = database.prepare('delete from recovery_events where position <= ?')
    this.#raiseLowWater = database.prepare('update recovery_event_log set low_water = ?')
    this.#deleteGaps = database.prepare('delete from recovery_event_gaps where until_position <= ?')
    this.#deleteActivity = database.prepare(
      'delete from recovery_activity where (at, function_id) in (select at, function_id from recovery_activity where at < ? order by at limit ?)',
    )
  }

  deleteFinished(finished: FinishedBefore, limit: number): Promise<number> {
    return this.#transactions.run({
      task: () => {
        let left = limit
        for (const { name } of this.#names.all()) {
          const isWanted = finished.functionName === undefined || finished.functionName === name
          if (isWanted && left > 0) left -= this.#deleteOf(name, finished, left)
        }
        return limit - left
      },
      undone: () => this.#functions.forget(),
    })
  }

  #deleteOf(functionName: string, { state, before }: FinishedBefore, limit: number): number {
    const shelf = shelfOf(this.#functions.idOf(functionName), state)
    const old = this.#finished.all(shelf, before, before, limit)
    if (old.length === 0) return 0
    for (const { id } of old) {
      this.#metadata.remove(id)
      this.#deleteOperation.run(id)
    }
    const sum = emptySum(functionName)
    sum.rows[state] -= old.length
    this.#counters.add([sum], this.#functions)
    return old.length
  }

  trimActivity(before: number, limit: number): Promise<number> {
    return this.#transactions.run({ task: () => this.#deleteActivity.run(before, limit).changes })
  }

  async trimLog(before: number, limit: number): Promise<number> {
    const { count } = await this.#transactions.run({
      task: () => {
        const oldest = this.#oldest.all(limit)
        const kept = oldest.findIndex(({ at }) => at >= before)
        const old = kept === -1 ? oldest : oldest.slice(0, kept)
        const last = old.at(-1)?.position ?? null
        if (last !== null) {
          this.#deleteEvents.run(last)
          this.#raiseLowWater.run(last)
          this.#deleteGaps.run(last)
        }
        return { count: old.length, last }
      },
      durable: ({ last }) => {
        if (last !== null) this.#log.trim(last)
      },
    })
    return count
  }
}
