import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Server } from '../../scripts/demo/server.ts'
import { send } from '../server/raw-http.ts'
import { connect } from '../server/ws-client.ts'

// Everything wrong that a client can send, against the product as it is put together: each is answered with a typed
// error, and a well-behaved client beside it notices nothing.

interface Answer {
  readonly status: number
  readonly data?: Readonly<Record<string, { readonly code?: string; readonly message?: string } | null>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const folder = mkdtempSync(join(tmpdir(), 'recoverable-bad-input-'))
const server = new Server(folder, {})

beforeAll(() => server.start())

afterAll(async () => {
  expect(await server.stop()).toEqual({ code: 0, signal: null })
  rmSync(folder, { recursive: true })
})

async function post(body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text }
  const { status, body: answer } = await send(Number(new URL(server.url).port), sent)
  return { ...(JSON.parse(answer) as object), status }
}

const FUNCTIONS = { functions: [{ name: 'download' }, { name: 'http_request' }] }

async function expectUnharmed(): Promise<void> {
  expect(await post({ query: '{ functions { name } }' })).toEqual({ status: 200, data: FUNCTIONS })
}

const deep = `{ __type(name: "Query") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`
const fragments = `{ ${'... { '.repeat(500)} functions { name } ${'} '.repeat(500)} }`
const page = '{ edges { node { id } } }'
const costly = `{ operations(first: 500) { edges { node { attempts(first: 500) ${page} } } } }`
const start = (fields: string) => ({
  query: `mutation { startOperation(input: { functionName: "download", ${fields} }) { __typename } }`,
})

test.each<[string, object | string, number]>([
  ['malformed JSON', '{"query":', 400],
  ['a body of more than 1 MiB', JSON.stringify({ query: `{ __typename } # ${'x'.repeat(1024 * 1024)}` }), 413],
  ['a batch', [{ query: '{ __typename }' }], 400],
  ['a query that does not end', { query: '{ operations {' }, 200],
  ['a query of an unknown field', { query: '{ nothing }' }, 200],
  ['a query that asks too deep', { query: deep }, 400],
  ['fragments that nest too deep', { query: fragments }, 400],
  ['a query that costs too much', { query: costly }, 400],
  ['a query of too many tokens', { query: `{ ${'__typename '.repeat(5001)} }` }, 200],
  ['a page that is too large', { query: '{ operations(first: 501) { totalCount } }' }, 200],
  ['a cursor of no list', { query: `{ operations(after: "bm8") ${page} }` }, 200],
  ['a duration that is none', start('deadline: "soon"'), 200],
  ['an instant that is none', start('runAt: "tomorrow"'), 200],
])('%s is refused as INVALID_INPUT', async (_, body, status) => {
  const answer = await post(body)
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['INVALID_INPUT'])
  expect(answer.data ?? null).toBeNull()
  expect(answer.status).toBe(status)
  await expectUnharmed()
})

test.each<[string, Record<string, string>, number]>([
  ['Host', { host: 'evil.example' }, 421],
  ['Origin', { origin: 'https://evil.example' }, 403],
  ['Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }, 403],
])('a foreign %s is refused as FORBIDDEN', async (_, headers, status) => {
  const answer = await post({ query: '{ functions { name } }' }, headers)
  expect(answer).toMatchObject({ status, errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  await expectUnharmed()
})

test('what a mutation cannot do is answered as data, with the code of what is wrong', async () => {
  const codeOf = async (call: string) => {
    const { data, errors } = await post({ query: `mutation { it: ${call} { __typename ... on Error { code message } } }` })
    expect(errors).toBeUndefined()
    if (data?.it?.code !== undefined) expect(data.it.message).toMatch(/.{20}/)
    return data?.it?.code
  }
  const later = (name: string, fields: string) =>
    codeOf(`startOperation(input: { functionName: "${name}", runAt: "2999-01-01T00:00:00Z", ${fields} })`)
  const inputTo = (destination: string) => `input: { url: "https://files.example/a", destination: "${destination}" }`
  expect(await later('nothing', 'input: null')).toBe('UNKNOWN_FUNCTION')
  expect(await later('download', 'input: { url: "ftp://files.example/a", destination: "a" }')).toBe('INVALID_INPUT')
  expect(await later('download', `priority: 101, ${inputTo('a')}`)).toBe('INVALID_INPUT')
  expect(await later('download', `id: "${'x'.repeat(256)}", ${inputTo('a')}`)).toBe('INVALID_INPUT')
  expect(await later('download', `id: "mine", ${inputTo('a')}`)).toBeUndefined()
  expect(await later('download', `id: "mine", ${inputTo('b')}`)).toBe('DUPLICATE_OPERATION')
  expect(await codeOf('pauseOperation(input: { id: "nobody" })')).toBe('NOT_FOUND')
  expect(await codeOf('resumeOperation(input: { id: "mine" })')).toBe('INVALID_TRANSITION')
  expect(await codeOf('cancelOperation(input: { id: "mine" })')).toBeUndefined()
  expect(await codeOf('retryOperation(input: { id: "mine" })')).toBe('NEEDS_FORCE')
  expect(await post({ query: '{ operation(id: "nobody") { id } node(id: "att_nobody") { id } }' })).toEqual({
    status: 200,
    data: { operation: null, node: null },
  })
})

test.each([
  ['a cursor that we never made', '(after: "garbage")', 'INVALID_INPUT'],
  ['a cursor of another log', '(after: "evt_00000000_1")', 'CURSOR_EXPIRED'],
])('a subscription after %s is answered with errors and completed, and the connection goes on', async (_, args, code) => {
  const client = await connect(server.url)
  await client.send({ id: 's', type: 'subscribe', payload: { query: `subscription { recoveryUpdate${args} { cursor } }` } })
  expect(await client.next()).toMatchObject({ id: 's', type: 'next', payload: { errors: [{ extensions: { code } }] } })
  expect(await client.next()).toEqual({ id: 's', type: 'complete' })
  await client.send({ id: 'q', type: 'subscribe', payload: { query: costly } })
  expect(await client.next()).toMatchObject({ id: 'q', payload: { errors: [{ extensions: { limit: 'cost' } }] } })
  expect(await client.next()).toEqual({ id: 'q', type: 'complete' })
  await client.send({ id: 'r', type: 'subscribe', payload: { query: '{ functions { name } }' } })
  expect(await client.next()).toMatchObject({ id: 'r', payload: { data: FUNCTIONS } })
})
