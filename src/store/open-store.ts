import type { EntityManager } from '@mikro-orm/sqlite'
import type { Random } from '../operation/clock.ts'
import { checkEncryptionKeys, type EncryptionKey, parseEncryptionKeys } from '../operation/encryption-keys.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { Store } from '../operation/store.ts'
import type { ReportError } from './commit-hooks.ts'
import type { OwnEntities } from './sqlite/own-entities.ts'

const DEFAULT_STORE = 'sqlite:./data/recovery.db'
const SQLITE = 'sqlite:'
const ENCRYPTION = { field: 'encryption' } as const

/** What a program may say about its store; see `RecoveryOptions`. */
interface StoreChoice {
  readonly store?: string | Store
  readonly entities?: OwnEntities
  readonly prepare?: (entityManager: EntityManager) => Promise<void>
  readonly synchronous?: 'normal' | 'full'
  readonly encryption?: string | readonly EncryptionKey[]
}

/**
 * Opens the store that is asked for, and loads only that one: nobody pays for the other's libraries.
 *
 * @throws InvalidInputError when the store cannot do what is asked of it; StoreUnavailableError when it cannot be opened
 */
export async function openStore(choice: StoreChoice, parts: { random: Random; onError: ReportError }): Promise<Store> {
  const { store = DEFAULT_STORE, synchronous = 'normal', entities, prepare } = choice
  if ((entities ?? prepare) !== undefined && !(typeof store === 'string' && store.startsWith(SQLITE))) {
    throw new InvalidInputError('entities and prepare need a store "sqlite:PATH"', { field: entities ? 'entities' : 'prepare' })
  }
  const encryption = keysOf(choice.encryption)
  if (typeof store !== 'string') {
    if (encryption.length === 0) return store
    throw new InvalidInputError('encryption needs a store "sqlite:PATH"; a store of your own encrypts by itself', ENCRYPTION)
  }
  if (store === 'memory:') {
    // Nothing of it is ever at rest, so there is nothing to encrypt.
    const { createMemoryStore } = await import('./memory-store.ts')
    return createMemoryStore(parts)
  }
  if (store.startsWith(SQLITE) && store.length > SQLITE.length) {
    const { openSqliteStore } = await import('./sqlite-store.ts')
    const own = { ...(entities !== undefined && { entities }), ...(prepare !== undefined && { prepare }) }
    return openSqliteStore({ file: store.slice(SQLITE.length), synchronous, encryption, ...parts, ...own })
  }
  throw new InvalidInputError(`The store is "${store.slice(0, 40)}"; use "sqlite:PATH" or "memory:"`, { field: 'store' })
}

function keysOf(given: StoreChoice['encryption']): readonly EncryptionKey[] {
  if (given === undefined) return []
  if (typeof given === 'string') return parseEncryptionKeys(given)
  if (!Array.isArray(given)) throw new InvalidInputError('encryption is a text "<id>:<key>" or a list of keys', ENCRYPTION)
  return checkEncryptionKeys(given)
}
