import { StoreUnavailableError } from '../../operation/errors.ts'

/** The result code of an error that SQLite raised, such as `SQLITE_FULL`; null when it comes from somewhere else. */
export function sqliteCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null
}

// Faults of the database and not of what it was asked to do: nothing can be written (or read) now, whatever it is.
const UNAVAILABLE: readonly (readonly [code: string, message: string])[] = [
  ['SQLITE_FULL', 'The disk that holds the store is full; free some space, what waits is then written'],
  ['SQLITE_IOERR', 'The disk that holds the store cannot be written or read; look into its health'],
  ['SQLITE_READONLY', 'The store cannot be written to; look into the permissions of its file and folder'],
  ['SQLITE_BUSY', 'Another program keeps the store locked; end its transaction'],
  ['SQLITE_LOCKED', 'Another program keeps the store locked; end its transaction'],
  ['SQLITE_CANTOPEN', 'The file of the store cannot be opened; look into the permissions of its folder'],
  ['SQLITE_CORRUPT', 'The file of the store is damaged; stop the server and restore a backup'],
  ['SQLITE_NOTADB', 'The file of the store is damaged; stop the server and restore a backup'],
  ['SQLITE_NOMEM', 'There is not enough memory to use the store'],
  ['SQLITE_PROTOCOL', 'The file of the store cannot be locked; keep it on a local disk'],
]

/** Errors that mean "not now" become StoreUnavailableError; any other is answered as it is. */
export function translated(error: unknown): unknown {
  const code = sqliteCode(error)
  const known = code === null ? undefined : UNAVAILABLE.find(([prefix]) => code.startsWith(prefix))
  return known === undefined ? error : new StoreUnavailableError(known[1], { cause: error })
}
