import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import { connect, receive, startSocketio, story } from './socketio-server.ts'

const again = () => Promise.reject(Object.assign(new Error('connection reset'), { code: 'ECONNRESET' }))

async function withOneThatWaits() {
  const server = await startSocketio()
  const { recovery, clock } = server
  recovery.define('flaky', (_input, ctx) => (ctx.attempt === 1 ? again() : 1), { initialDelay: '10s', jitter: 0 })
  await recovery.start('flaky', null, { id: 'mine' })
  await clock.advance(0)
  return server
}

test('subscribe_recovery sends the present state to the one who asks, and changes nothing of what comes', async () => {
  const { clock, url } = await withOneThatWaits()
  const asks = await connect(url)
  const listens = await connect(url)
  expect(await asks.socket.emitWithAck('subscribe_recovery', { operation_id: 'mine' })).toEqual({ success: true })
  expect(asks.received.slice(1)).toEqual([
    {
      event: 'recovery_update',
      payload: {
        operation_id: 'mine',
        function_name: 'flaky',
        state: 'recovering',
        attempt: 1,
        max_attempts: 4,
        error: 'connection reset',
        timestamp: '2026-01-01T00:00:00.000Z',
      },
    },
  ])
  await clock.advance(10_000)
  await asks.until('recovery_completed', 1)
  await listens.until('recovery_completed', 1)
  expect(story(asks, 'mine')).toEqual(['recovering 1', 'recovering 2', 'success 2', 'success!'])
  expect(story(listens, 'mine')).toEqual(['recovering 2', 'success 2', 'success!'])
})

test('one that has ended is told as it ended, without a second end', async () => {
  const { clock, url } = await withOneThatWaits()
  await clock.advance(10_000)
  const client = await connect(url)
  client.socket.emit('subscribe_recovery', { operation_id: 'mine' })
  await client.until('recovery_update', 1)
  await client.socket.emitWithAck('subscribe_recovery', { operation_id: 'mine' })
  expect(story(client, 'mine')).toEqual(['success 2', 'success 2'])
})

test('a script may subscribe as soon as it is connected, without waiting for the confirmation', async () => {
  const { url } = await withOneThatWaits()
  const client = receive(io(url, { forceNew: true }))
  client.socket.on('connect', () => client.socket.emit('subscribe_recovery', { operation_id: 'mine' }))
  expect(await client.until('recovery_update', 1)).toMatchObject([{ operation_id: 'mine', state: 'recovering' }])
})

test.each([
  ['an unknown id', { operation_id: 'nobody' }, 'Operation not found'],
  ['an empty id', { operation_id: '' }, 'Send an object with operation_id'],
  ['an id that is too long', { operation_id: 'x'.repeat(256) }, 'Send an object with operation_id'],
  ['a number', { operation_id: 5 }, 'Send an object with operation_id'],
  ['an id in an array', { operation_id: ['mine'] }, 'Send an object with operation_id'],
  ['no id', {}, 'Send an object with operation_id'],
  ['an array', ['mine'], 'Send an object with operation_id'],
  ['a text', 'mine', 'Send an object with operation_id'],
  ['null', null, 'Send an object with operation_id'],
  ['bytes', Buffer.from('mine'), 'Send an object with operation_id'],
])('%s is answered with an error, and the socket goes on', async (_name, payload, error) => {
  const { url } = await withOneThatWaits()
  const { socket, received } = await connect(url)
  expect(await socket.emitWithAck('subscribe_recovery', payload)).toEqual({
    success: false,
    error: expect.stringContaining(error),
  })
  socket.emit('subscribe_recovery', payload)
  expect(await socket.emitWithAck('subscribe_recovery', { operation_id: 'mine' })).toEqual({ success: true })
  expect(received.map(({ event }) => event)).toEqual(['connected', 'recovery_update'])
})

test.each(['quote"', 'slash/../..', 'nul\0', '__proto__', 'constructor', '𝕦nicode'])(
  'an id such as %j is looked up as it is',
  async (id) => {
    const { url } = await withOneThatWaits()
    const { socket } = await connect(url)
    expect(await socket.emitWithAck('subscribe_recovery', { operation_id: id })).toEqual({
      success: false,
      error: 'Operation not found',
    })
  },
)

test.each(['subscribe_project', 'subscribe_logs', 'unsubscribe_logs', 'join_project', 'leave_project', 'recovery_status'])(
  '%s of the old system is answered honestly, and sends nothing',
  async (event) => {
    const { url } = await startSocketio()
    const { socket, received } = await connect(url)
    const answer = await socket.emitWithAck(event, { project_id: 'p', operation_id: 'o', status: 'x' })
    expect(answer).toEqual({ success: false, error: expect.stringMatching(/^(This server|The server)/) })
    socket.emit(event, { project_id: 'p' })
    await socket.emitWithAck(event)
    expect(received.map((one) => one.event)).toEqual(['connected'])
  },
)
