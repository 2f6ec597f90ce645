import { writeFile } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Access } from '../../../src/server/auth/access.ts'
import { accessText, configuredAuthenticate } from '../../../src/server/auth/configured.ts'
import { hashToken } from '../../../src/server/auth/tokens.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { CLAIMS, hs256, NOW, pem, RSA, rs256, SECRET } from './signed.ts'

const NOTHING = { tokens: [], jwtSecret: '', jwtPublicKey: '', jwtIssuer: '', jwtAudience: '' }
const VIEWER = { name: 'bob', role: 'viewer', hash: hashToken('rcv_bob') } as const
const clock = new FakeClock(NOW)

test('a server that is told of nobody does not ask', async () => {
  expect(await configuredAuthenticate(NOTHING, clock)).toBeNull()
})

test('tokens and web tokens are taken side by side', async () => {
  const authenticate = await configuredAuthenticate({ ...NOTHING, tokens: [VIEWER], jwtSecret: SECRET }, clock)
  await expect(authenticate?.('rcv_bob')).resolves.toEqual({ caller: { name: 'bob', role: 'viewer' }, expiresAt: null })
  await expect(authenticate?.(hs256(CLAIMS))).resolves.toMatchObject({ caller: { name: 'ada', role: 'admin' } })
})

test('without a key no web token is taken, and without tokens nothing else', async () => {
  const byToken = await configuredAuthenticate({ ...NOTHING, tokens: [VIEWER] }, clock)
  await expect(byToken?.(hs256(CLAIMS))).rejects.toThrow('The token is not known to this server')
  const byJwt = await configuredAuthenticate({ ...NOTHING, jwtSecret: SECRET }, clock)
  await expect(byJwt?.('rcv_bob')).rejects.toThrow('The token is not known to this server')
})

test('a token without end is refused before it is looked at', async () => {
  const authenticate = await configuredAuthenticate({ ...NOTHING, jwtSecret: SECRET }, clock)
  await expect(authenticate?.('a'.repeat(10_000))).rejects.toThrow('longer than 8192')
})

test('a public key is given as text, as text in one line, or as a file', async () => {
  const text = pem(RSA.publicKey)
  const file = join(await tempFolder(), 'key.pem')
  await writeFile(file, text)
  for (const jwtPublicKey of [text, text.replaceAll('\n', '\\n'), file]) {
    const authenticate = await configuredAuthenticate({ ...NOTHING, jwtPublicKey }, clock)
    await expect(authenticate?.(rs256(CLAIMS))).resolves.toMatchObject({ caller: { name: 'ada' } })
  }
})

test('a file that cannot be read stops the start without showing what was given', async () => {
  const wrong = configuredAuthenticate({ ...NOTHING, jwtPublicKey: 'MIIBhunter2' }, clock)
  await expect(wrong).rejects.toThrow('neither a PEM text nor the path of a file that can be read (ENOENT)')
  await expect(wrong).rejects.not.toThrow('hunter2')
})

test('the start says who may ask', () => {
  expect(accessText(NOTHING, true)).toContain('programs of this machine only')
  expect(accessText(NOTHING, false)).toContain('ANYONE')
  expect(accessText({ ...NOTHING, tokens: [VIEWER] }, false)).toBe('callers with a token (1 configured)')
  expect(accessText({ ...NOTHING, tokens: [VIEWER], jwtSecret: SECRET }, true)).toBe(
    'callers with a token (1 configured), bearers of signed web tokens',
  )
})

async function accessTo(token: string | null) {
  const authenticate = await configuredAuthenticate({ ...NOTHING, tokens: [VIEWER] }, clock)
  const access = new Access({ authenticate, requestRate: 0, clock })
  const request = new IncomingMessage(new Socket())
  if (token !== null) request.headers.authorization = `Bearer ${token}`
  return { access, request }
}

test('a role is demanded of requests that are not GraphQL', async () => {
  const { access, request } = await accessTo('rcv_bob')
  expect(await access.requireRole(request, 'viewer', '/metrics')).toMatchObject({ caller: { name: 'bob' } })
  await expect(access.requireRole(request, 'operator', '/metrics')).rejects.toThrow('/metrics needs the role operator')
  const nobody = await accessTo(null)
  await expect(nobody.access.requireRole(nobody.request, 'viewer', '/metrics')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('the end of a token far ahead is waited for, and not beyond it', async () => {
  const own = new FakeClock(NOW)
  const access = new Access({ authenticate: null, requestRate: 0, clock: own })
  const until = (expiresAt: number | null, end: () => void) =>
    access.onExpiry({ caller: { name: 'ada', role: 'admin' }, expiresAt, countedAs: 'ada' }, end)
  let [ended, stopped] = [0, 0]
  until(NOW + 3_600_000, () => ended++)
  until(NOW + 3_600_000, () => stopped++)()
  until(null, () => stopped++)()
  await own.advance(3_599_999)
  expect(ended).toBe(0)
  await own.advance(1)
  await own.advance(3_600_000)
  expect([ended, stopped, own.timers]).toEqual([1, 0, 0])
})

test('a clock that is set forward ends a token within a minute', async () => {
  const own = new FakeClock(NOW)
  const access = new Access({ authenticate: null, requestRate: 0, clock: own })
  let ended = 0
  access.onExpiry({ caller: { name: 'ada', role: 'admin' }, expiresAt: NOW + 86_400_000, countedAs: 'ada' }, () => ended++)
  own.jump(86_400_000)
  await own.advance(60_000)
  expect(ended).toBe(1)
})
