// Many WebSocket clients in one process, which do as little as possible, so that the server is what is measured.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { answerQuestions } from './child.ts'
import { FrameReader } from './frame-reader.ts'

/** What `open` is asked. */
export interface OpenInput {
  readonly port: number
  readonly clients: number
  readonly query: string
  /** Whether each client looks at the cursors of what it is told. */
  readonly checks: boolean
}

/** What the clients were told. */
export interface Told {
  readonly results: readonly number[]
  readonly outOfOrder: number
  /** Connections that the server ended because nobody read from them. */
  readonly cutOff: number
}

const ACKNOWLEDGED = '{"type":"connection_ack"}'
const TEXT = 0x81
// Empty, with a mask of zeros.
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])

interface Client {
  socket: Socket
  readonly reader: FrameReader
}

let clients: readonly Client[] = []
let cutOff = 0
let expected = { results: 0, from: [] as readonly Client[], met: () => undefined as undefined }

answerQuestions({
  open: async ({ port, clients: count, query, checks }: OpenInput) => {
    const opened: Client[] = []
    for (let i = 0; i < count; i++) {
      const reader = new FrameReader(checks)
      opened.push({ reader, socket: await open(port, query, reader) })
    }
    clients = opened
    if (checks) for (const client of clients) comeBack(client, port, query)
  },
  /** Resolves when all, but for the first `but`, were told so much. */
  told: async ({ results, but }: { results: number; but: number }) => {
    const from = clients.slice(but)
    await new Promise<undefined>((resolve) => {
      expected = { results, from, met: () => resolve(undefined) as undefined }
      check()
    })
  },
  stopReading: (count: number) => {
    for (const { socket } of clients.slice(0, count)) socket.pause()
  },
  readAgain: () => {
    for (const { socket } of clients) socket.resume()
  },
  count: (): Told => ({
    results: clients.map(({ reader }) => reader.results),
    cutOff,
    outOfOrder: clients.reduce((sum, { reader }) => sum + reader.outOfOrder, 0),
  }),
  close: () => {
    for (const { socket } of clients) socket.destroy()
    clients = []
  },
})

function check(): void {
  if (expected.from.every(({ reader }) => reader.results >= expected.results)) expected.met()
}

/** As a client should: who is cut off goes on after the last cursor that it has read. */
function comeBack(client: Client, port: number, query: string): void {
  client.socket.on('error', () => undefined)
  client.socket.once('close', () => {
    if (!clients.includes(client)) return
    cutOff++
    client.reader.restart()
    void open(port, query, client.reader).then((socket) => {
      client.socket = socket
      comeBack(client, port, query)
    })
  })
}

async function open(port: number, query: string, reader: FrameReader): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  socket.write(
    [
      'GET /graphql HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol: graphql-transport-ws',
      '\r\n',
    ].join('\r\n'),
  )
  await until(socket, 'HTTP/1.1 101')
  socket.write(frame({ type: 'connection_init' }))
  await until(socket, ACKNOWLEDGED)
  reader.onPing = () => socket.write(PONG)
  socket.on('data', (chunk) => {
    reader.read(chunk)
    if (reader.results >= expected.results) check()
  })
  socket.write(frame({ id: randomUUID(), type: 'subscribe', payload: { query, variables: { after: reader.cursor } } }))
  return socket
}

async function until(socket: Socket, text: string): Promise<void> {
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  if (!chunk.toString('latin1').includes(text)) throw new Error(`Unexpected answer: ${chunk}`)
}

/** A client's frame, with a mask of zeros. */
function frame(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message))
  const header = Buffer.alloc(8)
  header[0] = TEXT
  header[1] = 0x80 | 126
  header.writeUInt16BE(text.length, 2)
  return Buffer.concat([header, text])
}
