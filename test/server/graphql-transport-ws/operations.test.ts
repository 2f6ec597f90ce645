import { expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../test-server.ts'
import { dialAndInit, type ProtocolClient, settle } from './protocol-client.ts'

const EVENTS = 'subscription { events }'
const next = (id: string, data: object) => ({ id, type: 'next', payload: { data } })
const complete = (id: string) => ({ id, type: 'complete' })

async function subscribed(ids: readonly string[]): Promise<{ server: TestServer; client: ProtocolClient }> {
  const server = await startTestServer()
  const client = await dialAndInit(server)
  for (const [index, id] of ids.entries()) {
    client.begin(id, EVENTS)
    await expect.poll(() => server.sources.length).toBe(index + 1)
  }
  return { server, client }
}

test.each([
  ['query', '{ hello }', { hello: 'world' }],
  ['mutation', 'mutation { change }', { change: 'changed 1' }],
])('a %s is answered by one next and a complete', async (_, query, data) => {
  const client = await dialAndInit(await startTestServer())
  client.begin('a', query)

  expect([await client.hear(), await client.hear()]).toEqual([next('a', data), complete('a')])
})

test('variables and the name of the operation count', async () => {
  const client = await dialAndInit(await startTestServer())
  const query = 'query A { hello } query B($text: String) { echo(text: $text) }'
  client.begin('a', query, { operationName: 'B', variables: { text: 'x' } })

  expect(await client.hear()).toEqual(next('a', { echo: 'x' }))
})

test('each event is a next, the end of the source a complete', async () => {
  const { server, client } = await subscribed(['a'])
  server.sources[0]?.push('one')
  server.sources[0]?.push('two')
  expect([await client.hear(), await client.hear()]).toEqual([next('a', { events: 'one' }), next('a', { events: 'two' })])
  server.sources[0]?.produce(() => null)

  expect(await client.hear()).toEqual(complete('a'))
})

test('many results that are there at once all come before the complete', async () => {
  const { server, client } = await subscribed(['a'])
  let made = 0
  server.sources[0]?.produce(() => (made === 500 ? null : String(made++)))
  const heard: unknown[] = []
  for (let n = 0; n < 501; n++) heard.push(await client.hear())

  expect(heard).toEqual([...Array.from({ length: 500 }, (_, n) => next('a', { events: String(n) })), complete('a')])
})

test('an id may hold whatever a text may hold', async () => {
  const id = '"\\\u0000ü€😀\n__proto__'
  const { server, client } = await subscribed([id])
  server.sources[0]?.push('one')

  expect(await client.hear()).toEqual(next(id, { events: 'one' }))
})

test('a fault found before the execution is an error, and nothing follows it', async () => {
  const client = await dialAndInit(await startTestServer())
  client.begin('a', '{ nothing }')
  expect(await client.hear()).toMatchObject({ id: 'a', type: 'error', payload: [{ message: expect.any(String) }] })

  expect(await settle(client)).toEqual([])
})

test('an error of the execution is a next, followed by a complete', async () => {
  const client = await dialAndInit(await startTestServer())
  client.begin('a', '{ expired }')

  expect(await client.hear()).toMatchObject({ id: 'a', type: 'next', payload: { data: { expired: null }, errors: [{}] } })
  expect(await client.hear()).toEqual(complete('a'))
})

test('an id is free again after an error and after a complete', async () => {
  const client = await dialAndInit(await startTestServer())
  client.begin('a', '{ nothing }')
  expect(await client.hear()).toMatchObject({ id: 'a', type: 'error' })
  for (let n = 0; n < 2; n++) {
    client.begin('a', '{ hello }')
    expect([await client.hear(), await client.hear()]).toEqual([next('a', { hello: 'world' }), complete('a')])
  }
})

test("a client's complete ends the source, and is not answered", async () => {
  const { server, client } = await subscribed(['a'])
  client.say(complete('a'))
  await server.sources[0]?.closed
  server.sources[0]?.push('late')

  expect(await settle(client)).toEqual([])
})

test('an id is free again after the client has completed it', async () => {
  const { server, client } = await subscribed(['a'])
  client.say(complete('a'))
  await server.sources[0]?.closed
  client.begin('a', EVENTS)
  await expect.poll(() => server.sources.length).toBe(2)
  server.sources[1]?.push('new')

  expect(await client.hear()).toEqual(next('a', { events: 'new' }))
})

test('an id may be used again in the very next message after the client has completed it', async () => {
  const { server, client } = await subscribed(['a'])
  client.socket.send(JSON.stringify(complete('a')))
  client.begin('a', EVENTS)
  await expect.poll(() => server.sources.length).toBe(2)
  await server.sources[0]?.closed
  expect(await settle(client)).toEqual([])
  server.sources[1]?.push('new')

  expect(await client.hear()).toEqual(next('a', { events: 'new' }))
  client.begin('a', EVENTS)
  expect((await client.closed()).code).toBe(4409)
})

test('what the client completes before it has begun does not begin', async () => {
  const { server, client } = await subscribed([])
  client.begin('a', EVENTS)
  client.say(complete('a'))
  expect(await settle(client)).toEqual([])

  await Promise.all(server.sources.map(({ closed }) => closed))
})

test('a complete of what is not there is ignored', async () => {
  const { server, client } = await subscribed(['a'])
  client.say(complete('b'))
  expect(await settle(client)).toEqual([])
  client.begin('q', '{ hello }')
  expect([await client.hear(), await client.hear()]).toEqual([next('q', { hello: 'world' }), complete('q')])
  client.say(complete('q'))
  server.sources[0]?.push('one')

  expect(await client.hear()).toEqual(next('a', { events: 'one' }))
})

test('operations of one connection do not disturb each other', async () => {
  const { server, client } = await subscribed(['a', 'b'])
  const [a, b] = server.sources
  b?.push('b1')
  expect(await client.hear()).toEqual(next('b', { events: 'b1' }))
  client.begin('q', '{ hello }')
  expect([await client.hear(), await client.hear()]).toEqual([next('q', { hello: 'world' }), complete('q')])
  a?.push('a1')
  expect(await client.hear()).toEqual(next('a', { events: 'a1' }))
  client.say(complete('b'))
  await b?.closed
  a?.push('a2')

  expect(await client.hear()).toEqual(next('a', { events: 'a2' }))
})

test('an id in use closes with 4409, and everything of the connection ends', async () => {
  const { server, client } = await subscribed(['a', 'b'])
  client.begin('a', '{ hello }')

  expect(await client.closed()).toEqual({ code: 4409, reason: 'Subscriber for a already exists' })
  await Promise.all(server.sources.map(({ closed }) => closed))
})
