import { createHash } from 'node:crypto'
import { hs256, RSA, rs256, unsigned } from '../../../server/auth/signed.ts'
import { type Case, refused, send } from '../attack.ts'
import { AUDIENCE, ISSUER } from '../settings.ts'
import type { Target } from '../target.ts'

// Who asks without a right to. Fewer than the wrong tokens that one address may show at once: see the floods.

const CODE = 'UNAUTHENTICATED'
const YEAR_2100 = 4_102_444_800
const CLAIMS = { sub: 'eve', role: 'admin', iss: ISSUER, aud: AUDIENCE, exp: YEAR_2100 }
const body = '{"query":"{ recoveryStatus { version } }"}'
const shown = (token: string | ((target: Target) => string)): Case['attack'] => {
  return (target) => send(target, { body, token: typeof token === 'string' ? token : token(target) })
}
const hidden = (
  place: (target: Target) => { readonly path?: string; readonly headers?: Record<string, string> },
): Case['attack'] => {
  return (target) => send(target, { body, token: null, ...place(target) })
}
const { nbf = YEAR_2100, ...early } = { ...CLAIMS }
const without = (claim: keyof typeof CLAIMS) => hs256({ ...CLAIMS, [claim]: undefined })
const spki = RSA.publicKey.export({ type: 'spki', format: 'pem' })
const SEND = 'send Authorization: Bearer <token>'

export const TOKENS: readonly Case[] = [
  refused(
    'no token',
    hidden(() => ({})),
    401,
    CODE,
    SEND,
  ),
  refused(
    'a token in the address',
    hidden(({ tokens }) => ({ path: `/graphql?token=${tokens.admin}&access_token=${tokens.admin}` })),
    401,
    CODE,
    SEND,
  ),
  refused(
    'a token in a cookie',
    hidden(({ tokens }) => ({ headers: { cookie: `token=${tokens.admin}` } })),
    401,
    CODE,
    SEND,
  ),
  refused(
    'a token as a password',
    hidden(({ tokens }) => ({ headers: { authorization: `Basic ${btoa(`admin:${tokens.admin}`)}` } })),
    401,
    CODE,
    SEND,
  ),
  refused('metrics without a token', (target) => send(target, { method: 'GET', path: '/metrics', token: null }), 401, CODE, SEND),
  refused(
    'REST without a token',
    (target) => send(target, { method: 'GET', path: '/api/recovery/status', token: null }),
    401,
    CODE,
    SEND,
  ),
  refused('a wrong token', shown('rcv_guess'), 401, CODE, 'not known to this server'),
  refused(
    'a token cut short',
    shown(({ tokens }) => tokens.admin.slice(0, -1)),
    401,
    CODE,
    'not known to this server',
  ),
  refused(
    'the hash of a token',
    shown(({ tokens }) => `sha256-${createHash('sha256').update(tokens.admin).digest('base64url')}`),
    401,
    CODE,
    'not known',
  ),
  refused('a token of 9,000 characters', shown('x'.repeat(9000)), 401, CODE, 'longer than 8192 characters'),
  refused('an expired web token', shown(hs256({ ...CLAIMS, exp: 1 })), 401, CODE, 'has expired; ask with a new one'),
  refused('a web token of tomorrow', shown(hs256({ ...early, nbf })), 401, CODE, '"nbf"'),
  refused('a web token without an end', shown(without('exp')), 401, CODE, '"exp" is missing'),
  refused('a web token without a signature', shown(unsigned(CLAIMS)), 401, CODE, 'The token is not valid'),
  refused('a web token of no algorithm, in other letters', shown(unsigned(CLAIMS, 'nOnE')), 401, CODE, 'The token is not valid'),
  refused(
    'a web token of another secret',
    shown(hs256(CLAIMS, 'another secret of more than 32 bytes!')),
    401,
    CODE,
    'The token is not valid',
  ),
  refused('a web token signed with a public key', shown(hs256(CLAIMS, Buffer.from(spki))), 401, CODE, 'The token is not valid'),
  refused('a web token of another algorithm', shown(rs256(CLAIMS)), 401, CODE, 'The token is not valid'),
  refused(
    'a web token of another issuer',
    shown(hs256({ ...CLAIMS, iss: 'https://evil.example' })),
    401,
    CODE,
    '"iss" is missing or not as it must be',
  ),
  refused(
    'a web token for another audience',
    shown(hs256({ ...CLAIMS, aud: 'payroll' })),
    401,
    CODE,
    '"aud" is missing or not as it must be',
  ),
  refused(
    'a web token of an unknown role',
    shown(hs256({ ...CLAIMS, role: 'root' })),
    401,
    CODE,
    'must be one of viewer, operator, admin',
  ),
  refused('a web token without a name', shown(without('sub')), 401, CODE, '"sub"'),
]
