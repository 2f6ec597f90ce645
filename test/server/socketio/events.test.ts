import { expect, test, vi } from 'vitest'
import type { Recovery } from '../../../src/index.ts'
import { gate } from '../../support/engine.ts'
import { connect, type Received, startSocketio, story, TRANSPORTS } from './socketio-server.ts'

const again = () => Promise.reject(Object.assign(new Error('connection reset'), { code: 'ECONNRESET' }))
const STEADY = { initialDelay: '1s', jitter: 0 } as const

/** The subscriptions that were begun and have not ended. */
function followers(recovery: Recovery) {
  let [begun, open] = [0, 0]
  const watch = recovery.watch.bind(recovery)
  vi.spyOn(recovery, 'watch').mockImplementation((options) => {
    const updates = watch(options)
    const end = updates.return?.bind(updates)
    begun++
    open++
    updates.return = async () => {
      open--
      return (await end?.()) as never
    }
    return updates
  })
  return { begun: () => begun, open: () => open }
}

test('a failure after the first changes no state and is told with the next attempt', async () => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('broken', again, { ...STEADY, maxRetries: 2 })
  const client = await connect(url)
  await recovery.start('broken', null, { id: 'mine' })
  await clock.advance(60_000)
  await client.until('recovery_completed', 1)
  expect(story(client, 'mine')).toEqual([
    'pending 0',
    'in_progress 1',
    'recovering 1',
    'recovering 2',
    'recovering 3',
    'exhausted 3',
    'exhausted!',
  ])
})

test('an operation that is retried after its end ends again, once', async () => {
  const { recovery, clock, url } = await startSocketio()
  const world = { well: false }
  recovery.define('mended', () => (world.well ? 1 : again()), { maxRetries: 0 })
  const client = await connect(url)
  await recovery.start('mended', null, { id: 'mine' })
  await clock.advance(0)
  world.well = true
  await recovery.retry('mine')
  await clock.advance(1000)
  await client.until('recovery_completed', 2)
  expect(story(client, 'mine')).toEqual([
    'pending 0',
    'in_progress 1',
    'exhausted 1',
    'exhausted!',
    'recovering 0',
    'recovering 1',
    'success 1',
    'success!',
  ])
})

test('pausing and resuming are told, progress and waiting for a breaker are not', async () => {
  const { recovery, clock, url } = await startSocketio()
  const end = gate()
  recovery.define('work', async (_input, ctx) => {
    ctx.progress({ fraction: 0.5 })
    await end.opened
  })
  const client = await connect(url)
  await recovery.start('work', null, { id: 'later', runAt: new Date('2027-01-01') })
  await recovery.pause('later')
  await recovery.resume('later')
  await recovery.breakers.trip('work')
  await recovery.start('work', null, { id: 'blocked' })
  await clock.advance(1000)
  await recovery.breakers.reset('work')
  await clock.advance(5000)
  end.open()
  await clock.advance(0)
  await client.until('recovery_completed', 1)
  expect(story(client, 'later')).toEqual(['pending 0', 'paused 0', 'pending 0'])
  expect(story(client, 'blocked')).toEqual(['pending 0', 'in_progress 1', 'success 1', 'success!'])
})

test('every socket is told everything in the same order, over whichever transport', async () => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('flaky', (_input, ctx) => (ctx.attempt === 1 ? again() : 1), { ...STEADY, circuitBreaker: false })
  const clients = await Promise.all(
    [...TRANSPORTS.map((transport) => [transport]), [...TRANSPORTS]].map((transports) => connect(url, { transports })),
  )
  const count = 300
  await Promise.all(Array.from({ length: count }, (_, n) => recovery.start('flaky', null, { id: `op ${n}` })))
  await clock.advance(60_000)
  const told: Received[][] = []
  for (const client of clients) {
    await client.until('recovery_completed', count)
    told.push(client.received.slice(1))
  }
  expect(told[0]).toHaveLength(count * 6)
  for (const other of told.slice(1)) expect(other).toEqual(told[0])
  for (const client of clients) {
    expect(story(client, 'op 7')).toEqual(['pending 0', 'in_progress 1', 'recovering 1', 'recovering 2', 'success 2', 'success!'])
  }
})

test('all sockets share one subscription, which ends with the last of them and begins with the next', async () => {
  const { recovery, clock, url } = await startSocketio()
  recovery.define('good', () => 1)
  const { begun, open } = followers(recovery)
  expect(begun()).toBe(0)
  const clients = await Promise.all(Array.from({ length: 5 }, () => connect(url)))
  expect([begun(), open()]).toEqual([1, 1])
  for (const { socket } of clients) socket.disconnect()
  await expect.poll(open).toBe(0)
  const client = await connect(url)
  expect([begun(), open()]).toEqual([2, 1])
  await recovery.start('good', null, { id: 'mine' })
  await clock.advance(0)
  await client.until('recovery_completed', 1)
  expect(story(client, 'mine')).toEqual(['pending 0', 'in_progress 1', 'success 1', 'success!'])
})
