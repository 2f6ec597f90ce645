import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ClientError, OperationEvents, orThrow } from '../../src/client/index.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { connect, startServed } from './served.ts'

/** A server that answers each request with what the test says. */
async function startAnswering(status: number, body: string) {
  const requests: { readonly path: string; readonly authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization })
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

async function errorOf(promise: Promise<unknown>): Promise<ClientError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ClientError) return error
  throw new Error('No ClientError was thrown', { cause: error })
}

test('each verb does what it says, on a real server', async () => {
  const { url, recovery, clock } = await startServed()
  const client = connect({ url })
  recovery.define('greet', (name) => `Hello, ${String(name)}`)
  recovery.define('stuck', (_input, ctx) => ctx.sleep('long', '1h'))
  const { operation } = orThrow(await client.start({ functionName: 'greet', id: 'one', input: 'Ada' }))
  await clock.advance(0)
  expect(await client.operation(operation.id)).toMatchObject({ state: 'SUCCESS', result: 'Hello, Ada' })
  await client.start({ functionName: 'stuck', id: 'two' })
  await clock.advance(0)
  expect(orThrow(await client.pause({ id: 'two' })).operation.state).toBe('PAUSED')
  expect(orThrow(await client.resume({ id: 'two' })).operation.state).toBe('PENDING')
  expect(orThrow(await client.cancel({ id: 'two', reason: 'enough' })).operation.state).toBe('CANCELLED')
  expect(orThrow(await client.retry({ id: 'two', force: true })).retryId).toMatch(/^att_/)
  const page = await client.operations({ filter: { functionNames: ['stuck'] }, first: 1 })
  expect(page.edges.map(({ node }) => node.id)).toEqual(['two'])
  expect(await client.operations()).toMatchObject({ totalCount: 2 })
  expect((await client.query(OperationEvents, { id: 'one' })).operation?.events.edges.length).toBeGreaterThan(1)
})

test('each verb for many does what it says, and throws what the server refuses of it', async () => {
  const { url, recovery, clock } = await startServed()
  const client = connect({ url })
  recovery.define('stuck', (_input, ctx) => ctx.sleep('long', '1h'))
  for (const id of ['a', 'b']) await client.start({ functionName: 'stuck', id })
  await clock.advance(0)
  const filter = { functionNames: ['stuck'] }
  expect(await client.pauseAll({ filter })).toMatchObject({ matched: 2, changed: 2, skippedCount: 0, operation: null })
  expect(await client.resumeAll({ filter })).toMatchObject({ changed: 2 })
  expect(await client.cancelAll({ filter, reason: 'enough' })).toMatchObject({ changed: 2 })
  expect(await client.retryAll({ filter: { ids: ['a'], states: ['CANCELLED'] }, force: true })).toMatchObject({ changed: 1 })
  expect(await client.deleteAll({ filter: { ids: ['a', 'b'] } })).toMatchObject({ changed: 1, skipped: [{ id: 'a' }] })
  expect(await errorOf(client.cancelAll({ filter: {} }))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('status, functions, settings, performance and circuit breakers are one call each', async () => {
  const { url, recovery } = await startServed()
  const client = connect({ url })
  recovery.define('greet', () => 'Hello', { circuitBreaker: { scope: 'greetings' } })
  expect(await client.status()).toMatchObject({ totalOperations: 0 })
  expect(await client.functions()).toMatchObject([{ name: 'greet' }, { name: 'retention.sweep' }, { name: 'bulk.control' }])
  expect(orThrow(await client.updateSettings({ maxRetries: 7 })).settings).toMatchObject({ maxRetries: 7 })
  expect(await client.settings()).toMatchObject({ maxRetries: 7, changed: ['maxRetries'] })
  expect(await client.performance('1h')).toMatchObject({ totalOperations: 0 })
  expect(orThrow(await client.trip({ scope: 'greetings', duration: '1m' })).circuitBreaker).toMatchObject({ state: 'OPEN' })
  expect(await client.breakers()).toMatchObject([{ scope: 'greetings', state: 'OPEN' }])
  expect(orThrow(await client.reset({ scope: 'greetings' })).circuitBreaker).toMatchObject({ state: 'CLOSED' })
})

test('what the engine refuses is data, and an error for those who want one', async () => {
  const { url } = await startServed()
  const result = await connect({ url }).cancel({ id: 'nobody' })
  expect(result).toMatchObject({ code: 'NOT_FOUND' })
  expect(() => orThrow(result)).toThrow(expect.objectContaining({ name: 'ClientError', code: 'NOT_FOUND' }))
})

test('top-level errors are thrown with their code, and all of them are kept', async () => {
  const { url } = await startServed()
  const error = await errorOf(connect({ url }).query('{ noSuchField orThis }'))
  expect(error).toMatchObject({ code: 'INVALID_INPUT', status: 400 })
  expect(error.message).toContain('noSuchField')
  expect(error.errors).toHaveLength(2)
})

test('a server that is not there is UNREACHABLE, one that does not answer in time a TIMEOUT', async () => {
  const { url } = await startAnswering(200, '')
  const clock = new FakeClock()
  const hanging: typeof fetch = (_url, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  const answer = errorOf(connect({ url, clock, fetch: hanging, timeoutMs: 5000 }).status())
  await clock.advance(5000)
  expect(await answer).toMatchObject({ code: 'TIMEOUT', message: `${url}/graphql did not answer within 5000 ms` })
  const nobody = connect({ url, fetch: () => Promise.reject(new TypeError('fetch failed')) })
  expect(await errorOf(nobody.status())).toMatchObject({ code: 'UNREACHABLE', status: null })
})

test('an aborted call throws the reason of its signal', async () => {
  const { url } = await startServed()
  const reason = new Error('the page was left')
  await expect(connect({ url }).status({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

test.each([
  [502, '<h1>Bad gateway</h1>', 'BAD_RESPONSE'],
  [200, 'null', 'BAD_RESPONSE'],
  [401, '', 'UNAUTHENTICATED'],
  [429, '{}', 'RATE_LIMITED'],
])('status %i with the body %j is %s', async (status, body, code) => {
  const { url } = await startAnswering(status, body)
  expect(await errorOf(connect({ url }).status())).toMatchObject({ code, status })
})

test('a token is sent with each request; a function is asked anew each time', async () => {
  const { url, requests } = await startAnswering(200, '{"data":{"circuitBreakers":[]}}')
  await connect({ url, token: 'fixed' }).breakers()
  let asked = 0
  const renewing = connect({ url, token: () => Promise.resolve(`token ${++asked}`) })
  await renewing.breakers()
  await renewing.breakers()
  await connect({ url, token: () => null }).breakers()
  expect(requests.map(({ authorization }) => authorization)).toEqual([
    'Bearer fixed',
    'Bearer token 1',
    'Bearer token 2',
    undefined,
  ])
})

test('what keeps a token from being there is no fault of the server', async () => {
  const expired = new Error('the login has expired')
  const client = connect({ url: 'http://127.0.0.1:9', token: () => Promise.reject(expired) })
  await expect(client.breakers()).rejects.toBe(expired)
})

test('the address may name /graphql or not, and may lie below a path', async () => {
  const { url, requests } = await startAnswering(200, '{"data":{"circuitBreakers":[]}}')
  for (const path of ['', '/', '/graphql', '/behind/a-proxy/']) await connect({ url: `${url}${path}` }).breakers()
  expect(requests.map(({ path }) => path)).toEqual(['/graphql', '/graphql', '/graphql', '/behind/a-proxy/graphql'])
  for (const wrong of ['127.0.0.1:4000', 'ws://127.0.0.1', '']) {
    expect(() => connect({ url: wrong })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  }
})
