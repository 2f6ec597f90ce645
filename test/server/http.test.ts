import { expect, test } from 'vitest'
import { rawSocket, send, untilClosed } from './raw-http.ts'
import { post, startTestServer } from './test-server.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const query = (text: string) => `/graphql?query=${encodeURIComponent(text)}`

test('a query is answered by POST and by GET', async () => {
  const { url } = await startTestServer()
  expect(await (await post(url, { query: '{ hello }' })).json()).toEqual({ data: { hello: 'world' } })
  expect(await (await fetch(url + query('{ hello }'))).json()).toEqual({ data: { hello: 'world' } })
})

test('a mutation is not run by GET', async () => {
  const { url, changes } = await startTestServer()
  const response = await fetch(url + query('mutation { change }'))
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
  expect(changes()).toBe(0)
})

test.each(['{"query":"{ hel', '[', 'null', '"text"', ''])('the body %j is refused as INVALID_INPUT with 400', async (body) => {
  const { port } = await startTestServer()
  const answer = await send(port, { method: 'POST', headers: JSON_TYPE, body })
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body).errors[0].extensions).toEqual({ code: 'INVALID_INPUT' })
})

test('a batch of requests is refused', async () => {
  const { url } = await startTestServer()
  const response = await post(url, [{ query: '{ hello }' }, { query: '{ hello }' }])
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: 'The body is a batch of 2, the limit is one request; send each by itself, connections are kept open',
        extensions: { code: 'INVALID_INPUT' },
      },
    ],
  })
})

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/graphql',
  'application/graphql+json',
  'application/json; charset=latin1',
])('the content type %s is refused with 415', async (type) => {
  const { port, changes } = await startTestServer()
  const answer = await send(port, { method: 'POST', headers: { 'content-type': type }, body: '{"query":"mutation { change }"}' })
  expect(answer.status).toBe(415)
  expect(JSON.parse(answer.body).errors[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } })
  expect(changes()).toBe(0)
})

test('a mutation whose answer the client would not accept is not run', async () => {
  const { url, changes } = await startTestServer()
  const response = await post(url, { query: 'mutation { change }' }, { accept: 'image/png' })
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
  expect(changes()).toBe(0)
})

test('a body that says it is larger than 1 MiB is refused before it is read', async () => {
  const { port } = await startTestServer()
  const socket = await rawSocket(port)
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n`,
  )
  const answer = await untilClosed(socket)
  expect(answer).toContain('HTTP/1.1 413 Payload Too Large')
  expect(answer).toContain('"code":"INVALID_INPUT"')
})

test('a body that does not say how large it is ends at 1 MiB', async () => {
  const { port, changes } = await startTestServer()
  const body = JSON.stringify({ query: `mutation { change } # ${'x'.repeat(1024 * 1024)}` })
  const answer = await send(port, { method: 'POST', headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' }, body })
  expect(answer.status).toBe(413)
  expect(JSON.parse(answer.body).errors[0].extensions).toEqual({ code: 'INVALID_INPUT' })
  expect(changes()).toBe(0)
})

test('a body just within 1 MiB is served', async () => {
  const { url } = await startTestServer()
  const text = 'x'.repeat(1024 * 1024 - 200)
  const response = await post(url, { query: 'query ($text: String) { echo(text: $text) }', variables: { text } })
  expect(await response.json()).toEqual({ data: { echo: text } })
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s is refused on the GraphQL path with 405', async (method) => {
  const { port } = await startTestServer()
  const answer = await send(port, { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, POST')
})

test('POST is refused elsewhere with 405', async () => {
  const { port } = await startTestServer()
  const answer = await send(port, { method: 'POST', path: '/', headers: JSON_TYPE, body: '{}' })
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, HEAD')
})

test.each([
  '/nothing',
  '/graphql/',
  '/graphql/x',
  '/graphiql/',
  '/graphiql/../package.json',
  '/graphiql/constructor',
  '//graphql',
])('there is nothing at %s', async (path) => {
  const { port } = await startTestServer()
  const answer = await send(port, { path })
  expect(answer.status).toBe(404)
  expect(JSON.parse(answer.body)).toEqual({ error: expect.stringContaining('There is nothing at'), code: 'NOT_FOUND' })
})

test('no answer carries a CORS header', async () => {
  const { port } = await startTestServer()
  const origin = `http://localhost:${port}`
  const answers = await Promise.all([
    send(port, { method: 'POST', headers: { ...JSON_TYPE, origin }, body: '{"query":"{ hello }"}' }),
    send(port, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }),
    send(port, { path: '/healthz', headers: { origin } }),
  ])
  const names = answers.flatMap(({ headers }) => Object.keys(headers))
  expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test('answers are not cached and not sniffed', async () => {
  const { url } = await startTestServer()
  const { headers } = await post(url, { query: '{ hello }' })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['no HTTP', 'hello\r\n\r\n', '400 Bad Request', 'not valid HTTP'],
  [
    'headers larger than 16 KiB',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`,
    '431 Request Header Fields Too Large',
    '16 KiB',
  ],
])('%s is refused with a typed error, and the server goes on', async (_, sent, status, message) => {
  const { port, url } = await startTestServer()
  const socket = await rawSocket(port)
  socket.write(sent)
  const answer = await untilClosed(socket)
  expect(answer).toContain(`HTTP/1.1 ${status}\r\n`)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
    error: expect.stringContaining(message),
    code: 'INVALID_INPUT',
  })
  expect((await post(url, { query: '{ hello }' })).status).toBe(200)
})

test.each([
  ['headers', 'POST /graphql HTTP/1.1\r\nHost: '],
  [
    'a body',
    'POST /graphql HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"query":',
  ],
])('%s that does not arrive in time is answered with 408', async (_, beginning) => {
  const { port, lines } = await startTestServer({ limits: { requestTimeout: 20 } })
  const socket = await rawSocket(port)
  socket.write(beginning.replace('PORT', String(port)))
  const answer = await untilClosed(socket)
  expect(answer).toContain('HTTP/1.1 408 Request Timeout')
  expect(answer).toContain('did not arrive in time')
  expect(lines.filter(({ level }) => level === 'error')).toEqual([])
})
