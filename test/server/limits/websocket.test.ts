import { once } from 'node:events'
import { expect, test } from 'vitest'
import { FakeClock } from '../../support/fake-clock.ts'
import { startTestServer } from '../test-server.ts'
import { connect, type TestClient } from '../ws-client.ts'

async function closing({ socket }: TestClient): Promise<string> {
  const [code, reason] = await once(socket, 'close')
  return `${code} ${reason}`
}

const subscribe = (id: string, query = 'subscription { events }') => ({ id, type: 'subscribe', payload: { query } })

test('operations of one connection beyond the limit are refused, and those that run go on', async () => {
  const { url, sources } = await startTestServer({ limits: { maxSubscriptions: 2 } })
  const client = await connect(url)
  for (const id of ['1', '2', '3']) await client.send(subscribe(id))
  expect(await client.next()).toMatchObject({
    id: '3',
    type: 'error',
    payload: [{ message: expect.stringMatching(/^More than 2 operations/), extensions: { code: 'OVERLOADED' } }],
  })
  sources[1]?.push('on')
  expect(await client.next()).toMatchObject({ id: '2', payload: { data: { events: 'on' } } })
})

test('a connection that says too much is closed with 4429', async () => {
  const { url } = await startTestServer({ limits: { messageRate: 2 }, clock: new FakeClock() })
  const client = await connect(url)
  const closed = closing(client)
  // The first message was the first of ten.
  for (let i = 0; i < 9; i++) await client.send({ type: 'ping' })
  for (let i = 0; i < 9; i++) expect(await client.next()).toEqual({ type: 'pong' })
  await client.send({ type: 'ping' })
  expect(await closed).toBe('4429 Too many requests')
})

test('pings of the WebSocket itself count too', async () => {
  const { url } = await startTestServer({ limits: { messageRate: 2 }, clock: new FakeClock() })
  const client = await connect(url)
  const closed = closing(client)
  for (let i = 0; i < 20; i++) client.socket.ping()
  expect(await closed).toBe('4429 Too many requests')
})

test('a connection within its rate stays for as long as it likes', async () => {
  const clock = new FakeClock()
  const { url } = await startTestServer({ limits: { messageRate: 2 }, clock })
  const client = await connect(url)
  for (let i = 0; i < 30; i++) {
    await client.send({ type: 'ping' })
    expect(await client.next()).toEqual({ type: 'pong' })
    clock.jump(500)
  }
})

test('a connection without subscription and message is closed when it was idle for too long', async () => {
  const clock = new FakeClock()
  const { url } = await startTestServer({ limits: { idleTimeout: 5000 }, clock })
  const [idle, talking, following] = [await connect(url), await connect(url), await connect(url)]
  await following.send(subscribe('1'))
  await following.send({ type: 'ping' })
  await following.next()
  const closed = closing(idle)
  await clock.advance(3000)
  await talking.send({ type: 'ping' })
  await talking.next()
  await clock.advance(2000)
  expect(await closed).toBe('4408 Idle: no subscription and no message')
  expect([talking, following].map(({ socket }) => socket.readyState)).toEqual([1, 1])
})

test('requests of one address are counted together when callers have no tokens', async () => {
  const { url } = await startTestServer({ limits: { requestRate: 1 }, clock: new FakeClock() })
  const ask = () => fetch(`${url}/graphql?query={hello}`)
  for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
})
