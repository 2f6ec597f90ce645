import { readFile } from 'node:fs/promises'
import type { Clock } from '../../operation/clock.ts'
import { InvalidInputError } from '../../operation/errors.ts'
import { type Authenticate, createAuthenticator } from './authenticator.ts'
import { createJwtVerifier, type JwtOptions } from './jwt.ts'
import type { TokenEntry } from './tokens.ts'

/** What the configuration says about who may ask; empty texts say nothing. */
export interface AuthConfig {
  readonly tokens: readonly TokenEntry[]
  readonly jwtSecret: string
  /** PEM, or the path of a file with it. */
  readonly jwtPublicKey: string
  readonly jwtIssuer: string
  readonly jwtAudience: string
}

/**
 * How a server with this configuration finds out who asks; null when it does not want to know.
 *
 * @throws InvalidInputError when the public key cannot be used
 */
export async function configuredAuthenticate(config: AuthConfig, clock: Clock): Promise<Authenticate | null> {
  const key = await keyOf(config)
  if (key === null && config.tokens.length === 0) return null
  const named = { issuer: config.jwtIssuer || null, audience: config.jwtAudience || null }
  return createAuthenticator(config.tokens, key && createJwtVerifier({ key, ...named }, clock))
}

async function keyOf({ jwtSecret, jwtPublicKey }: AuthConfig): Promise<JwtOptions['key'] | null> {
  if (jwtSecret !== '') return { secret: jwtSecret }
  if (jwtPublicKey === '') return null
  // Where a variable holds one line only, the others are written as \n.
  if (jwtPublicKey.includes('-----BEGIN ')) return { publicKey: jwtPublicKey.replaceAll('\\n', '\n') }
  try {
    return { publicKey: await readFile(jwtPublicKey, 'utf8') }
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    throw new InvalidInputError(
      `RECOVERY_JWT_PUBLIC_KEY is neither a PEM text nor the path of a file that can be read (${why}); give one of them`,
      { cause },
    )
  }
}

/** Who may ask, for the person who starts the server. `isLoopback`: whether only this machine reaches it. */
export function accessText({ tokens, jwtSecret, jwtPublicKey }: AuthConfig, isLoopback: boolean): string {
  const known = [
    tokens.length > 0 && `callers with a token (${tokens.length} configured)`,
    (jwtSecret !== '' || jwtPublicKey !== '') && 'bearers of signed web tokens',
  ].filter((who) => who !== false)
  if (known.length > 0) return known.join(', ')
  return isLoopback
    ? 'programs of this machine only, without a token; set RECOVERY_TOKENS to listen elsewhere'
    : 'ANYONE who reaches this address, without a token, as RECOVERY_ALLOW_UNAUTHENTICATED says'
}
