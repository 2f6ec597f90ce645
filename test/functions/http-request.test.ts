import { expect, onTestFinished, test } from 'vitest'
import { registerHttpRequest } from '../../src/functions/http-request.ts'
import { createRecovery } from '../../src/index.ts'
import { classify } from '../../src/policy/classifier.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { type Answer, failureOf, hangUp, json, serve, setUp } from './http-request-bench.ts'

test('an answer is its status, its harmless headers and its JSON', async () => {
  const { url, seen } = await serve(
    json({ id: 7 }, 201, { location: '/orders/7', 'set-cookie': 'session=hunter2', 'x-token': 'hunter2' }),
  )
  const body = { name: 'Ada', tags: [1, null] }
  const result = await setUp().attempt({ method: 'post', url: `${url}/orders?x=1`, body, headers: { 'X-Trace': 'abc' } })

  expect(result).toMatchObject({ status: 201, body: { id: 7 }, headers: { location: '/orders/7' } })
  expect(JSON.stringify(result)).not.toContain('hunter2')
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: '/orders?x=1',
      headers: { 'content-type': 'application/json', 'x-trace': 'abc', 'accept-encoding': 'identity' },
      body: JSON.stringify(body),
    },
  ])
})

test.each<[string, string | undefined, Buffer, unknown]>([
  ['text', 'text/plain', Buffer.from('häl\u0000lo'), 'häl\u0000lo'],
  ['text of another charset', 'text/plain; charset=latin1', Buffer.from('hä', 'latin1'), 'hä'],
  ['text of a charset that nobody knows', 'text/plain; charset="klingon"', Buffer.from('hä'), 'hä'],
  ['JSON of a special kind', 'application/problem+json; charset=utf-8', Buffer.from('{"a":1}'), { a: 1 }],
  ['a body of no type', undefined, Buffer.from('{"a":1}'), '{"a":1}'],
  ['nothing', 'application/json', Buffer.alloc(0), null],
])('%s is answered as what it is', async (_what, type, bytes, expected) => {
  const { url } = await serve(
    (response) => void response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(bytes),
  )
  expect((await setUp().attempt({ method: 'GET', url })).body).toEqual(expected)
})

test('a text is sent as text, and a content-type of ones own wins', async () => {
  const { url, seen } = await serve(json(null))
  await setUp().attempt({ method: 'PUT', url, body: '<a/>' })
  await setUp().attempt({ method: 'PUT', url, body: '<a/>', headers: { 'Content-Type': 'application/xml' } })
  expect(seen.map(({ headers, body }) => [headers['content-type'], headers['content-length'], body])).toEqual([
    ['text/plain; charset=utf-8', '4', '<a/>'],
    ['application/xml', '4', '<a/>'],
  ])
})

test('attempts send the same Idempotency-Key, which is the id of the operation unless the caller gave one', async () => {
  const { url, seen } = await serve(hangUp, json(null))
  const { attempt } = setUp()
  await failureOf(attempt({ method: 'POST', url }))
  await attempt({ method: 'POST', url })
  await attempt({ method: 'PATCH', url, idempotencyKey: 'mine' })
  await attempt({ method: 'PATCH', url, headers: { 'Idempotency-Key': 'own' } })
  await attempt({ method: 'GET', url })
  expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['op_1', 'op_1', 'mine', 'own', undefined])
})

test.each([
  [503, { 'retry-after': '7' }, true, 7000],
  [429, { 'retry-after': '7' }, true, 7000],
  [500, {}, true, null],
  [404, {}, false, null],
  [401, {}, false, null],
])('a %i is an error with its status, which says whether it is asked again', async (status, headers, retryable, retryAfterMs) => {
  const { url } = await serve(json({ token: 'hunter2' }, status, headers))
  const secret = { authorization: 'Bearer hunter2' }
  const failure = await failureOf(setUp().attempt({ method: 'GET', url: `${url}/a?key=hunter2`, headers: secret }))
  expect(failure).toMatchObject({ name: 'HttpStatusError', status })
  expect(classify(failure, 0).error).toMatchObject({ retryable, retryAfterMs })
  expect(JSON.stringify({ ...failure, message: failure.message, stack: failure.stack })).not.toContain('hunter2')
})

test.each<[unknown, number, boolean]>([
  [404, 404, true],
  [[200, 404], 404, true],
  ['200-299, 404', 404, true],
  ['4xx', 404, true],
  [['2xx', '500-510'], 503, true],
  [201, 200, false],
  ['200-203', 204, false],
])('with %o expected, a %i is taken: %s', async (status, answered, taken) => {
  const { url } = await serve(json({}, answered))
  const attempt = setUp().attempt({ method: 'GET', url, expect: { status } })
  if (taken) expect((await attempt).status).toBe(answered)
  else expect(await failureOf(attempt)).toMatchObject({ status: answered })
})

test('JSON that does not hold what is expected is asked for again', async () => {
  const { url } = await serve(json({ state: 'working', steps: [1] }), json({ state: 'done', steps: [1], more: true }))
  const { attempt } = setUp()
  const input = { method: 'GET', url, expect: { json: { state: 'done', steps: [1] } } }
  const failure = await failureOf(attempt(input))
  expect(failure).toMatchObject({ code: 'UNEXPECTED_BODY', retryable: true })
  expect((await attempt(input)).body).toMatchObject({ state: 'done' })
})

test.each<[string, number, object, string]>([
  ['other JSON than is expected', 200, { json: { state: 'done' } }, 'ignored'],
  ['a status that is none of the expected, and no error', 202, { status: 200 }, 'ignored'],
  ['a status that blames the caller', 404, {}, 'ignored'],
  ['too many requests', 429, {}, 'failure'],
  ['a status that blames the service', 503, {}, 'failure'],
])('what the circuit breaker is told of %s', async (_what, status, expected, breaker) => {
  const { url } = await serve(json({ state: 'working' }, status))
  const failure = await failureOf(setUp().attempt({ method: 'GET', url, expect: expected }))
  expect(classify(failure, 0).breaker).toBe(breaker)
})

test('polling for an answer that is not there yet opens no circuit breaker', async () => {
  const { url, seen } = await serve(...Array.from({ length: 12 }, () => json({ state: 'working' })), json({ state: 'done' }))
  const recovery = await createRecovery({ store: 'memory:' })
  onTestFinished(() => recovery.stop())
  const settings = { allowPrivate: true, clock: new FakeClock() }
  const request = registerHttpRequest(recovery, settings, { initialDelay: 0, maxRetries: 20 })
  await request.run({ method: 'GET', url, expect: { json: { state: 'done' } } })
  expect(seen).toHaveLength(13)
  const breaker = recovery.breakers.find(`http_request:${new URL(url).host}`)
  expect(breaker).toMatchObject({ state: 'closed', failureCount: 0, trips: 0 })
})

test.each<[string, Answer]>([
  ['announced', (response) => void response.writeHead(200, { 'content-length': '2000' }).flushHeaders()],
  ['sent', (response) => void response.writeHead(200).end(Buffer.alloc(2000))],
])('an answer larger than it may be is refused when that is %s', async (_what, answer) => {
  const { url } = await serve(answer)
  const failure = await failureOf(setUp().attempt({ method: 'GET', url, maxResponseBytes: 1000 }))
  expect(failure).toMatchObject({ code: 'RESPONSE_TOO_LARGE', retryable: false })
  expect(failure.message).toContain('more than 1000 bytes')
})

test('JSON that is none, and a body in an encoding that nobody asked for, are refused', async () => {
  const broken: Answer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":')
  const packed: Answer = (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
  const { url } = await serve(broken, packed)
  expect(await failureOf(setUp().attempt({ method: 'GET', url }))).toMatchObject({ code: 'BAD_RESPONSE', retryable: true })
  expect(await failureOf(setUp().attempt({ method: 'GET', url }))).toMatchObject({ code: 'ENCODED_BODY', retryable: false })
})

test('an exchange that takes too long ends with its own timeout', async () => {
  const { url, asked } = await serve((response) => void response.writeHead(200).write('slow'))
  const { attempt, clock } = setUp()
  const failure = failureOf(attempt({ method: 'GET', url, timeout: '5s' }))
  await asked
  await clock.advance(5000)
  expect(await failure).toMatchObject({ code: 'RESPONSE_TIMEOUT', category: 'timeout', retryable: true })
  expect(clock.timers).toBe(0)
})

test('a stop ends the wait for the answer', async () => {
  const { url, asked } = await serve(() => undefined)
  const { attempt, operation } = setUp()
  const failure = failureOf(attempt({ method: 'GET', url }))
  await asked
  operation.stop('cancelled')
  expect(await failure).toMatchObject({ stopCause: 'cancelled' })
})

test('a private address is refused, also as the target of a redirect', async () => {
  const { url, seen } = await serve(json(null))
  const refused = { code: 'ADDRESS_REFUSED', retryable: false }
  expect(await failureOf(setUp().attempt({ method: 'GET', url }, { allowPrivate: false }))).toMatchObject(refused)
  expect(seen).toEqual([])
})

test('a POST is followed to where its result is, by a GET without its body', async () => {
  const { url, seen } = await serve((response) => void response.writeHead(303, { location: '/result' }).end(), json({ ok: true }))
  expect((await setUp().attempt({ method: 'POST', url, body: { a: 1 } })).body).toEqual({ ok: true })
  expect(seen[1]).toMatchObject({ method: 'GET', url: '/result', body: '' })
  expect(seen[1]?.headers['content-type']).toBeUndefined()
})

test('a redirect that keeps the method is followed on the same origin only', async () => {
  const other = await serve(json(null))
  const { url, seen } = await serve(
    (response) => void response.writeHead(307, { location: '/there' }).end(),
    (response) => void response.writeHead(308, { location: `${other.url}/elsewhere` }).end(),
  )
  const failure = await failureOf(setUp().attempt({ method: 'POST', url, body: { secret: 1 } }))
  expect(failure).toMatchObject({ code: 'REDIRECT_REFUSED', retryable: false })
  expect(seen[1]).toMatchObject({ method: 'POST', url: '/there', body: '{"secret":1}' })
  expect(other.seen).toEqual([])
})

test('a GET that is redirected to another origin does not take secrets there', async () => {
  const other = await serve(json(null))
  const { url } = await serve((response) => void response.writeHead(302, { location: other.url }).end())
  await setUp().attempt({ method: 'GET', url, headers: { authorization: 'Bearer hunter2' } })
  expect(other.seen[0]?.headers.authorization).toBeUndefined()
})

test('in an engine, a busy service is asked again and the operation holds the answer', async () => {
  const { url, seen } = await serve(json(null, 503, { 'retry-after': '0' }), hangUp, json({ id: 7 }))
  const recovery = await createRecovery({ store: 'memory:' })
  onTestFinished(() => recovery.stop())
  const settings = { allowPrivate: true, clock: new FakeClock() }
  const request = registerHttpRequest(recovery, settings, { initialDelay: 1, maxDelay: 10 })
  const handle = await request.start({ method: 'POST', url, body: { a: 1 } })
  expect(await handle.result()).toMatchObject({ status: 200, body: { id: 7 } })
  expect(new Set(seen.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([handle.id]))
})
