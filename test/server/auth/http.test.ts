import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { GraphqlApi } from '../../../src/server/graphql-api.ts'
import { serveGraphql } from '../../../src/server/graphql-http.ts'
import { asked, bearer, shortLived, startGuarded, TOKENS, WRONG } from './guarded-server.ts'
import { CLAIMS, hs256 } from './signed.ts'

const READ = '{ recoveryStatus { version } }'
const START = 'mutation { startOperation(input: { functionName: "greet", input: "x", id: "op_1" }) { __typename } }'
const SETTINGS = 'mutation { updateSettings(input: { maxRetries: 3 }) { __typename } }'

test('a request without a token is answered with 401 and the way to ask', async () => {
  const { url } = await startGuarded()
  for (const headers of [{}, { authorization: 'Basic YWRhOng=' }, { authorization: 'Bearer' }]) {
    const { status, headers: told, body } = await asked(url, READ, headers as Record<string, string>)
    expect([status, told.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(body).toEqual({
      errors: [{ message: expect.stringContaining('Authorization: Bearer'), extensions: { code: 'UNAUTHENTICATED' } }],
    })
  }
})

test.each(WRONG)('%s lets nobody in, and is not told back', async (_what, token) => {
  const { url } = await startGuarded()
  const { status, body } = await asked(url, START, bearer(token))
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  expect(JSON.stringify(body)).not.toContain(token)
})

test('each role is let in, and may what it may', async () => {
  const { url } = await startGuarded()
  const codes = async (query: string) =>
    Promise.all(
      (['viewer', 'operator', 'admin'] as const).map(async (role) => {
        const { status, body } = await asked(url, query, bearer(TOKENS[role]))
        return [status, body.errors?.[0]?.extensions.code]
      }),
    )
  const [yes, no] = [
    [200, undefined],
    [200, 'FORBIDDEN'],
  ]
  expect(await codes(READ)).toEqual([yes, yes, yes])
  expect(await codes(START)).toEqual([no, yes, yes])
  expect(await codes(SETTINGS)).toEqual([no, no, yes])
})

test('a refusal names the role that is needed', async () => {
  const { url } = await startGuarded()
  const { body } = await asked(url, SETTINGS, bearer(TOKENS.viewer))
  expect(body.errors?.[0]?.message).toBe('updateSettings needs the role admin; ask with a token of that role')
})

test('a signed web token is as good as a configured one', async () => {
  const { url } = await startGuarded()
  expect((await asked(url, SETTINGS, bearer(hs256(CLAIMS)))).body.errors).toBeUndefined()
  const viewer = hs256({ ...CLAIMS, role: 'viewer' })
  expect((await asked(url, SETTINGS, bearer(viewer))).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
})

test('the name of the token is the actor of what is done with it', async () => {
  const { url, recovery } = await startGuarded()
  await asked(url, START, bearer(TOKENS.operator))
  await asked(url, SETTINGS, bearer(hs256(CLAIMS)))
  await asked(url, 'mutation { tripCircuitBreaker(input: { scope: "greet" }) { __typename } }', bearer(TOKENS.admin))
  const { items } = await recovery.history.readAudit({ limit: 10 })
  expect(items.map(({ actor, action }) => [actor, action])).toEqual([
    ['operator', 'created'],
    ['ada', 'settings_changed'],
    ['admin', 'breaker_forced_open'],
  ])
})

test('an event stream ends with the token that it was begun with', async () => {
  const { url, clock } = await startGuarded()
  const body = JSON.stringify({ query: 'subscription { recoveryUpdate { cursor } }' })
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', ...bearer(shortLived()) }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  expect(response.status).toBe(200)
  const ended = response.text().then(
    () => 'completed',
    () => 'cut off',
  )
  await clock.advance(5000)
  // A client that was told of an end would not come back.
  expect(await ended).toBe('cut off')
  expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status).toBe(401)
})

test('what a supervisor asks, and pages that hold no data, need no token', async () => {
  const { url } = await startGuarded()
  const page = { accept: 'text/html' }
  for (const path of [
    '/healthz',
    '/readyz',
    '/',
    '/graphql',
    '/graphiql/start.js',
    '/api/recovery/docs',
    '/api/recovery/openapi.json',
  ]) {
    expect([path, (await fetch(url + path, { headers: page })).status]).toEqual([path, 200])
  }
})

test('figures are for those who may read', async () => {
  const { url } = await startGuarded()
  const status = async (headers: Record<string, string>) => (await fetch(`${url}/metrics`, { headers })).status
  expect(await status({})).toBe(401)
  expect(await status(bearer('wrong'))).toBe(401)
  expect(await status(bearer(TOKENS.viewer))).toBe(200)
})

test('wrong tokens of one address are slowed down, and right ones beside them are not', async () => {
  const { url, clock } = await startGuarded()
  const wrong = async () => (await asked(url, READ, bearer('wrong'))).status
  for (let i = 0; i < 20; i++) expect(await wrong()).toBe(401)
  const { status, headers, body } = await asked(url, READ, bearer('wrong'))
  expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions.code]).toEqual([429, '1', 'RATE_LIMITED'])
  expect((await asked(url, READ, bearer(TOKENS.viewer))).status).toBe(200)
  expect((await asked(url, READ)).status).toBe(401)
  await clock.advance(100)
  expect(await wrong()).toBe(401)
})

test('requests of one caller are counted together, those of another are not', async () => {
  const { url, clock } = await startGuarded({ requestRate: 1 })
  const status = async (token: string) => (await asked(url, READ, bearer(token))).status
  for (let i = 0; i < 5; i++) expect(await status(TOKENS.viewer)).toBe(200)
  const { headers, body } = await asked(url, READ, bearer(TOKENS.viewer))
  expect([headers.get('retry-after'), body.errors?.[0]?.extensions.code]).toEqual(['1', 'RATE_LIMITED'])
  expect(await status(TOKENS.operator)).toBe(200)
  await clock.advance(1000)
  expect(await status(TOKENS.viewer)).toBe(200)
})

test('no token is written to the log, whatever becomes of it', async () => {
  const { url, lines, clock } = await startGuarded()
  for (const token of [TOKENS.viewer, ...WRONG.map(([, wrong]) => wrong)]) {
    await asked(url, SETTINGS, bearer(token))
    await fetch(`${url}/api/recovery/status`, { headers: bearer(token) })
  }
  await clock.advance(1000)
  const written = JSON.stringify(lines)
  for (const token of [TOKENS.viewer, ...WRONG.map(([, wrong]) => wrong)]) expect(written).not.toContain(token)
})

test('nothing is done for a client that went while its token was checked, and nothing waits for the end of the token', async () => {
  const done: string[] = []
  const server = createServer()
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  client.write('GET /graphql?query={a} HTTP/1.1\r\nHost: x\r\n\r\n')
  const [request, response] = await once(server, 'request')
  const access = {
    async enter() {
      client.destroy()
      await once(response, 'close')
      return { caller: { name: 'ada', role: 'viewer' }, expiresAt: 1, countedAs: 'ada' }
    },
    onExpiry: () => done.push('waits'),
  }
  const yoga = { handle: () => done.push('executes') }
  await serveGraphql({ access, yoga } as unknown as GraphqlApi, request, response)
  expect(done).toEqual([])
})
