import { expect, test } from 'vitest'
import { CursorExpiredError } from '../../src/operation/errors.ts'
import { post, startTestServer, type TestServer } from './test-server.ts'

const SUBSCRIPTION = { query: 'subscription { events }' }
const EVENTS = { accept: 'text/event-stream' }

/** The messages of an event stream, one at a time; comments (pings) are left out. */
async function* messages(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let rest = ''
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    const parts = (rest + new TextDecoder().decode(chunk)).split('\n\n')
    rest = parts.pop() as string
    for (const part of parts.filter((text) => !text.startsWith(':'))) {
      const [, event = '', data = ''] = /^event: (\w+)\ndata:(.*)$/.exec(part) ?? []
      yield { event, data: data === '' ? null : JSON.parse(data) }
    }
  }
}

async function subscribe({ url, sources }: TestServer) {
  const response = await post(url, SUBSCRIPTION, EVENTS)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const source = sources.at(-1)
  if (source === undefined) throw new Error('nothing was subscribed')
  return { response, stream: messages(response), source }
}

test('a subscription is answered as a stream of events', async () => {
  const { stream, source } = await subscribe(await startTestServer())
  source.push('one')
  expect((await stream.next()).value).toEqual({ event: 'next', data: { data: { events: 'one' } } })
  source.push('two')
  expect((await stream.next()).value).toEqual({ event: 'next', data: { data: { events: 'two' } } })
  await source.return()
  await stream.return(undefined)
})

test('a query may be answered as a stream of one result', async () => {
  const { url } = await startTestServer()
  const stream = messages(await post(url, { query: '{ hello }' }, EVENTS))
  expect((await stream.next()).value).toEqual({ event: 'next', data: { data: { hello: 'world' } } })
  expect((await stream.next()).value).toEqual({ event: 'complete', data: null })
  expect((await stream.next()).done).toBe(true)
})

test('a subscription asked for as JSON is refused before anything is subscribed', async () => {
  const { url, sources } = await startTestServer()
  const response = await post(url, SUBSCRIPTION, { accept: 'application/json' })
  expect(response.status).toBe(406)
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('text/event-stream'), extensions: { code: 'INVALID_INPUT' } }],
  })
  expect(sources).toEqual([])
})

test('a source that fails in the middle says so in a last result and completes', async () => {
  const server = await startTestServer()
  const { stream, source } = await subscribe(server)
  source.push('one')
  await stream.next()
  source.push(new CursorExpiredError())
  expect((await stream.next()).value).toMatchObject({
    event: 'next',
    data: { errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] },
  })
  expect((await stream.next()).value).toEqual({ event: 'complete', data: null })
  expect((await stream.next()).done).toBe(true)
  await source.closed
})

test('an internal error in the middle is hidden, and logged once', async () => {
  const server = await startTestServer()
  const { stream, source } = await subscribe(server)
  source.push(new Error('the password is hunter2'))
  const { value } = await stream.next()
  expect(value).toMatchObject({ data: { errors: [{ extensions: { code: 'INTERNAL' } }] } })
  expect(JSON.stringify(value)).not.toContain('hunter2')
  expect(server.lines.map(({ message }) => message)).toEqual(['A request failed'])
})

test('the source is told when the client goes', async () => {
  const { url, sources } = await startTestServer()
  const client = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...EVENTS },
    body: JSON.stringify(SUBSCRIPTION),
    signal: client.signal,
  })
  expect(response.status).toBe(200)
  client.abort()
  await sources[0]?.closed
})

test('a stopping server completes its streams', async () => {
  const server = await startTestServer()
  const { stream, source } = await subscribe(server)
  const stopped = server.server.stop(5000)
  expect((await stream.next()).value).toEqual({ event: 'complete', data: null })
  expect((await stream.next()).done).toBe(true)
  await source.closed
  await stopped
})
