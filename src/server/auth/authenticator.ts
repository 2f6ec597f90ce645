import { UnauthenticatedError } from '../../operation/access-errors.ts'
import type { Caller } from '../../operation/caller.ts'
import type { VerifyJwt } from './jwt.ts'
import { findTokenEntry, type TokenEntry } from './tokens.ts'

/** Who a token belongs to, and until when (null: for as long as it is configured). */
export interface Authenticated {
  readonly caller: Caller
  readonly expiresAt: number | null
}

/**
 * Finds out who asks.
 *
 * @throws UnauthenticatedError when the token is nobody's, or absent (null)
 */
export type Authenticate = (token: string | null) => Promise<Authenticated>

// Beyond it nobody's token lies, and hashing it would be work for nothing.
const MAX_TOKEN_LENGTH = 8192

/** Knows the tokens of the configuration, and those that an issuer it trusts has signed. */
export function createAuthenticator(entries: readonly TokenEntry[], verifyJwt: VerifyJwt | null): Authenticate {
  return async (token) => {
    if (token === null) throw new UnauthenticatedError('This server wants to know who asks: send Authorization: Bearer <token>')
    if (token.length > MAX_TOKEN_LENGTH) throw new UnauthenticatedError(`The token is longer than ${MAX_TOKEN_LENGTH} characters`)
    const entry = findTokenEntry(entries, token)
    if (entry !== null) return { caller: { name: entry.name, role: entry.role }, expiresAt: null }
    if (verifyJwt === null || !looksLikeJwt(token)) throw new UnauthenticatedError('The token is not known to this server')
    return verifyJwt(token)
  }
}

function looksLikeJwt(token: string): boolean {
  return token.split('.').length === 3
}
