import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createContext } from '../../../schema/context.ts'
import { toGraphQLError } from '../../../schema/error-formatting.ts'
import { buildSchema } from '../../../schema/index.ts'
import { checkLimits } from '../../../schema/limits.ts'
import type { Log } from '../../../src/engine/context.ts'
import { ROLES, type Role } from '../../../src/operation/caller.ts'
import { configuredAuthenticate } from '../../../src/server/auth/configured.ts'
import { createToken, hashToken } from '../../../src/server/auth/tokens.ts'
import { HttpServer } from '../../../src/server/http-server.ts'
import { DEFAULT_LIMITS, type Limits } from '../../../src/server/limits/limits.ts'
import { createRest } from '../../../src/server/rest/rest-api.ts'
import { createSocketio } from '../../../src/server/socketio/socketio.ts'
import { testEngine } from '../../support/engine.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { CLAIMS, type Claims, hs256, NOW, RSA, rs256, SECRET, unsigned } from './signed.ts'

const schema = buildSchema()

/** A token of each role; their names are those of the roles. */
export const TOKENS = Object.fromEntries(ROLES.map((role) => [role, createToken(randomBytes)])) as Readonly<Record<Role, string>>

/** What nobody may come in with, by what is wrong with it. */
export const WRONG: readonly (readonly [string, string])[] = [
  ['a token that nobody has', createToken(randomBytes)],
  ['the hash of a token', hashToken(TOKENS.admin)],
  ['a forged web token', hs256(CLAIMS, 'another secret of more than 32 bytes!')],
  ['an expired web token', hs256({ ...CLAIMS, exp: NOW / 1000 })],
  ['a web token without a signature', unsigned(CLAIMS)],
  ['a web token of another algorithm', rs256(CLAIMS)],
  ['a web token with a key where the secret is', hs256(CLAIMS, RSA.publicKey.export({ type: 'spki', format: 'der' }))],
  ['a web token without a role', hs256({ sub: 'ada', exp: CLAIMS.exp })],
]

/** A web token of the server's issuer that ends in five seconds. */
export function shortLived(claims: Claims = {}): string {
  return hs256({ ...CLAIMS, exp: NOW / 1000 + 5, ...claims })
}

/** A server that wants tokens: everything that it serves, on an engine in memory; the test owns its time. */
export async function startGuarded(limits: Partial<Limits> = {}) {
  const { recovery } = await testEngine()
  recovery.define('greet', async (name: string) => name, { circuitBreaker: { threshold: 3 } })
  const clock = new FakeClock(NOW)
  const lines: unknown[] = []
  const line = (fields: object, message: string) => lines.push([fields, message])
  const log: Log = { debug: line, info: line, warn: line, error: line }
  const tokens = ROLES.map((role) => ({ name: role, role, hash: hashToken(TOKENS[role]) }))
  const jwt = { jwtSecret: SECRET, jwtPublicKey: '', jwtIssuer: '', jwtAudience: '' }
  const authenticate = await configuredAuthenticate({ tokens, ...jwt }, clock)
  const address = { host: '127.0.0.1', port: 0, allowedHosts: [], version: '1.2.3' }
  const server = new HttpServer({ ...address, clock, log, authenticate, limits: { ...DEFAULT_LIMITS, ...limits } })
  await server.listen()
  onTestFinished(() => server.stop(100))
  server.open({
    schema,
    createContext: (caller) => createContext(recovery, caller),
    formatError: toGraphQLError,
    checkLimits,
    metrics: { contentType: 'text/plain', text: async () => 'up 1\n' },
    log,
    createRest: (api) => createRest(api, '1.2.3'),
    createSocketio: (api) => createSocketio(api, { clock, log, messageRate: limits.messageRate ?? 0 }),
  })
  return { recovery, clock, server, url: server.url, lines }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** What is answered to a GraphQL request with these headers. */
export async function asked(url: string, query: string, headers: Record<string, string> = {}) {
  const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) }
  const response = await fetch(`${url}/graphql`, request)
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphqlBody }
}

interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}
