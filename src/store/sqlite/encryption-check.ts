import type { Database } from 'better-sqlite3'
import { DataDamagedError } from '../../operation/errors.ts'
import type { RecordKind } from '../../operation/record.ts'
import { SEALED, type Vault } from '../encryption/vault.ts'
import { OpenFault } from './open-fault.ts'

// Each key that ever encrypted leaves a record, by its id: a known text, encrypted with it. So a wrong key is found out
// before anything is written with it, and a missing one before anything is read.

const KIND: RecordKind = 'encryption'
const PART = 'records.value'
const KNOWN_TEXT = 'recoverable'

/** Where encrypted values are. */
const COLUMNS = [
  ['recovery_operations', ['input', 'result', 'checkpoint', 'progress', 'error']],
  ['recovery_attempts', ['error']],
  ['recovery_steps', ['output']],
  ['recovery_events', ['error', 'data']],
  ['recovery_records', ['value']],
] as const

/**
 * Looks whether the keys that were given open what the file holds. Answers the ids of keys that once encrypted something,
 * of which nothing is left. Reads only.
 *
 * @throws OpenFault that names the key that is wrong or missing
 */
export function checkKeys(database: Database, vault: Vault | null): readonly string[] {
  const gone: string[] = []
  for (const { key: keyId, value } of recordsOf(database)) {
    if (vault?.has(keyId)) checkKey(vault, keyId, JSON.parse(value))
    else if (holdsSealed(database, keyId)) throw missing(keyId, vault)
    else gone.push(keyId)
  }
  return gone
}

/** Leaves the record of the key that encrypts from now on, and takes away those of keys that are not needed any more. */
export function noteKey(database: Database, vault: Vault | null, gone: readonly string[]): void {
  const forget = database.prepare<[string, string]>('delete from recovery_records where kind = ? and key = ?')
  for (const keyId of gone) forget.run(KIND, keyId)
  if (vault === null) return
  database
    .prepare('insert into recovery_records (kind, key, value) values (?, ?, ?) on conflict do nothing')
    .run(KIND, vault.keyId, JSON.stringify(vault.seal(KNOWN_TEXT, PART, vault.keyId)))
}

function recordsOf(database: Database): readonly { readonly key: string; readonly value: string }[] {
  const table = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'recovery_records'").get()
  if (table === undefined) return []
  return database
    .prepare<[string], { key: string; value: string }>('select key, value from recovery_records where kind = ? order by key')
    .all(KIND)
}

function checkKey(vault: Vault, keyId: string, sealed: string): void {
  try {
    vault.open(sealed, PART, keyId)
  } catch (cause) {
    if (!(cause instanceof DataDamagedError)) throw cause
    throw new OpenFault(
      `the encryption key "${keyId}" that was given is not the one that it is encrypted with; give that one, or give the new one ` +
        'an id of its own and put the old one behind it. It was left as it is',
      { cause },
    )
  }
}

/** It reads all there is, but only where a key was left out. */
function holdsSealed(database: Database, keyId: string): boolean {
  return COLUMNS.some(([table, columns]) => {
    const tests = columns.map((column) => `${column} glob ?`).join(' or ')
    const pattern = `${SEALED}${keyId}:*`
    return (
      database.prepare<string[]>(`select 1 from ${table} where ${tests} limit 1`).get(...columns.map(() => pattern)) !== undefined
    )
  })
}

function missing(keyId: string, vault: Vault | null): OpenFault {
  const what =
    vault === null
      ? 'and no key was given: set RECOVERY_ENCRYPTION_KEY (in a program: encryption) to it'
      : 'which was not given: put it behind the one that was given, with a comma between them'
  return new OpenFault(`it holds values that are encrypted with the key "${keyId}", ${what}. It was left as it is`)
}
