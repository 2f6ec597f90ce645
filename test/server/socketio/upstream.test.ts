import { expect, test, vi } from 'vitest'
import { CursorExpiredError, type Recovery, StoreUnavailableError } from '../../../src/index.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { connect, startSocketio, story } from './socketio-server.ts'

const RESTART_MS = 1000
const BEGUN_AGAIN = 'The source of the socket events failed and is begun again'

/** Makes the first subscription to operations fail at its nth event, in place of telling it. */
function failAt(recovery: Recovery, nth: number, error: Error): void {
  const watch = recovery.watch.bind(recovery)
  vi.spyOn(recovery, 'watch').mockImplementationOnce((options) => {
    const updates = watch(options)
    const next = updates.next.bind(updates)
    let told = 0
    updates.next = async () => {
      const result = await next()
      if (++told < nth) return result
      await updates.return?.()
      throw error
    }
    return updates
  })
}

async function withServerClock() {
  const serverClock = new FakeClock()
  const server = await startSocketio({}, serverClock)
  server.recovery.define('good', () => 1)
  /** Runs one operation to its end. */
  const run = async (id: string) => {
    await server.recovery.start('good', null, { id })
    await server.clock.advance(0)
  }
  return { ...server, serverClock, run }
}

const WHOLE = ['pending 0', 'in_progress 1', 'success 1', 'success!']

test.each([1, 2, 3, 4])('a subscription that fails at its event %i goes on after the one before, in order', async (nth) => {
  const { recovery, url, warnings, serverClock, run } = await withServerClock()
  failAt(recovery, nth, new StoreUnavailableError('The disk is full'))
  const client = await connect(url)
  await run('first')
  await run('second')
  await expect.poll(() => warnings).toEqual([BEGUN_AGAIN])
  await serverClock.advance(RESTART_MS)
  await run('third')
  await client.until('recovery_completed', 3)
  for (const id of ['first', 'second', 'third']) expect(story(client, id)).toEqual(WHOLE)
  expect(client.received).toHaveLength(1 + 3 * WHOLE.length)
})

test('when the log no longer holds the place, it goes on from the newest', async () => {
  const { recovery, url, serverClock, run } = await withServerClock()
  failAt(recovery, 3, new CursorExpiredError())
  const client = await connect(url)
  await run('lost')
  await client.until('recovery_update', 2)
  await serverClock.advance(RESTART_MS)
  await run('later')
  await client.until('recovery_completed', 1)
  expect(story(client, 'lost')).toEqual(['pending 0', 'in_progress 1'])
  expect(story(client, 'later')).toEqual(WHOLE)
})

test('a store in trouble lets sockets connect, and is asked again until it answers', async () => {
  const { recovery, url, warnings, serverClock, run } = await withServerClock()
  const status = vi.spyOn(recovery, 'status').mockRejectedValue(new StoreUnavailableError('The disk is full'))
  const client = await connect(url)
  expect(await client.socket.emitWithAck('subscribe_recovery', { operation_id: 'nobody' })).toMatchObject({ success: false })
  await serverClock.advance(3 * RESTART_MS)
  // One for the operations and one for the breakers, at once and with each second.
  expect(warnings).toHaveLength(8)
  status.mockRestore()
  await serverClock.advance(RESTART_MS)
  await run('mine')
  await client.until('recovery_completed', 1)
  expect(story(client, 'mine')).toEqual(WHOLE)
})

test('an operation that cannot be read is answered with the reason, nothing internal in it', async () => {
  const { recovery, url } = await withServerClock()
  const { socket } = await connect(url)
  vi.spyOn(recovery, 'operations').mockRejectedValueOnce(new Error('/home/somebody/recovery.db is broken'))
  expect(await socket.emitWithAck('subscribe_recovery', { operation_id: 'x' })).toEqual({
    success: false,
    error: expect.not.stringContaining('recovery.db'),
  })
})

test('a feed that waits to begin again ends with the last socket', async () => {
  const { recovery, url, serverClock } = await withServerClock()
  vi.spyOn(recovery, 'status').mockRejectedValue(new StoreUnavailableError('The disk is full'))
  const before = serverClock.timers
  const { socket } = await connect(url)
  expect(serverClock.timers).toBe(before + 2)
  socket.disconnect()
  await expect.poll(() => serverClock.timers).toBe(before)
})
