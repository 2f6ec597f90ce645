import { once } from 'node:events'
import { expect, test } from 'vitest'
import { rawSocket, untilClosed } from '../raw-http.ts'
import { startTestServer } from '../test-server.ts'
import { connect } from '../ws-client.ts'

const QUERY = 'GET /graphql?query={hello} HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n'
const UPGRADE =
  'GET /graphql HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n'

async function said(port: number, text: string): Promise<string> {
  const socket = await rawSocket(port)
  socket.write(text.replace('PORT', String(port)))
  return untilClosed(socket)
}

test('a connection beyond the limit is told so and closed, whatever it wants', async () => {
  const { port, url } = await startTestServer({ limits: { maxConnections: 2 } })
  await rawSocket(port)
  await connect(url)
  for (const text of [QUERY, UPGRADE]) {
    const answer = await said(port, text)
    expect(answer).toMatch(/^HTTP\/1\.1 503 .*\r\nretry-after: 1\r\n/is)
    expect(answer).toContain('"code":"OVERLOADED"')
    expect(answer).toContain('The server has its 2 connections')
  }
})

test('a supervisor is answered also when there are too many connections', async () => {
  const { port } = await startTestServer({ limits: { maxConnections: 1 } })
  await rawSocket(port)
  expect(await said(port, QUERY.replace('/graphql?query={hello}', '/healthz'))).toMatch(/^HTTP\/1\.1 200 /)
})

test('a connection that is closed makes room', async () => {
  const { port, url } = await startTestServer({ limits: { maxConnections: 1 } })
  const { socket } = await connect(url)
  expect(await said(port, QUERY)).toMatch(/^HTTP\/1\.1 503 /)
  socket.close()
  await once(socket, 'close')
  await expect.poll(() => said(port, QUERY), { interval: 5 }).toMatch(/^HTTP\/1\.1 200 /)
})
