import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { textFrame } from '../../../src/server/delivery/text-frame.ts'

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'a frame of %i bytes is read as the message it holds',
  async (length) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.on('connection', (_, request) => request.socket.write(textFrame([Buffer.from('a'.repeat(length)), Buffer.from('ü')])))
    const client = new WebSocket(`ws://127.0.0.1:${port}`)
    onTestFinished(() => client.terminate())
    const [data, isBinary] = (await once(client, 'message')) as [Buffer, boolean]

    expect(isBinary).toBe(false)
    expect(String(data)).toBe(`${'a'.repeat(length)}ü`)
  },
)
