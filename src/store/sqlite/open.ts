import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { EntityManager } from '@mikro-orm/sqlite'
import type { Random } from '../../operation/clock.ts'
import type { EncryptionKey } from '../../operation/encryption-keys.ts'
import { StoreUnavailableError } from '../../operation/errors.ts'
import { type Vault, vaultOf } from '../encryption/vault.ts'
import type { LogRange } from '../log-range.ts'
import { withBoundConnection } from './bound-connection.ts'
import { Connections } from './connections.ts'
import { sqliteCode } from './database-error.ts'
import { checkKeys, noteKey } from './encryption-check.ts'
import { type FileLock, lockFile } from './file-lock.ts'
import { migrate } from './migrate.ts'
import { OpenFault } from './open-fault.ts'
import { openLog } from './open-log.ts'
import type { OwnEntities } from './own-entities.ts'
import { Transactions } from './transactions.ts'

export interface OpenOptions {
  /** The database file. It is made, and its folder too, when there is none. One server may use it at a time. */
  readonly file: string
  /** `normal` (the default) survives the death of the process; `full` also a power loss, and costs a sync per commit. */
  readonly synchronous?: 'normal' | 'full'
  /** Names the event log when the file is new. */
  readonly random: Random
  /** Encrypts what operations are given, answer and fail with: the first key encrypts, all decrypt. */
  readonly encryption?: readonly EncryptionKey[]
  /** The program's own entities, for `ctx.transaction`. */
  readonly entities?: OwnEntities
  /** Makes the tables of those entities: called in one transaction each time the file is opened. */
  readonly prepare?: (entityManager: EntityManager) => Promise<void>
}

export interface OpenDatabase {
  readonly connections: Connections
  readonly transactions: Transactions
  readonly log: LogRange
  readonly vault: Vault | null
  close(): Promise<void>
}

/**
 * Locks a database file, opens it and brings it up to date.
 *
 * @throws StoreUnavailableError that says why not and what to do. Nothing is ever deleted.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { file: path, synchronous = 'normal', random, prepare } = options
  let lock: FileLock | null = null
  let connections: Connections | null = null
  const release = async () => {
    await connections?.close()
    lock?.release()
  }
  try {
    const file = findFile(path)
    lock = lockFileOf(file)
    connections = await Connections.open(file, options.entities)
    const { writer } = connections
    const vault = vaultOf(options.encryption)
    // Before anything is written: with the wrong key, the file is left as it is.
    const gone = checkKeys(writer, vault)
    if (vault !== null) writer.pragma('secure_delete = on')
    await migrate(connections)
    if (prepare !== undefined)
      await connections.orm.em.fork().transactional((entityManager) => prepare(withBoundConnection(entityManager)))
    const transactions = new Transactions(connections)
    const log = await transactions.run({
      task: () => {
        noteKey(writer, vault, gone)
        return openLog(writer, random)
      },
    })
    writer.pragma(`synchronous = ${synchronous}`)
    return { connections, transactions, log, vault, close: release }
  } catch (error) {
    await release()
    throw new StoreUnavailableError(`The database ${path} cannot be opened: ${reasonOf(error)}`, { cause: error })
  }
}

/** The file's real place, so that two ways to it meet at one lock; its folder is made when there is none. */
function findFile(path: string): string {
  const folder = dirname(resolve(path))
  makeFolder(folder)
  const file = join(realpathSync(folder), basename(path))
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new OpenFault('it is a folder; name a file in it')
  return found === undefined ? file : realpathSync(file)
}

/** One level at a time: Node's recursive mkdir never returns where a folder that exists answers ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Somebody else may have been first.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function lockFileOf(file: string): FileLock {
  try {
    return lockFile(file)
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') !== true) throw error
    throw new OpenFault('another server uses it; stop that one, or name another file', { cause: error })
  }
}

const REASONS: readonly (readonly [code: string, reason: string])[] = [
  ['SQLITE_NOTADB', 'it is no SQLite database; restore a backup or name another file. It was left as it is'],
  ['SQLITE_CORRUPT', 'it is damaged; restore a backup or name another file. It was left as it is'],
  ['SQLITE_FULL', 'the disk is full; free some space'],
  ['SQLITE_BUSY', 'another program keeps it locked; end that program'],
  ['SQLITE_READONLY', 'it may not be written to; give this user the right to write the file and its folder'],
  ['SQLITE_CANTOPEN', 'it may not be opened; give this user the right to read and write the file and its folder'],
  ['SQLITE_IOERR', 'its disk cannot be read or written'],
  ['ENOENT', 'its folder cannot be made; name a folder on a disk'],
  ['EACCES', 'its folder may not be written to; give this user the right to, or name another'],
  ['EPERM', 'its folder may not be written to; give this user the right to, or name another'],
  ['EROFS', 'its disk is read-only; name a file on another'],
  ['ENOSPC', 'the disk is full; free some space'],
  ['EEXIST', 'a part of its path is a file and no folder; name another'],
  ['ENOTDIR', 'a part of its path is a file and no folder; name another'],
]

function reasonOf(error: unknown): string {
  // A transaction that failed has an error for everyday use; what SQLite said is behind it.
  const fault = error instanceof StoreUnavailableError ? error.cause : error
  if (!(fault instanceof Error)) return String(fault)
  const code = 'code' in fault ? String(fault.code) : ''
  return REASONS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? fault.message
}
