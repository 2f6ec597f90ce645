import { once } from 'node:events'
import { expect, test } from 'vitest'
import { FakeClock } from '../support/fake-clock.ts'
import { startTestServer } from './test-server.ts'
import { connect } from './ws-client.ts'

const PING_MS = 12_000

test('a WebSocket client that does not answer a ping is cut off', async () => {
  const clock = new FakeClock()
  const { url, sources } = await startTestServer({ clock })
  const client = await connect(url, { autoPong: false })
  await client.send({ type: 'subscribe', id: 's', payload: { query: 'subscription { events }' } })
  await expect.poll(() => sources.length).toBe(1)
  const [pinged, closed] = [once(client.socket, 'ping'), once(client.socket, 'close')]
  await clock.advance(PING_MS)
  await pinged
  await clock.advance(PING_MS)
  expect((await closed)[0]).toBe(1006)
  await sources[0]?.closed
})

test('a WebSocket client that answers stays', async () => {
  const clock = new FakeClock()
  const { url } = await startTestServer({ clock })
  const client = await connect(url)
  for (let round = 0; round < 3; round++) {
    const pinged = once(client.socket, 'ping')
    await clock.advance(PING_MS)
    await pinged
    // Its answer arrives after the answer to the ping.
    await client.send({ id: 'q', type: 'subscribe', payload: { query: '{ hello }' } })
    expect(await client.next()).toMatchObject({ type: 'next' })
    expect(await client.next()).toMatchObject({ type: 'complete' })
  }
})
