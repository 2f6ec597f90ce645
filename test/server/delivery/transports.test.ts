import { expect, test } from 'vitest'
import { post, startTestServer } from '../test-server.ts'
import { connect, type TestClient } from '../ws-client.ts'
import { createBroadcast } from './broadcast.ts'

const CLIENTS = 10

async function setUp(query: string) {
  const { schema, subscribers, ...broadcast } = createBroadcast()
  const { url, lines } = await startTestServer({ schema })
  const sockets: TestClient[] = []
  const streams: ReadableStreamDefaultReader<Uint8Array>[] = []
  for (let n = 0; n < CLIENTS; n++) {
    const socket = await connect(url)
    await socket.send({ id: `s${n}`, type: 'subscribe', payload: { query } })
    sockets.push(socket)
    const { body } = await post(url, { query }, { accept: 'text/event-stream' })
    streams.push((body as ReadableStream<Uint8Array>).getReader())
  }
  await expect.poll(() => subscribers.length).toBe(2 * CLIENTS)
  /** What each client is told next, over whichever transport. */
  const told = async () => {
    const messages = await Promise.all(sockets.map((socket) => socket.next()))
    return [...messages.map(({ payload }) => payload), ...(await Promise.all(streams.map(nextOf)))]
  }
  return { ...broadcast, lines, told }
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<unknown> {
  for (let text = ''; ; ) {
    text += new TextDecoder().decode((await reader.read()).value)
    const data = /^data: ?(.+)\n\n/m.exec(text)?.[1]
    if (data !== undefined) return JSON.parse(data)
  }
}

test('WebSockets and streams of server-sent events share what is executed', async () => {
  const { calls, tell, told } = await setUp('subscription { items { text later } }')
  for (const text of ['one', 'two']) {
    tell(text)
    expect(await told()).toEqual(Array(2 * CLIENTS).fill({ data: { items: { text, later: 'later' } } }))
  }
  expect(calls.text).toBe(2)
})

test('an internal error is hidden from all of them, and logged once', async () => {
  const { lines, tell, told } = await setUp('subscription { items { failing } }')
  tell('one')
  const answers = await told()

  for (const answer of answers)
    expect(answer).toMatchObject({ data: { items: { failing: null } }, errors: [{ extensions: { code: 'INTERNAL' } }] })
  expect(JSON.stringify(answers)).not.toContain('hunter2')
  expect(lines.map(({ message }) => message)).toEqual(['A request failed'])
})
