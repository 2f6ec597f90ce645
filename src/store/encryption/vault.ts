import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto'
import type { EncryptionKey } from '../../operation/encryption-keys.ts'
import { DataDamagedError } from '../../operation/errors.ts'

/**
 * What is encrypted, by table and column. Everything else stays plain: ids, names, times, states, categories, metadata,
 * idempotency keys. The names are part of each ciphertext's seal, so they are for ever.
 */
export type SealedPart =
  | 'operations.input'
  | 'operations.result'
  | 'operations.checkpoint'
  | 'operations.progress'
  | 'operations.error'
  | 'attempts.error'
  | 'steps.output'
  | 'events.error'
  | 'events.data'
  | 'records.value'

/** What begins so is encrypted: JSON never does. */
export const SEALED = 'enc1:'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Random bytes are drawn for so many values at once: one by one they would cost as much as the encryption. */
const NONCES_DRAWN = 256

/**
 * Encrypts and decrypts single values with AES-256-GCM, as `enc1:<key id>:<base64url of nonce, ciphertext and tag>`.
 * Each is bound to its place (table, column and row): put elsewhere, it cannot be opened. The first key encrypts, all
 * decrypt. Nonces are random, so a key is good for 2^32 values (NIST SP 800-38D, 8.3): give a new one before that.
 */
export class Vault {
  /** The id of the key that encrypts. */
  readonly keyId: string
  readonly #first: KeyObject
  readonly #keys: ReadonlyMap<string, KeyObject>
  readonly #prefix: string
  readonly #nonces = Buffer.alloc(NONCE_BYTES * NONCES_DRAWN)
  #used = this.#nonces.length

  constructor(keys: readonly [EncryptionKey, ...EncryptionKey[]]) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]))
    this.keyId = keys[0].id
    this.#first = this.#keys.get(this.keyId) as KeyObject
    this.#prefix = `${SEALED}${this.keyId}:`
  }

  /** Whether it can open what was encrypted with this key. */
  has(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  /** @param row what identifies the row in its table */
  seal(text: string, part: SealedPart, row: string): string {
    const nonce = this.#nonce()
    const cipher = createCipheriv(ALGORITHM, this.#first, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(placeOf(part, row))
    const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${this.#prefix}${bytes.toString('base64url')}`
  }

  /**
   * The text that was sealed for this place.
   *
   * @throws DataDamagedError when it was changed, moved from another place, or encrypted with a key that is not here
   */
  open(sealed: string, part: SealedPart, row: string): string {
    const end = sealed.indexOf(':', SEALED.length)
    const keyId = sealed.slice(SEALED.length, Math.max(end, SEALED.length))
    const key = this.#keys.get(keyId)
    if (key === undefined) {
      throw new DataDamagedError(`it is encrypted with the key "${keyId.slice(0, 32)}", which was not given`, { id: row, part })
    }
    const bytes = Buffer.from(sealed.slice(end + 1), 'base64url')
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(placeOf(part, row))
      decipher.setAuthTag(bytes.subarray(Math.max(NONCE_BYTES, bytes.length - TAG_BYTES)))
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch (cause) {
      const reason = 'it was changed or moved from outside the server; restore a backup of the store'
      throw new DataDamagedError(reason, { id: row, part, cause })
    }
  }

  #nonce(): Buffer {
    if (this.#used === this.#nonces.length) {
      randomFillSync(this.#nonces)
      this.#used = 0
    }
    this.#used += NONCE_BYTES
    return this.#nonces.subarray(this.#used - NONCE_BYTES, this.#used)
  }
}

/** Both are told apart: no part holds a blank. */
function placeOf(part: SealedPart, row: string): Buffer {
  return Buffer.from(`${part} ${row}`)
}

/** Null without any key: then nothing is encrypted. */
export function vaultOf(keys: readonly EncryptionKey[] = []): Vault | null {
  const [first, ...others] = keys
  return first === undefined ? null : new Vault([first, ...others])
}

/** The text as it is stored. Without a vault it is the text itself. */
export function sealText(vault: Vault | null, text: string | null, part: SealedPart, row: string): string | null {
  return vault === null || text === null ? text : vault.seal(text, part, row)
}

/**
 * The text as it was before it was stored. What is not encrypted, because it was written without a key, is answered as it is.
 *
 * @throws DataDamagedError
 */
export function openText(vault: Vault | null, text: string | null, part: SealedPart, row: string): string | null {
  return vault === null || text === null || !text.startsWith(SEALED) ? text : vault.open(text, part, row)
}
