import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createJwtVerifier, type JwtOptions } from '../../../src/server/auth/jwt.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { CLAIMS, type Claims, EC, ED, eddsa, es256, hs256, NOW, pem, RSA, rs256, SECRET, unsigned } from './signed.ts'

const clock = new FakeClock(NOW)
const ADA = { caller: { name: 'ada', role: 'admin' }, expiresAt: NOW + 60_000 }

function verifier(key: JwtOptions['key'], named: { issuer?: string; audience?: string } = {}) {
  return createJwtVerifier({ key, issuer: named.issuer ?? null, audience: named.audience ?? null }, clock)
}

const bySecret = verifier({ secret: SECRET })

test('each kind of key takes the tokens of its algorithm', async () => {
  expect(await bySecret(hs256(CLAIMS))).toEqual(ADA)
  expect(await verifier({ publicKey: pem(RSA.publicKey) })(rs256(CLAIMS))).toEqual(ADA)
  expect(await verifier({ publicKey: pem(EC.publicKey) })(es256(CLAIMS))).toEqual(ADA)
  expect(await verifier({ publicKey: pem(ED.publicKey) })(eddsa(CLAIMS))).toEqual(ADA)
})

test.each(['none', 'None', 'NONE', ''])('a token without a signature is refused, whatever it calls that (%j)', async (alg) => {
  for (const verify of [bySecret, verifier({ publicKey: pem(RSA.publicKey) })]) {
    await expect(verify(unsigned(CLAIMS, alg))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is not valid',
    })
  }
})

test('a token that is signed with the public key as if it were a secret is refused', async () => {
  const verify = verifier({ publicKey: pem(RSA.publicKey) })
  await expect(verify(hs256(CLAIMS, pem(RSA.publicKey)))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(verify(hs256(CLAIMS, pem(RSA.publicKey), 'RS256'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('a token of another algorithm of the same key is refused', async () => {
  await expect(verifier({ publicKey: pem(RSA.publicKey) })(rs256(CLAIMS, 'PS256'))).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  await expect(bySecret(hs256(CLAIMS, SECRET, 'HS512'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('a forged or changed token is refused, without a word of what it holds', async () => {
  const [header, payload, signature] = hs256(CLAIMS).split('.') as [string, string, string]
  const other = Buffer.from(JSON.stringify({ ...CLAIMS, sub: 'eve' })).toString('base64url')
  for (const token of [
    hs256(CLAIMS, 'another secret of more than 32 bytes!'),
    `${header}.${other}.${signature}`,
    `${header}.${payload}.`,
    '..',
    'a.b.c',
    rs256(CLAIMS),
  ]) {
    const error: unknown = await bySecret(token).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: 'The token is not valid' })
  }
})

test('a token ends at its instant, as the clock says', async () => {
  await expect(bySecret(hs256({ ...CLAIMS, exp: NOW / 1000 }))).rejects.toThrow('The token has expired')
  expect(await bySecret(hs256({ ...CLAIMS, exp: NOW / 1000 + 1 }))).toMatchObject({ expiresAt: NOW + 1000 })
  await expect(bySecret(hs256({ ...CLAIMS, nbf: NOW / 1000 + 1 }))).rejects.toThrow('"nbf"')
})

const WRONG: readonly (readonly [string, Claims, string])[] = [
  ['no end', { sub: 'ada', role: 'admin' }, '"exp"'],
  ['an end that is no number', { ...CLAIMS, exp: 'soon' }, '"exp"'],
  ['no name', { role: 'admin', exp: CLAIMS.exp }, '"sub"'],
  ['an empty name', { ...CLAIMS, sub: '' }, '"sub"'],
  ['a name without end', { ...CLAIMS, sub: 'a'.repeat(256) }, '"sub"'],
  ['a name of two lines', { ...CLAIMS, sub: 'ada\neve' }, '"sub"'],
  ['a name that moves the cursor', { ...CLAIMS, sub: 'ada\u001b[2J' }, '"sub"'],
  ['a name that is no text', { ...CLAIMS, sub: 1 }, '"sub"'],
  ['no role', { sub: 'ada', exp: CLAIMS.exp }, '"role"'],
  ['an unknown role', { ...CLAIMS, role: 'root' }, '"role"'],
  ['unknown roles', { sub: 'ada', exp: CLAIMS.exp, roles: ['root', 1] }, '"role"'],
  ['a list as its role', { ...CLAIMS, role: ['admin'] }, '"role"'],
]

test.each(WRONG)('a token with %s is refused', async (_what, claims, told) => {
  const error: unknown = await bySecret(hs256(claims)).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining(told) })
})

test('of several roles the highest counts, and a single one comes first', async () => {
  const { role: _, ...unnamed } = CLAIMS
  expect(await bySecret(hs256({ ...unnamed, roles: ['viewer', 'operator', 'x'] }))).toMatchObject({
    caller: { role: 'operator' },
  })
  expect(await bySecret(hs256({ ...CLAIMS, role: 'viewer', roles: ['admin'] }))).toMatchObject({ caller: { role: 'viewer' } })
})

test('issuer and audience must be those that are named', async () => {
  const verify = verifier({ secret: SECRET }, { issuer: 'us', audience: 'recovery' })
  expect(await verify(hs256({ ...CLAIMS, iss: 'us', aud: ['recovery', 'x'] }))).toEqual(ADA)
  await expect(verify(hs256({ ...CLAIMS, aud: 'recovery' }))).rejects.toThrow('"iss"')
  await expect(verify(hs256({ ...CLAIMS, iss: 'us', aud: 'other' }))).rejects.toThrow('"aud"')
})

test('a key that cannot be used stops the start', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const secretPem = String(RSA.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  expect(() => verifier({ publicKey: 'nonsense' })).toThrow('cannot be read')
  expect(() => verifier({ publicKey: pem(small.publicKey) })).toThrow('use RSA of 2048 bits or more')
  expect(() => verifier({ publicKey: pem(curve.publicKey) })).toThrow('EC P-256')
  expect(() => verifier({ publicKey: secretPem })).toThrow('is a private key')
})
