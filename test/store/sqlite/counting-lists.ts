import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { ListReader } from '../../../src/store/sqlite/list/list-reader.ts'
import { Reader } from '../../../src/store/sqlite/reader.ts'

/** The lists of a database, and how many statements they have run so far: one for each run of keys and for each row they test. */
export function countingLists(file: string): { readonly lists: ListReader; readonly run: () => number } {
  const database = new Database(file, { readonly: true })
  onTestFinished(() => void database.close())
  let run = 0
  const counting = new Proxy(database, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name, target) as unknown
      return (sql: string) => countingStatement(target.prepare(sql), () => run++)
    },
  })
  return { lists: new Reader(counting, null, () => undefined).lists, run: () => run }
}

function countingStatement(statement: Database.Statement, count: () => void): Database.Statement {
  return new Proxy(statement, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown
      if (name !== 'get' && name !== 'all') return typeof member === 'function' ? member.bind(target) : member
      return (...values: unknown[]) => {
        count()
        return (member as (...given: unknown[]) => unknown).apply(target, values)
      }
    },
  })
}
