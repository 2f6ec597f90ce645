import Database from 'better-sqlite3'

/** Keeps other servers away from a database file for as long as this process lives. */
export interface FileLock {
  release(): void
}

// A Database that nobody refers to is garbage-collected, and its lock would vanish with it.
const held = new Set<Database.Database>()

/**
 * Locks `file` by an exclusive transaction on a database of its own beside it. The kernel lets go of it when the
 * process dies, however it dies. Nobody may open the lock's file by other means within this process: closing any
 * descriptor of it drops the lock (POSIX).
 *
 * @throws SqliteError with the code SQLITE_BUSY when another server holds it
 */
export function lockFile(file: string): FileLock {
  const database = new Database(`${file}.lock`, { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    throw error
  }
  held.add(database)
  return {
    release() {
      held.delete(database)
      database.close()
    },
  }
}
