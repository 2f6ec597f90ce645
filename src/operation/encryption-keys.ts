import { InvalidInputError } from './errors.ts'

/** A key that what is stored is encrypted with. */
export interface EncryptionKey {
  /** Stored with each value for ever, so that its key is found: 1 to 32 letters, digits, `_` and `-`. Never reuse one. */
  readonly id: string
  /** 32 random bytes. */
  readonly key: Uint8Array
}

const DEFAULT_ID = '1'
const KEY_BYTES = 32
const ID = /^[\w-]{1,32}$/
/** 32 bytes in base64 or base64url. */
const SECRET = /^[A-Za-z0-9+/_-]{43}=?$/

/**
 * Reads `<id>:<key>`, several with commas between them; a key that stands alone has the id `1`. Keys are 32 bytes in base64.
 *
 * @throws InvalidInputError that says which of them is at fault, and tells nothing of any key
 */
export function parseEncryptionKeys(text: string): readonly EncryptionKey[] {
  return checkEncryptionKeys(text.split(',').map((entry, i) => parseKey(entry.trim(), i + 1)))
}

/** @throws InvalidInputError when there is none, one is not 32 bytes long, or two have the same id */
export function checkEncryptionKeys(keys: readonly EncryptionKey[]): readonly EncryptionKey[] {
  if (keys.length === 0) throw refused('No encryption key was given; give at least one')
  const ids = new Set<string>()
  for (const { id, key } of keys) {
    if (typeof id !== 'string' || !ID.test(id))
      throw refused('The id of an encryption key has 1 to 32 letters, digits, "_" and "-"')
    if (ids.has(id)) throw refused(`Two encryption keys have the id "${id}"; give each an id of its own: <id>:<key>`)
    if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) {
      throw refused(`The encryption key "${id}" is not ${KEY_BYTES} bytes long; make one with: openssl rand -base64 ${KEY_BYTES}`)
    }
    ids.add(id)
  }
  return keys
}

function parseKey(entry: string, number: number): EncryptionKey {
  const colon = entry.indexOf(':')
  const id = colon === -1 ? DEFAULT_ID : entry.slice(0, colon)
  const secret = entry.slice(colon + 1)
  if (!SECRET.test(secret)) {
    throw refused(
      `Encryption key number ${number} is not ${KEY_BYTES} bytes in base64, as <id>:<key>; make one with: openssl rand -base64 ${KEY_BYTES}`,
    )
  }
  const bytes = atob(secret.replaceAll('-', '+').replaceAll('_', '/'))
  return { id, key: Uint8Array.from(bytes, (character) => character.charCodeAt(0)) }
}

function refused(message: string): InvalidInputError {
  return new InvalidInputError(message, { field: 'encryption' })
}
