import type { Database, Statement } from 'better-sqlite3'
import { type Activity, type ActivityPoint, NO_FUNCTION } from '../../operation/activity.ts'
import type { ActivityQuery } from '../../operation/query.ts'
import { onlyTakesBack } from '../activity-sums.ts'
import type { FunctionIds } from './shelf.ts'

const COLUMNS = ['created', 'succeeded', 'recovered', 'failed', 'exhausted', 'retry_attempts', 'recovery_ms', 'trips'] as const

/** Whose the activity of circuit breakers is. */
const NO_FUNCTION_ID = 0

/** Adds to the activity, inside the transaction of what it tells of. */
export class ActivityWriter {
  readonly #add: Statement<[number[]]>
  readonly #takeBack: Statement<[number, number, number, number]>

  constructor(database: Database) {
    const places = ['at', 'function_id', ...COLUMNS]
    this.#add = database.prepare<[number[]]>(
      `insert into recovery_activity (${places.join(', ')}) values (${places.map(() => '?').join(', ')})
       on conflict (at, function_id) do update set ${COLUMNS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    )
    this.#takeBack = database.prepare(
      'update recovery_activity set failed = failed + ?, exhausted = exhausted + ? where at = ? and function_id = ?',
    )
  }

  add(points: readonly ActivityPoint[], functions: FunctionIds): void {
    for (const point of points) {
      const functionId = point.functionName === NO_FUNCTION ? NO_FUNCTION_ID : functions.idOf(point.functionName)
      // Of a span that was trimmed away nothing can be taken back.
      if (onlyTakesBack(point)) this.#takeBack.run(point.failed, point.exhausted, point.at, functionId)
      else this.#add.run([point.at, functionId, ...valuesOf(point)])
    }
  }
}

function valuesOf(activity: Activity): number[] {
  const { created, succeeded, recovered, failed, exhausted, retryAttempts, recoveryMs, trips } = activity
  return [created, succeeded, recovered, failed, exhausted, retryAttempts, recoveryMs, trips]
}

/** Reads the activity. Spans are merged by SQLite: a week has sixty thousand of them. */
export class ActivityReader {
  readonly #read: Statement<[bigint[]], ActivityPoint>

  constructor(database: Database) {
    this.#read = database.prepare<[bigint[]], ActivityPoint>(
      `select ifnull(f.name, '${NO_FUNCTION}') as functionName, ? + (a.at - ?) / ? * ? as at, sum(a.created) as created,
         sum(a.succeeded) as succeeded, sum(a.recovered) as recovered, sum(a.failed) as failed, sum(a.exhausted) as exhausted,
         sum(a.retry_attempts) as retryAttempts, sum(a.recovery_ms) as recoveryMs, sum(a.trips) as trips
       from recovery_activity a left join recovery_functions f on f.id = a.function_id
       where a.at >= ? and a.at < ?
       group by 2, a.function_id order by 2, a.function_id`,
    )
  }

  read({ from, until, spanMs }: ActivityQuery): readonly ActivityPoint[] {
    // As bigints they are bound as whole numbers, which divide without a rest.
    return this.#read.all([from, from, spanMs, spanMs, from, until].map(BigInt))
  }
}
