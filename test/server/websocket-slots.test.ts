import { expect, test } from 'vitest'
import { MAX_EXECUTING } from '../../src/server/websocket.ts'
import { serverSockets } from './stalled-client.ts'
import { startTestServer } from './test-server.ts'
import { connect, type TestClient } from './ws-client.ts'

async function ask(client: TestClient, id: string, query: string): Promise<void> {
  await client.send({ id, type: 'subscribe', payload: { query } })
}

/** Fills all places of a connection with queries that wait for the test. */
async function fill(client: TestClient): Promise<void> {
  for (let n = 0; n < MAX_EXECUTING; n++) await ask(client, `slow${n}`, '{ slow }')
}

test('a connection executes a bounded number of queries at once, and is not read from while another waits', async () => {
  const sockets = serverSockets()
  const { url, slow } = await startTestServer()
  const client = await connect(url)
  await fill(client)
  await ask(client, 'waiting', '{ hello }')
  await expect.poll(() => sockets[0]?.isPaused()).toBe(true)
  await ask(client, 'unread', '{ hello }')
  slow.resolve('there')
  const answered: unknown[] = []
  while (answered.length < MAX_EXECUTING + 2) {
    const { id, type } = await client.next()
    if (type === 'next') answered.push(id)
  }

  expect(new Set(answered)).toEqual(
    new Set([...Array.from({ length: MAX_EXECUTING }, (_, n) => `slow${n}`), 'waiting', 'unread']),
  )
  expect(sockets[0]?.isPaused()).toBe(false)
})

test('what waits is not executed when its client has gone', async () => {
  const sockets = serverSockets()
  const { url, slow, changes } = await startTestServer()
  const client = await connect(url)
  await fill(client)
  await ask(client, 'waiting', 'mutation { change }')
  await expect.poll(() => sockets[0]?.isPaused()).toBe(true)
  client.socket.terminate()
  await expect.poll(() => sockets[0]?.destroyed).toBe(true)
  slow.resolve('there')
  const other = await connect(url)
  await ask(other, 'q', 'mutation { change }')

  expect(await other.next()).toMatchObject({ payload: { data: { change: 'changed 1' } } })
  expect(changes()).toBe(1)
})

test('subscriptions take none of the places of queries', async () => {
  const { url, sources } = await startTestServer()
  const client = await connect(url)
  for (let n = 0; n <= MAX_EXECUTING; n++) await ask(client, `s${n}`, 'subscription { events }')
  await expect.poll(() => sources.length).toBe(MAX_EXECUTING + 1)
  await ask(client, 'q', '{ hello }')

  expect(await client.next()).toMatchObject({ id: 'q', type: 'next' })
})
