import Database, { type Statement } from 'better-sqlite3'
import { openEmptyStore } from '../sqlite.ts'
import type { Recording } from './recorder.ts'

/**
 * Replays a recording through prepared statements on an empty database of the same schema, indexes and pragmas, in
 * transactions of `batch` statements; answers the milliseconds it took. No program that makes these writes is faster
 * than this on one connection.
 */
export async function floorRound(file: string, { writes, pragmas }: Recording, batch: number): Promise<number> {
  await openEmptyStore(file)
  const database = new Database(file)
  try {
    for (const [name, value] of pragmas) database.pragma(`${name} = ${value}`)
    const statements = new Map(writes.map(({ sql }) => [sql, null as Statement | null]))
    for (const sql of statements.keys()) statements.set(sql, database.prepare(sql))
    const begin = database.prepare('begin immediate')
    const commit = database.prepare('commit')
    const steps = writes.map(({ sql, values }) => ({ statement: statements.get(sql) as Statement, values }))
    const startedAt = performance.now()
    for (let from = 0; from < steps.length; from += batch) {
      begin.run()
      for (const { statement, values } of steps.slice(from, from + batch)) {
        if (statement.reader) statement.all(...values)
        else statement.run(...values)
      }
      commit.run()
    }
    return performance.now() - startedAt
  } finally {
    database.close()
  }
}
