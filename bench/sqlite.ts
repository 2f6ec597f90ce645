import Database from 'better-sqlite3'
import { systemRandom } from '../src/engine/system.ts'
import type { Store } from '../src/operation/store.ts'
import { openSqliteStore } from '../src/store/sqlite-store.ts'

/** Opens the store of a file as the engine does by default. */
export function openStore(file: string): Promise<Store> {
  const onError = (error: unknown) => {
    throw error
  }
  return openSqliteStore({ file, synchronous: 'normal', random: systemRandom, onError })
}

/** Makes a database with the store's schema and nothing in it, and lets go of it. */
export async function openEmptyStore(file: string): Promise<void> {
  const store = await openStore(file)
  await store.close()
}

/** The statements that made the tables and indexes of a closed database. */
export function schemaOf(file: string): string {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare('select sql from sqlite_schema order by name').pluck().all().join('\n')
  } finally {
    database.close()
  }
}

/** How many rows each table of a closed database holds. */
export function rowCounts(file: string): ReadonlyMap<string, number> {
  const database = new Database(file, { readonly: true })
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
    return new Map(tables.map((table) => [table, database.prepare(`select count(*) from "${table}"`).pluck().get() as number]))
  } finally {
    database.close()
  }
}
