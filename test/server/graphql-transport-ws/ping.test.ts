import { once } from 'node:events'
import { expect, test } from 'vitest'
import { FakeClock } from '../../support/fake-clock.ts'
import { startTestServer } from '../test-server.ts'
import { dial, dialAndInit, settle } from './protocol-client.ts'

test('a ping is answered by a pong', async () => {
  const client = await dialAndInit(await startTestServer())
  client.say({ type: 'ping' })

  expect(await client.hear()).toEqual({ type: 'pong' })
})

test("a pong repeats the ping's payload", async () => {
  const client = await dialAndInit(await startTestServer())
  client.say({ type: 'ping', payload: { at: 1, deep: { er: [1, null] } } })

  expect(await client.hear()).toEqual({ type: 'pong', payload: { at: 1, deep: { er: [1, null] } } })
})

test('a ping is answered before the initialisation too', async () => {
  const client = await dial(await startTestServer())
  client.say({ type: 'ping' })

  expect(await client.hear()).toEqual({ type: 'pong' })
  expect(await client.init()).toEqual({ type: 'connection_ack' })
})

test.each([{ type: 'pong' }, { type: 'pong', payload: { beat: 1 } }])(
  'the unsolicited %j is heard and not answered',
  async (pong) => {
    const client = await dialAndInit(await startTestServer())
    client.say(pong)

    expect(await settle(client)).toEqual([])
  },
)

test.each(['ping', 'pong'])('a %s whose payload is no object closes with 4400', async (type) => {
  const client = await dialAndInit(await startTestServer())
  client.say({ type, payload: 'text' })

  expect((await client.closed()).code).toBe(4400)
})

test('the server pings too, by a frame of WebSocket, and cuts off who does not answer', async () => {
  const clock = new FakeClock()
  const client = await dialAndInit(await startTestServer({ clock }))
  const pinged = once(client.socket, 'ping')
  await clock.advance(12_000)
  await pinged
  // The pong that the client's library has sent comes before this.
  expect(await settle(client)).toEqual([])
  await clock.advance(12_000)
  expect(await settle(client)).toEqual([])
  client.socket.pause()
  await clock.advance(12_000)
  await clock.advance(12_000)
  client.socket.resume()
  let closing = await client.closed().catch(() => null)
  closing ??= await client.closed()
  expect(closing.code).toBe(1006)
})
