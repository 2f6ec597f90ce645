import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify } from 'jose'
import { UnauthenticatedError } from '../../operation/access-errors.ts'
import { type Caller, isRole, ROLES } from '../../operation/caller.ts'
import type { Clock } from '../../operation/clock.ts'
import { InvalidInputError } from '../../operation/errors.ts'

export interface JwtOptions {
  /** A text shared with whoever issues the tokens (HS256), or the issuer's public key as PEM. */
  readonly key: { readonly secret: string } | { readonly publicKey: string }
  /** What `iss` and `aud` must be; null: anything. */
  readonly issuer: string | null
  readonly audience: string | null
}

/** Who a JWT says that its bearer is, and until when. */
export interface JwtClaims {
  readonly caller: Caller
  readonly expiresAt: number
}

export type VerifyJwt = (token: string) => Promise<JwtClaims>

const MAX_NAME = 255
const MIN_RSA_BITS = 2048

/**
 * Checks tokens that somebody else issued. The algorithm follows from our key and never from the token: one that names
 * another algorithm, or `none`, is refused. `sub` is the name, `role` (or the highest of `roles`) the role; `exp` must be there.
 *
 * @throws InvalidInputError when the key is none of those that can be used
 */
export function createJwtVerifier({ key, issuer, audience }: JwtOptions, clock: Clock): VerifyJwt {
  const { object, algorithm } = 'secret' in key ? secretKey(key.secret) : publicKey(key.publicKey)
  const expected = { ...(issuer !== null && { issuer }), ...(audience !== null && { audience }) }
  return async (token) => {
    try {
      const currentDate = new Date(clock.now())
      const options = { ...expected, algorithms: [algorithm], requiredClaims: ['exp', 'sub'], currentDate }
      return claimsOf((await jwtVerify(token, object, options)).payload)
    } catch (error) {
      if (error instanceof UnauthenticatedError) throw error
      throw new UnauthenticatedError(explain(error), { cause: error })
    }
  }
}

function secretKey(secret: string) {
  return { object: createSecretKey(secret, 'utf8'), algorithm: 'HS256' }
}

function publicKey(pem: string) {
  // Node would take a private key too, and derive the public one: a server that only checks must not hold it.
  if (/PRIVATE KEY/.test(pem)) throw new InvalidInputError('The JWT key is a private key; give the server the public one only')
  let object: KeyObject
  try {
    object = createPublicKey(pem)
  } catch (cause) {
    throw new InvalidInputError(
      'The JWT public key cannot be read; give a PEM text that begins with "-----BEGIN PUBLIC KEY-----"',
      {
        cause,
      },
    )
  }
  const algorithm = algorithmOf(object)
  if (algorithm !== null) return { object, algorithm }
  throw new InvalidInputError(
    `The JWT public key is ${object.asymmetricKeyType}; use RSA of ${MIN_RSA_BITS} bits or more, EC P-256, or Ed25519`,
  )
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  const { modulusLength = 0, namedCurve } = asymmetricKeyDetails ?? {}
  if (asymmetricKeyType === 'rsa') return modulusLength >= MIN_RSA_BITS ? 'RS256' : null
  if (asymmetricKeyType === 'ec') return namedCurve === 'prime256v1' ? 'ES256' : null
  return asymmetricKeyType === 'ed25519' ? 'EdDSA' : null
}

function claimsOf({ sub, exp, role, roles }: JWTPayload): JwtClaims {
  // It is shown wherever something is told of who did what: nothing in it may move a terminal's cursor or begin a line.
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_NAME || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(sub)) {
    throw new UnauthenticatedError(`The token's "sub" must be a name of 1 to ${MAX_NAME} characters in one line`)
  }
  const named: readonly unknown[] = role === undefined && Array.isArray(roles) ? roles : [role]
  const highest = named.filter(isRole).sort((a, b) => ROLES.indexOf(b) - ROLES.indexOf(a))[0]
  if (highest === undefined) throw new UnauthenticatedError(`The token's "role" must be one of ${ROLES.join(', ')}`)
  return { caller: { name: sub, role: highest }, expiresAt: (exp as number) * 1000 }
}

/** In our words: those of the library may hold parts of the token. */
function explain(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired; ask with a new one'
  if (error instanceof errors.JWTClaimValidationFailed) return `The token's "${error.claim}" is missing or not as it must be`
  return 'The token is not valid'
}
