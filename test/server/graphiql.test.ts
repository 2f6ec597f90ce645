import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { buildSchema } from '../../schema/index.ts'
import { EXAMPLES } from '../../src/server/graphiql-examples.ts'
import { send } from './raw-http.ts'
import { startTestServer } from './test-server.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

test('a browser that opens the GraphQL address gets a page that names only files of this server', async () => {
  const { port } = await startTestServer()
  const page = await send(port, { headers: BROWSER })
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address as string)
  expect(addresses).toEqual([
    'data:,',
    ...['graphiql.css', 'workers.js', 'graphiql.js', 'start.js'].map((name) => `/graphiql/${name}`),
  ])
  for (const path of addresses.slice(1)) expect((await send(port, { path })).status).toBe(200)
})

test('the page may load nothing from elsewhere, and may not be framed', async () => {
  const { port } = await startTestServer()
  const { headers } = await send(port, { headers: BROWSER })
  const policy = headers['content-security-policy'] as string
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:|unsafe-eval|\*/)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
})

test('the workers that the page names exist', async () => {
  const { port } = await startTestServer()
  for (const label of ['editorWorkerService', 'json', 'graphql']) {
    const worker = await send(port, { path: `/graphiql/${label}.worker.js` })
    expect(worker.headers['content-type']).toBe('text/javascript; charset=utf-8')
  }
})

test('subscriptions of the page carry the headers that a person typed, and the examples are preloaded', async () => {
  const { url } = await startTestServer()
  const script = await (await fetch(`${url}/graphiql/start.js`)).text()
  expect(script).toContain('"subscriptionsProtocol":"SSE"')
  for (const { query } of EXAMPLES) expect(script).toContain(JSON.stringify(query))
})

test('a browser that has a file already is not sent it again', async () => {
  const { port } = await startTestServer()
  const first = await send(port, { path: '/graphiql/graphiql.css' })
  const again = await send(port, { path: '/graphiql/graphiql.css', headers: { 'if-none-match': first.headers.etag } })
  expect(again).toMatchObject({ status: 304, body: '' })
})

test('a file is sent as it is to whoever does not accept gzip', async () => {
  const { port } = await startTestServer()
  for (const accepted of [undefined, 'identity', 'gzip;q=0, br']) {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
    const { headers: answered, body } = await send(port, { path: '/graphiql/start.js', headers })
    expect(answered).not.toHaveProperty('content-encoding')
    expect(answered.vary).toBe('accept-encoding')
    expect(body).toContain('subscriptionsProtocol')
  }
  const { headers } = await send(port, { path: '/graphiql/start.js', headers: { 'accept-encoding': 'br, gzip;q=0.5' } })
  expect(headers['content-encoding']).toBe('gzip')
})

test.each(EXAMPLES)('example $# fits the schema', ({ query, variables }) => {
  expect(validate(buildSchema(), parse(query))).toEqual([])
  if (variables !== undefined) expect(JSON.parse(variables)).toEqual({ id: expect.any(String) })
})

test('switched off, the page and its files are not there, and it is said what is', async () => {
  const { port, url } = await startTestServer({ graphiql: false })
  for (const sent of [{ headers: BROWSER }, { path: '/graphiql/graphiql.js' }]) {
    const { status, body } = await send(port, sent)
    expect(status).toBe(404)
    expect(body).toContain('GraphiQL is switched off on this server; send GraphQL as JSON by POST to /graphql')
  }
  expect(await (await fetch(`${url}/graphql?query=%7Bhello%7D`)).json()).toEqual({ data: { hello: 'world' } })
})
