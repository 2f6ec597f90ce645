import { createHash, timingSafeEqual } from 'node:crypto'
import type { Role } from '../../operation/caller.ts'

/** A caller that the configuration names, and the hash by which its token is known. */
export interface TokenEntry {
  readonly name: string
  readonly role: Role
  /** `sha256-` and the hash in base64url, as `hashToken` makes it. */
  readonly hash: string
}

const PREFIX = 'rcv_'
const TOKEN_BYTES = 32

/**
 * A new token: `rcv_` and 256 random bits in base64url. Whoever has it is the caller, so it is shown once and never stored.
 *
 * @param newBytes secure random bytes, such as `randomBytes` of node:crypto
 */
export function createToken(newBytes: (size: number) => Uint8Array): string {
  return PREFIX + Buffer.from(newBytes(TOKEN_BYTES)).toString('base64url')
}

/**
 * What is kept of a token. A fast hash is right here: slow ones make up for the few bits of a password that a person
 * chose, and nobody tries 2^256 tokens however fast each try is.
 */
export function hashToken(token: string): string {
  return `sha256-${createHash('sha256').update(token).digest('base64url')}`
}

/** The entry as it stands in `RECOVERY_TOKENS`, beside others with commas between them. */
export function tokenEntryText({ name, role, hash }: TokenEntry): string {
  return `${name}:${role}:${hash}`
}

/** Whose token this is, or null. Takes as long whichever entry it is, and whether it is one. */
export function findTokenEntry(entries: readonly TokenEntry[], token: string): TokenEntry | null {
  const hash = Buffer.from(hashToken(token))
  let found: TokenEntry | null = null
  for (const entry of entries) {
    const known = Buffer.from(entry.hash)
    if (known.length === hash.length && timingSafeEqual(known, hash)) found = entry
  }
  return found
}
