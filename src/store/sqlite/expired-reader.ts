import type { Database, Statement } from 'better-sqlite3'
import type { Expired, FinishedBefore } from '../../operation/query.ts'
import { shelfOf } from './shelf.ts'

/** Whether anything was kept long enough: a look at the oldest end of a few indexes, however much there is. */
export class ExpiredReader {
  readonly #functions: Statement<[], { id: number; name: string }>
  readonly #finished: Statement<[number, number], { id: string }>
  readonly #oldestEvent: Statement<[], { at: number }>
  readonly #oldestActivity: Statement<[], { at: number | null }>

  constructor(database: Database) {
    this.#functions = database.prepare('select id, name from recovery_functions')
    // What has finished is not updated any more, so its last update is its end.
    this.#finished = database.prepare('select id from recovery_operations where shelf = ? and updated_at < ? limit 1')
    this.#oldestEvent = database.prepare('select at from recovery_events where position > 0 order by position limit 1')
    this.#oldestActivity = database.prepare('select min(at) as at from recovery_activity')
  }

  holds({ finished, entriesBefore }: Expired): boolean {
    const functions = this.#functions.all()
    if (finished.some((wanted) => functions.some((one) => this.#holdsFinished(one, wanted)))) return true
    if (entriesBefore === null) return false
    const oldest = [this.#oldestEvent.get()?.at, this.#oldestActivity.get()?.at]
    return oldest.some((at) => (at ?? entriesBefore) < entriesBefore)
  }

  #holdsFinished({ id, name }: { readonly id: number; readonly name: string }, wanted: FinishedBefore): boolean {
    if (wanted.functionName !== undefined && wanted.functionName !== name) return false
    return this.#finished.get(shelfOf(id, wanted.state), wanted.before) !== undefined
  }
}
