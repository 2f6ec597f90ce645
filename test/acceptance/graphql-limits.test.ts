import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Server } from '../../scripts/demo/server.ts'

// A server that lets its clients ask for little. What it asks itself, for REST and socket.io, is not their concern.

const folder = mkdtempSync(join(tmpdir(), 'recoverable-limits-'))
const server = new Server(folder, {
  RECOVERY_INTROSPECTION: 'false',
  RECOVERY_GRAPHIQL: 'false',
  RECOVERY_MAX_QUERY_COST: '100',
  RECOVERY_MAX_QUERY_DEPTH: '3',
  RECOVERY_MAX_QUERY_ALIASES: '1',
  RECOVERY_MAX_QUERY_TOKENS: '100',
})

beforeAll(() => server.start())

afterAll(async () => {
  expect(await server.stop()).toEqual({ code: 0, signal: null })
  rmSync(folder, { recursive: true })
})

async function refusalOf(query: string): Promise<object> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }
  const answer = (await (await fetch(`${server.url}/graphql`, sent)).json()) as { errors?: { extensions: object }[] }
  return answer.errors?.[0]?.extensions ?? {}
}

test.each([
  ['{ functions { name } }', {}],
  ['{ operations(first: 50) { edges { cursor } } }', {}],
  ['{ operations(first: 100) { edges { cursor } } }', { limit: 'cost', max: 100 }],
  ['{ functions { circuitBreaker { scope } } }', {}],
  ['{ operations(first: 1) { edges { node { id } } } }', { limit: 'depth', max: 3 }],
  ['{ a: __typename b: __typename }', { limit: 'aliases', max: 1 }],
  [`{ ${'__typename '.repeat(98)} }`, {}],
  [`{ ${'__typename '.repeat(99)} }`, { limit: 'tokens', max: 100 }],
  ['{ __schema { description } }', { code: 'FORBIDDEN' }],
])('%s is answered or refused as it was set: %j', async (query, refusal) => {
  const actual = await refusalOf(query)
  expect(actual).toMatchObject(refusal)
  if (Object.keys(refusal).length === 0) expect(actual).toEqual({})
})

test('the page of GraphiQL is not there', async () => {
  const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('GraphiQL is switched off')])
})

test('REST lists as much as ever', async () => {
  const answer = await fetch(`${server.url}/api/recovery/operations?limit=500`)
  expect([answer.status, await answer.json()]).toMatchObject([200, { success: true }])
})
