import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** Makes web tokens by hand, so that wrong ones can be made too. */

export const NOW = Date.UTC(2026, 0, 1)
export const SECRET = 'a shared secret of more than 32 bytes'

export type Claims = Readonly<Record<string, unknown>>

/** Of somebody who may everything, for one minute. */
export const CLAIMS = { sub: 'ada', role: 'admin', exp: NOW / 1000 + 60 }

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

function joined(header: Claims, claims: Claims, signature: (input: string) => Buffer): string {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${signature(input).toString('base64url')}`
}

export function hs256(claims: Claims, secret: string | Buffer = SECRET, alg = 'HS256'): string {
  return joined({ alg, typ: 'JWT' }, claims, (input) => createHmac('sha256', secret).update(input).digest())
}

/** `none` and its spellings: without a signature. */
export function unsigned(claims: Claims, alg = 'none'): string {
  return joined({ alg, typ: 'JWT' }, claims, () => Buffer.alloc(0))
}

export const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const ED = generateKeyPairSync('ed25519')

export function pem(key: KeyObject): string {
  return String(key.export({ type: 'spki', format: 'pem' }))
}

export const rs256 = (claims: Claims, alg = 'RS256') =>
  joined({ alg, typ: 'JWT' }, claims, (input) => sign('sha256', Buffer.from(input), RSA.privateKey))
export const es256 = (claims: Claims) =>
  joined({ alg: 'ES256', typ: 'JWT' }, claims, (input) =>
    sign('sha256', Buffer.from(input), { key: EC.privateKey, dsaEncoding: 'ieee-p1363' }),
  )
export const eddsa = (claims: Claims) =>
  joined({ alg: 'EdDSA', typ: 'JWT' }, claims, (input) => sign(null, Buffer.from(input), ED.privateKey))
