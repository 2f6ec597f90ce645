import type { Role } from '../../../src/operation/caller.ts'
import { hashToken } from '../../../src/server/auth/tokens.ts'

/** The token of each role, on a server that was started with `TOKENS_ENV`. */
export const TOKENS: Readonly<Record<Role, string>> = {
  viewer: 'token-of-the-viewer',
  operator: 'token-of-the-operator',
  admin: 'token-of-the-admin',
}

/** Callers are called after their roles. */
export const TOKENS_ENV = {
  RECOVERY_TOKENS: Object.entries(TOKENS)
    .map(([role, token]) => `${role}:${role}:${hashToken(token)}`)
    .join(','),
}
