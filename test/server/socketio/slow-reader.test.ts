import type { Socket as NetSocket } from 'node:net'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { MAX_WAITING } from '../../../src/server/socketio/slow-reader.ts'
import { serverSockets } from '../stalled-client.ts'
import { connect, startSocketio, type TestSocket } from './socketio-server.ts'

// A loopback connection holds some megabytes before the sender notices that nobody reads; how many is up to the system.
const MOST_ROUNDS = 10_000
const LONG = 'reading the weights: '.padEnd(8000, 'x')

/** The connection under a client, which may stop reading from it. */
function connectionOf({ socket }: TestSocket): WebSocket {
  return (socket.io.engine.transport as unknown as { readonly ws: WebSocket }).ws
}

/**
 * An operation with a long error is paused and resumed until a socket was disconnected; tells how often, and the most
 * that the server held back for its connections.
 */
async function changeUntilOneIsDropped(server: Awaited<ReturnType<typeof startSocketio>>, sockets: readonly NetSocket[]) {
  const { recovery, clock, warnings } = server
  recovery.define('load', () => Promise.reject(new Error(LONG)), { initialDelay: '1h' })
  await recovery.start('load', null, { id: 'mine' })
  await clock.advance(0)
  let [most, rounds] = [0, 0]
  while (warnings.length === 0 && rounds++ < MOST_ROUNDS) {
    await recovery.pause('mine')
    await recovery.resume('mine')
    if (rounds % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
    most = Math.max(most, ...sockets.map(({ writableLength }) => writableLength))
  }
  await recovery.cancel('mine')
  return { most, rounds }
}

/** Waits for the end; answers how many of the pauses were told before. */
async function pausesToldTo(client: TestSocket): Promise<number> {
  await client.until('recovery_completed', 1)
  return client.received.filter(({ payload }) => payload.state === 'paused').length
}

test('a socket that stops reading is disconnected with the reason, and the others are told everything', async () => {
  const sockets = serverSockets()
  const server = await startSocketio()
  const stalled = await connect(server.url, { transports: ['websocket'] })
  const ended = new Promise<unknown>((resolve) => stalled.socket.on('disconnect', (...reason) => resolve(reason)))
  connectionOf(stalled).pause()
  const reads = await connect(server.url, { transports: ['websocket'] })
  const polls = await connect(server.url, { transports: ['polling'] })
  const { most, rounds } = await changeUntilOneIsDropped(server, sockets)

  expect(server.warnings).toEqual(['A socket that reads too slowly was disconnected'])
  expect(most).toBeLessThan(4 * MAX_WAITING)
  for (const client of [reads, polls]) expect(await pausesToldTo(client)).toBe(rounds)
  connectionOf(stalled).resume()
  expect(await ended).toMatchObject(['transport close', expect.anything()])
})

test('a session that is not polled any more is given up, and the others are told everything', async () => {
  const server = await startSocketio()
  const polling = `${server.url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1)) as { sid: string }
  await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: '40' })
  expect(await (await fetch(`${polling}&sid=${sid}`)).text()).toMatch(/^40\{/)
  const reads = await connect(server.url)
  const { rounds } = await changeUntilOneIsDropped(server, [])

  expect(server.warnings).toEqual(['A socket that reads too slowly was disconnected'])
  const answer = await fetch(`${polling}&sid=${sid}`)
  expect([answer.status, await answer.json()]).toEqual([400, { code: 1, message: 'Session ID unknown' }])
  expect(await pausesToldTo(reads)).toBe(rounds)
})

test('a socket that asks on and on without reading the answers is disconnected', async () => {
  const sockets = serverSockets()
  const server = await startSocketio()
  const client = await connect(server.url, { transports: ['websocket'] })
  const connection = connectionOf(client)
  connection.pause()
  const ask = (n: number) => connection.send(`42${n}["subscribe_recovery",{"operation_id":""}]`)
  let asked = 0
  while (server.warnings.length === 0 && asked < 1_000_000) {
    for (let n = 0; n < 500; n++) ask(asked++)
    await new Promise((resolve) => setImmediate(resolve))
    if (connection.bufferedAmount > MAX_WAITING) await new Promise((resolve) => connection.send('', resolve))
  }
  expect(server.warnings).toEqual(['A socket that reads too slowly was disconnected'])
  expect(Math.max(...sockets.map(({ writableLength }) => writableLength))).toBeLessThan(4 * MAX_WAITING)
})
