import { expect, onTestFinished, test, vi } from 'vitest'
import { type ConnectionState, RecoveryUpdates } from '../../src/client/index.ts'
import { gate } from '../support/engine.ts'
import { connect, startServed, take, tappedSocket } from './served.ts'

/** A server with a function that succeeds at once, and the ids of what was started. */
async function startGreeting() {
  const served = await startServed()
  served.recovery.define('greet', () => 'Hello')
  const start = async (...ids: readonly string[]) => {
    for (const id of ids) await served.recovery.start('greet', null, { id })
    await served.clock.advance(0)
  }
  return { ...served, start }
}

const ends = <T extends { readonly operationId: string }>(events: readonly T[]) => events.map(({ operationId }) => operationId)

test('events come from the first next() on, in order', async () => {
  const { url, start } = await startGreeting()
  await start('before')
  const { webSocket, sent } = tappedSocket()
  const completions = connect({ url, webSocket }).completions()
  const first = completions.next()
  // The first asks for the place in the log, the second subscribes.
  await sent(2)
  await start('a', 'b')
  expect((await first).value).toMatchObject({ operationId: 'a', success: true })
  expect(ends(await take(completions, 1))).toEqual(['b'])
})

function changed(client: ReturnType<typeof connect>): Promise<ConnectionState> {
  return new Promise((resolve) => {
    const stop = client.onConnection((state) => {
      stop()
      resolve(state)
    })
  })
}

test('with `after` they begin where the reader wants', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  const { eventCursor } = await client.status()
  await start('a', 'b')
  const updates = await take(client.updates({ operationId: 'b', after: eventCursor }), 3)
  expect(updates.map(({ state }) => state)).toEqual(['PENDING', 'IN_PROGRESS', 'SUCCESS'])
})

test('a finished step is told while its attempt goes on without progress', async () => {
  const { url, recovery, clock } = await startServed()
  const [begin, end] = [gate(), gate()]
  recovery.define('work', async (_input, ctx) => {
    await begin.opened
    await ctx.step('first', () => 1)
    await end.opened
  })
  const client = connect({ url })
  const updates = client.updates({ operationId: 'one', after: (await client.status()).eventCursor })
  await recovery.start('work', null, { id: 'one' })
  await clock.advance(0)
  const [, begun] = await take(updates, 2)
  begin.open()
  await clock.advance(1000)
  const [told] = await take(updates, 1)
  expect(told).toEqual({ ...begun, type: null, timestamp: expect.any(String) })
  expect(told).toMatchObject({ state: 'IN_PROGRESS', progress: null })
  expect((await recovery.steps('one')).map(({ name }) => name)).toEqual(['first'])
  end.open()
  await clock.advance(0)
  expect(await take(updates, 1)).toMatchObject([{ state: 'SUCCESS' }])
})

test('when the server stops and comes back, what happened meanwhile is told once and in order', async () => {
  const { url, start, stop, restart } = await startGreeting()
  const client = connect({ url })
  const { eventCursor } = await client.status()
  const completions = client.completions({ after: eventCursor })
  const own = client.updates({ operationId: 'd', after: eventCursor })
  await start('a')
  expect(ends(await take(completions, 1))).toEqual(['a'])
  const first = own.next()
  await stop()
  await start('b', 'c')
  await restart()
  await start('d')
  expect(ends(await take(completions, 3))).toEqual(['b', 'c', 'd'])
  expect((await first).value).toMatchObject({ operationId: 'd', state: 'PENDING' })
})

test('when the first connection is lost before any event, what happened meanwhile is told all the same', async () => {
  const { url, start, stop, restart } = await startGreeting()
  const { webSocket, sent } = tappedSocket()
  const next = connect({ url, webSocket }).completions().next()
  await sent(2)
  await stop()
  await start('a')
  await restart()
  expect((await next).value).toMatchObject({ operationId: 'a' })
})

test('a reader that falls behind is served from the log once it reads again', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  const ids = Array.from({ length: 20 }, (_, index) => `op-${index}`)
  const completions = client.completions({ after: (await client.status()).eventCursor }, { maxQueue: 3 })
  const seen: string[] = []
  await start(...ids.slice(0, 10))
  seen.push(...ends(await take(completions, 1)))
  // With the queue full nothing is subscribed any more, and so there is no connection.
  while (client.connection.state !== 'closed') await changed(client)
  await start(...ids.slice(10))
  seen.push(...ends(await take(completions, 19)))
  expect(seen).toEqual(ids)
})

/** The cursor of another log. */
function strange(cursor: string): string {
  return cursor.replace(/_.*_/, '_ffffffff_')
}

test('a cursor that the server no longer knows ends the loop with CURSOR_EXPIRED', async () => {
  const { url, start } = await startGreeting()
  await start('a')
  const client = connect({ url })
  const completions = client.completions({ after: strange((await client.status()).eventCursor) })
  await expect(completions.next()).rejects.toMatchObject({ name: 'ClientError', code: 'CURSOR_EXPIRED' })
  expect(await completions.next()).toEqual({ done: true, value: undefined })
})

test('with `onGap` it goes on after the cursor of what was read again', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  const { eventCursor } = await client.status()
  const after = strange(eventCursor)
  await start('a')
  const codes: string[] = []
  const onGap = (error: { readonly code: string }) => {
    codes.push(error.code)
    return eventCursor
  }
  expect(ends(await take(client.completions({ after }, { onGap }), 1))).toEqual(['a'])
  const fromNow = client.completions({ after }, { onGap: () => start('b') })
  expect(ends(await take(fromNow, 1))).toEqual(['b'])
  const fault = new Error('could not read again')
  const failing = client.completions({ after }, { onGap: () => Promise.reject(fault) })
  await expect(failing.next()).rejects.toBe(fault)
  expect(codes).toEqual(['CURSOR_EXPIRED'])
})

test('top-level errors end the loop', async () => {
  const { url } = await startGreeting()
  const client = connect({ url })
  await expect(client.updates({ after: 'nonsense' }).next()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const wrong = client.subscribe('subscription ($after: String) { noSuchField(after: $after) { cursor } }')
  await expect(wrong.next()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('a document that could not go on after a lost connection is refused', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  expect(() => client.subscribe('subscription { recoveryCompleted { cursor } }')).toThrow('$after')
  const { eventCursor } = await client.status()
  await start('a')
  const without = 'subscription ($after: String) { recoveryCompleted(after: $after) { operationId } }'
  await expect(client.subscribe(without, { after: eventCursor }).next()).rejects.toThrow('must select `cursor`')
})

test('documents of one’s own are followed too, whatever their field is called', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  const { eventCursor: after } = await client.status()
  await start('a')
  const own = 'subscription ($after: String) { end: recoveryCompleted(after: $after) { cursor finalState } }'
  expect(await take(client.subscribe(own, { after }), 1)).toMatchObject([{ finalState: 'SUCCESS' }])
  expect(await take(client.subscribe(RecoveryUpdates, { after, states: ['SUCCESS'] }), 1)).toMatchObject([{ operationId: 'a' }])
})

test('an aborted signal ends the loop with its reason, also while the server is away', async () => {
  const { url, stop } = await startGreeting()
  const client = connect({ url })
  const reason = new Error('enough')
  await expect(client.updates({}, { signal: AbortSignal.abort(reason) }).next()).rejects.toBe(reason)
  await stop()
  const controller = new AbortController()
  const next = client.updates({}, { signal: controller.signal }).next()
  controller.abort(reason)
  await expect(next).rejects.toBe(reason)
})

test('leaving the loop or closing the client ends the subscription, and with the last one the connection', async () => {
  const { url, start } = await startGreeting()
  const client = connect({ url })
  const { eventCursor: after } = await client.status()
  await start('a')
  const other = client.breakerUpdates()
  const waiting = other.next()
  for await (const { operationId } of client.completions({ after })) {
    expect(operationId).toBe('a')
    break
  }
  client.close()
  expect(await waiting).toEqual({ done: true, value: undefined })
  while (client.connection.state !== 'closed') await changed(client)
  expect(client.connection).toEqual({ state: 'closed', retryAt: null })
})

test('where there is no WebSocket, subscriptions say what to do, and everything else works', async () => {
  const { url } = await startGreeting()
  vi.stubGlobal('WebSocket', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  const client = connect({ url })
  expect(await client.status()).toMatchObject({ totalOperations: 0 })
  await expect(client.updates().next()).rejects.toThrow('use Node 22, or pass `webSocket` of the ws package')
})
