import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rawSocket, send, untilClosed } from '../raw-http.ts'
import { type RestAnswer, startRest, withOperations } from './rest-server.ts'

const RETRY = '/api/recovery/operations/ended/retry'
const START = '/api/recovery/operations'

/** Says what is wrong in words, and nothing of how the server is made. */
function expectRefused({ status, body }: Pick<RestAnswer, 'status' | 'body'>, expected: number): void {
  expect([status, body.success]).toEqual([expected, false])
  expect(body.error.length).toBeGreaterThan(10)
  expect(body.error.length).toBeLessThan(500)
  expect(JSON.stringify(body)).not.toMatch(/\bat .*:\d+|node_modules|\/work\/|\/tmp\/|sqlite:|postgres:|traceback/i)
  expect(Object.keys(body).filter((key) => !['success', 'error', 'type', 'field', 'suggestions'].includes(key))).toEqual([])
}

test.each<[string, string]>([
  ['malformed JSON', '{"force":'],
  ['an array', '[]'],
  ['null', 'null'],
  ['a number', '1'],
  ['a text', '"force"'],
  ['a flag that is a text', '{"force":"yes"}'],
  ['a flag that is null', '{"force":null}'],
  ['no attempts', '{"max_attempts":0}'],
  ['101 attempts', '{"max_attempts":101}'],
  ['half an attempt', '{"max_attempts":1.5}'],
  ['attempts as a text', '{"max_attempts":"5"}'],
  ['attempts as an array', '{"max_attempts":[5]}'],
  ['a number that JSON has not', '{"max_attempts":NaN}'],
  ['a __proto__ key', '{"__proto__":{"force":true}}'],
  ['a __proto__ key by its escape', '{"a":[{"\\u005f_proto__":1}]}'],
  ['a value nested 100,000 levels deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
])('a retry with %s is refused with 400', async (_, text) => {
  const { post, errors } = await withOperations()
  expectRefused(await post(RETRY, text), 400)
  expect(errors).toEqual([])
})

test.each<[string, object]>([
  ['function_name', {}],
  ['function_name', { function_name: 5 }],
  ['function_name', { function_name: '' }],
  ['operation_id', { function_name: 'good', operation_id: '' }],
  ['operation_id', { function_name: 'good', operation_id: 'x'.repeat(256) }],
  ['operation_id', { function_name: 'good', operation_id: { a: 1 } }],
  ['idempotency_key', { function_name: 'good', idempotency_key: 7 }],
  ['priority', { function_name: 'good', priority: 101 }],
  ['metadata', { function_name: 'good', metadata: [] }],
  ['metadata', { function_name: 'good', metadata: 'x' }],
  ['run_at', { function_name: 'good', run_at: 'tomorrow' }],
  ['run_at', { function_name: 'good', run_at: '2026-01-01T00:00:00' }],
  ['deadline', { function_name: 'good', deadline: '30s' }],
  ['deadline', { function_name: 'good', deadline: -1 }],
  ['deadline', { function_name: 'good', deadline: 1e300 }],
  ['max_attempts', { function_name: 'good', max_attempts: 1002 }],
])('a start with a faulty %s names it', async (field, body) => {
  const { post } = await withOperations()
  const answer = await post(START, body)
  expectRefused(answer, 400)
  expect(answer.body.error).toContain(field)
})

test('a start that the engine refuses is a 400 too, and names the field where it can', async () => {
  const { post, recovery } = await withOperations()
  const input = z.object({ size: z.number() })
  recovery.define('picky', () => null, { input })
  const picky = await post(START, { function_name: 'picky', input: { size: 'big' } })
  expectRefused(picky, 400)
  expect(picky.body).toMatchObject({ type: 'INVALID_INPUT', field: expect.stringMatching(/^input/) })
  expect((await post(START, { function_name: 'nothing' })).body.type).toBe('UNKNOWN_FUNCTION')
  for (const id of ['att_mine', 'a\u0000b', '\ud800'].map((text) => JSON.stringify(text))) {
    expectRefused(await post(START, `{"function_name":"good","operation_id":${id}}`), 400)
  }
})

test.each([
  ['a slash', 'a/b'],
  ['quotes', `'";--`],
  ['NUL', 'a\u0000b'],
  ['4,000 characters', 'x'.repeat(4000)],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['a path', '../../etc/passwd'],
  ['other letters', 'ид-名前-🙂'],
  ['the name of a route', 'status'],
  ['a prototype', '__proto__'],
])('an id of %s that nobody has is not found', async (_, id) => {
  const { get, post, errors } = await withOperations()
  const path = `/api/recovery/operations/${encodeURIComponent(id)}`
  const read = await get(path)
  expectRefused(read, 404)
  expect(read.body.error).toBe('Operation not found')
  for (const action of ['retry', 'cancel', 'pause', 'resume']) expectRefused(await post(`${path}/${action}`), 404)
  expect(errors).toEqual([])
})

test('an id that is not encoded as in a URL is refused, an empty one is no path', async () => {
  const { get, post } = await withOperations()
  expectRefused(await get('/api/recovery/operations/%ff'), 400)
  expectRefused(await get('/api/recovery/operations/%zz'), 400)
  expectRefused(await get('/api/recovery/operations/'), 404)
  expectRefused(await post('/api/recovery/operations//retry'), 404)
})

test('paths and methods that are not there are answered as JSON, with those that are', async () => {
  const { get, post, url } = await withOperations()
  for (const path of [
    '/api/',
    '/api/nothing',
    '/api/recovery',
    '/api/recovery/operations/ended/explode',
    '/api/recovery/status/',
  ]) {
    expectRefused(await get(path), 404)
  }
  const wrong = await post('/api/recovery/status')
  expectRefused(wrong, 405)
  expect(wrong.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  const deleted = await fetch(`${url}/api/recovery/operations`, { method: 'DELETE' })
  expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  const options = await fetch(`${url}${RETRY}`, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('allow'), await options.text()]).toEqual([204, 'POST, OPTIONS', ''])
  const head = await fetch(`${url}/api/recovery/status`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100)
})

test.each<[string, Record<string, string>, string | Buffer, number]>([
  ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'force=true', 415],
  ['of plain text', { 'content-type': 'text/plain' }, '{}', 415],
  ['of no type', {}, '{}', 415],
  ['in Latin-1', { 'content-type': 'application/json; charset=iso-8859-1' }, '{}', 415],
  ['that is compressed', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, '{}', 415],
  ['that is not UTF-8', { 'content-type': 'application/json' }, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
])('a body %s is refused', async (_, headers, body, status) => {
  const { port } = await withOperations()
  const host = `127.0.0.1:${port}`
  const sent = { method: 'POST', path: RETRY, headers: { host, ...headers }, body }
  const answer = await send(port, sent)
  expectRefused({ status: answer.status, body: JSON.parse(answer.body) }, status)
})

test.each([
  ['of 10 MB', 'content-length: 10000000'],
  ['that grows beyond 1 MiB without having said so', 'transfer-encoding: chunked'],
])('a body %s is refused without waiting for its end', async (_, length) => {
  const { port } = await withOperations()
  const socket = await rawSocket(port)
  socket.on('error', () => undefined)
  const head = ['content-type: application/json', length, `host: 127.0.0.1:${port}`].join('\r\n')
  socket.write(`POST ${RETRY} HTTP/1.1\r\n${head}\r\n\r\n`)
  for (let sent = 0; sent < 20; sent++) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
  const answer = await untilClosed(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toContain('"success":false')
})

test('whoever sends 10 MB is told that it is too much, also when it sends all of it before it reads', async () => {
  const { post, url } = await withOperations()
  const big = JSON.stringify({ function_name: 'good', input: 'x'.repeat(10_000_000) })
  for (let n = 0; n < 10; n++) expectRefused(await post(START, big), 413)
  const graphql = { method: 'POST', headers: { 'content-type': 'application/json' }, body: big }
  for (let n = 0; n < 10; n++) expect((await fetch(`${url}/graphql`, graphql)).status).toBe(413)
})

test('whoever goes on sending what was refused is cut off', async () => {
  const { port, get } = await withOperations()
  const socket = await rawSocket(port)
  socket.on('error', () => undefined)
  const head = ['content-type: application/json', 'content-length: 1000000000', `host: 127.0.0.1:${port}`].join('\r\n')
  socket.write(`POST ${RETRY} HTTP/1.1\r\n${head}\r\n\r\n`)
  const mebibyte = Buffer.alloc(1024 * 1024, 'x')
  let sent = 0
  const endless = Readable.from(
    (function* () {
      for (; sent < 900; sent++) yield mebibyte
    })(),
  )
  endless.pipe(socket)
  await new Promise((resolve) => socket.once('close', resolve))
  expect(sent).toBeLessThan(100)
  expect((await get('/api/recovery/status')).status).toBe(200)
})

test('a body that breaks off harms nobody and is no fault of the server', async () => {
  const { port, get, errors } = await withOperations()
  const socket = await rawSocket(port)
  const head = ['content-type: application/json', 'content-length: 100', `host: 127.0.0.1:${port}`].join('\r\n')
  socket.write(`POST ${RETRY} HTTP/1.1\r\n${head}\r\n\r\n{"force"`)
  await setImmediate()
  socket.destroy()
  expect((await get('/api/recovery/status')).status).toBe(200)
  expect(errors).toEqual([])
})

test('pages of other origins are refused in the words of REST', async () => {
  const { port } = await startRest()
  const host = `127.0.0.1:${port}`
  const evil = await send(port, { path: '/api/recovery/status', headers: { host, origin: 'https://evil.example' } })
  expectRefused({ status: evil.status, body: JSON.parse(evil.body) }, 403)
  const rebound = await send(port, { path: '/api/recovery/status', headers: { host: 'evil.example' } })
  expectRefused({ status: rebound.status, body: JSON.parse(rebound.body) }, 421)
})
