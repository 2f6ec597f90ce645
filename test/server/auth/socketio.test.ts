import { on, once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { bearer, shortLived, startGuarded, TOKENS, WRONG } from './guarded-server.ts'

type Options = Parameters<typeof io>[1]

function open(url: string, options: Options): Socket {
  const socket = io(url, { forceNew: true, reconnection: false, ...options })
  onTestFinished(() => void socket.disconnect())
  return socket
}

/** `connected`, or why not. */
function outcome(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('connected', () => resolve('connected'))
    socket.once('connect_error', (error) => {
      const { data } = error as Error & { readonly data?: { readonly code?: string } }
      resolve(`${data?.code} ${error.message}`)
    })
  })
}

test.each(['polling', 'websocket'])('over %s a socket is let in by its auth or by its headers', async (transport) => {
  const { url } = await startGuarded()
  const transports = [transport]
  expect(await outcome(open(url, { transports, auth: { token: TOKENS.viewer } }))).toBe('connected')
  expect(await outcome(open(url, { transports, auth: bearer(TOKENS.viewer) }))).toBe('connected')
  expect(await outcome(open(url, { transports, extraHeaders: bearer(TOKENS.viewer) }))).toBe('connected')
  expect(await outcome(open(url, { transports }))).toMatch(/^UNAUTHENTICATED This server wants to know who asks/)
})

test.each(WRONG)('%s lets no socket in', async (_what, token) => {
  const { url } = await startGuarded()
  expect(await outcome(open(url, { transports: ['websocket'], auth: { token } }))).toMatch(/^UNAUTHENTICATED The token/)
})

test('sockets are told of what happens, whatever their role', async () => {
  const { url, recovery } = await startGuarded()
  const sockets = (['viewer', 'admin'] as const).map((role) => open(url, { auth: { token: TOKENS[role] } }))
  await Promise.all(sockets.map(outcome))
  const told = sockets.map((socket) => new Promise((resolve) => socket.once('recovery_update', resolve)))
  const { operation } = await recovery.start('greet', 'x')
  for (const update of await Promise.all(told)) expect(update).toMatchObject({ operation_id: operation.id })
})

test('a socket that was not let in is told of nothing', async () => {
  const { url, recovery } = await startGuarded()
  const [inside, outside] = [open(url, { auth: { token: TOKENS.viewer } }), open(url, {})]
  const heard: unknown[] = []
  outside.onAny((...event) => heard.push(event))
  await Promise.all([outcome(inside), outcome(outside)])
  const told = new Promise((resolve) => inside.once('recovery_update', resolve))
  await recovery.start('greet', 'x')
  await told
  expect(heard).toEqual([])
})

test('a socket ends with its token, and one with a new token comes back by itself', async () => {
  const { url, clock } = await startGuarded()
  let token = shortLived()
  const socket = open(url, {
    transports: ['websocket'],
    reconnection: true,
    reconnectionDelay: 1,
    auth: (give) => give({ token }),
  })
  expect(await outcome(socket)).toBe('connected')
  token = TOKENS.viewer
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  const back = new Promise((resolve) => socket.once('connect', () => resolve('back')))
  await clock.advance(5000)
  expect(await gone).toBe('transport close')
  expect(await back).toBe('back')
})

test('one that says too much is disconnected', async () => {
  const { url } = await startGuarded({ messageRate: 2 })
  const socket = open(url, { transports: ['websocket'], auth: { token: TOKENS.viewer } })
  await outcome(socket)
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  for (let i = 0; i < 20; i++) socket.emit('subscribe_recovery', { operation_id: `op_${i}` })
  expect(await gone).toBe('transport close')
})

test('a socket that leaves and joins again and again on one connection leaves nothing behind', async () => {
  const { url, clock } = await startGuarded()
  const connection = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  onTestFinished(() => connection.terminate())
  const frames = on(connection, 'message')
  const until = async (beginning: string) => {
    for (let text = ''; !text.startsWith(beginning); ) text = String((await frames.next()).value)
  }
  const [join, leave, connected] = [`40${JSON.stringify({ token: shortLived() })}`, '41', '42["connected"']
  await until('0')
  connection.send(join)
  await until(connected)
  const { timers } = clock
  for (let i = 0; i < 20; i++) {
    connection.send(leave)
    connection.ping()
    await once(connection, 'pong')
    connection.send(join)
    await until(connected)
  }
  expect(clock.timers).toBe(timers)
})

test('what a socket asks counts as the requests of its caller do', async () => {
  const { url } = await startGuarded({ requestRate: 1 })
  const socket = open(url, { transports: ['websocket'], auth: { token: TOKENS.viewer } })
  await outcome(socket)
  const answers: unknown[] = []
  for (let i = 0; i < 5; i++) answers.push(await socket.emitWithAck('subscribe_recovery', { operation_id: 'op_x' }))
  expect(answers.slice(0, 4)).toEqual(Array(4).fill({ success: false, error: 'Operation not found' }))
  expect(answers[4]).toEqual({ success: false, error: 'Too many requests of this caller; try again in 1 s' })
  const other = await fetch(`${url}/api/recovery/status`, { headers: bearer(TOKENS.viewer) })
  expect(other.status).toBe(429)
})
