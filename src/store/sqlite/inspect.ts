import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { EncryptionKey } from '../../operation/encryption-keys.ts'
import { vaultOf } from '../encryption/vault.ts'
import { sqliteCode } from './database-error.ts'
import { checkKeys } from './encryption-check.ts'
import { lockFile } from './file-lock.ts'
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/migrations.ts'
import { OpenFault } from './open-fault.ts'

/** What a database file is like, without changing it. */
export interface Inspection {
  /** Whether the file is there; without it nothing is pending: it is made when it is first used. */
  readonly exists: boolean
  /** Whether a server holds it. */
  readonly locked: boolean
  /** The migrations that brought it to where it is, oldest first. */
  readonly applied: readonly string[]
  /** Those of this version that it lacks. */
  readonly pending: readonly string[]
  /** Those that only a newer version knows. */
  readonly unknown: readonly string[]
}

/**
 * Looks at a database file and leaves it as it is; also while a server uses it.
 *
 * @throws SqliteError when it cannot be read, or is no database
 */
export function inspectDatabase(file: string): Inspection {
  if (!existsSync(file)) return { exists: false, locked: false, applied: [], pending: [], unknown: [] }
  const applied = appliedMigrations(file)
  const known: readonly string[] = MIGRATIONS.map(({ name }) => name)
  return {
    exists: true,
    locked: isLocked(file),
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

/**
 * Why a database file, which is there, cannot be opened with these keys, in words that follow its name; null when it can.
 * Leaves it as it is, too.
 *
 * @throws SqliteError when it cannot be read
 */
export function keyFaultOf(file: string, keys: readonly EncryptionKey[]): string | null {
  try {
    reading(file, (database) => checkKeys(database, vaultOf(keys)))
    return null
  } catch (error) {
    if (error instanceof OpenFault) return error.message
    throw error
  }
}

function appliedMigrations(file: string): readonly string[] {
  return reading(file, (database) => {
    const table = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(MIGRATIONS_TABLE)
    if (table === undefined) return []
    return database
      .prepare<[], { name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`)
      .all()
      .map(({ name }) => name)
  })
}

function reading<T>(file: string, read: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

function isLocked(file: string): boolean {
  // Without the file beside it no server ever opened this one, and looking must not make it.
  if (!existsSync(`${file}.lock`)) return false
  try {
    lockFile(file).release()
    return false
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return true
    throw error
  }
}
