import { expect, test } from 'vitest'
import type { Recovery } from '../../src/index.ts'
import { gate } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { lives, startMany, statesOf, TOUCHY, world } from './breaker-world.ts'

test('after a restart breakers stay open, keep their id and their trips, and probe when their time is over', async () => {
  const { clock, live } = await lives()
  let control = { well: false, calls: 0 }
  const first = await live((recovery) => (control = world(recovery).control))
  await startMany(first, clock, 2)
  const ids = await startMany(first, clock, 3)
  const known = first.breakers.find('call')
  await first.stop()

  await clock.advance(4000)
  const second = await live((recovery) => (control = world(recovery).control))
  expect(second.breakers.find('call')).toEqual(known)
  expect(known?.id).toMatch(/^cb_/)
  const waiting = await second.operations(ids)
  expect(waiting.map((one) => second.breakers.nextAttemptAt(one))).toEqual(Array(3).fill(clock.now() + 6000))
  control.well = true
  await clock.advance(5999)
  expect(control.calls).toBe(0)
  await clock.advance(1001)
  expect(await statesOf(second, ids)).toEqual(['success', 'success', 'success'])
})

test('after a restart breakers do not stay open for longer than their time when the clock was set back', async () => {
  const { clock, live } = await lives()
  const first = await live((recovery) => world(recovery))
  await startMany(first, clock, 2)
  await first.stop()

  const earlier = new FakeClock(clock.now() - 86_400_000)
  const second = await live((recovery) => world(recovery), earlier)
  expect(second.breakers.find('call')).toMatchObject({ state: 'open', retryAt: earlier.now() + 10_000 })
})

test('after a restart breakers lose no probe to a crash: the next life sends its own', async () => {
  const { clock, live } = await lives()
  const end = gate()
  let well = false
  const define = (recovery: Recovery) =>
    void recovery.define('call', () => (well ? end.opened : Promise.reject(new Error('down'))), TOUCHY)
  const first = await live(define)
  await startMany(first, clock, 2)
  await startMany(first, clock, 2)
  well = true
  await clock.advance(10_000)
  expect(first.breakers.find('call')?.state).toBe('half_open')
  const stopping = first.stop({ timeoutMs: 1 })
  await clock.advance(50_000)
  await stopping

  const second = await live(define)
  end.open()
  await clock.advance(30_000)
  expect(second.breakers.find('call')).toMatchObject({ state: 'closed' })
  expect(await second.count({ states: ['success'] })).toBe(2)
})

test('after a restart breakers remember failures in a row, and a person who tripped them', async () => {
  const { clock, live } = await lives()
  const define = (recovery: Recovery) => {
    world(recovery, TOUCHY, 'a')
    world(recovery, TOUCHY, 'b')
    world(recovery, TOUCHY, 'c')
  }
  const first = await live(define)
  await startMany(first, clock, 1, 'a')
  await first.breakers.trip('b', { for: '1h' })
  await first.breakers.forceClosed('c')
  const known = first.breakers.list()
  await first.stop()
  const second = await live(define)

  expect(second.breakers.list()).toEqual(known)
  expect(known).toMatchObject([{ failureCount: 1 }, { state: 'open', forced: true }, { state: 'closed', forced: true }])
})

test('after a restart breakers let go of what they held once their function has none any more', async () => {
  const { clock, live } = await lives()
  const first = await live((recovery) => world(recovery))
  await first.breakers.trip('call')
  const ids = await startMany(first, clock, 3)
  await first.stop()
  const second = await live((recovery) => {
    world(recovery, { circuitBreaker: false }).control.well = true
  })
  await clock.advance(1000)

  expect(await statesOf(second, ids)).toEqual(['success', 'success', 'success'])
})

test('after a restart breakers take up what waits for a function that is defined late', async () => {
  const { clock, live } = await lives()
  const first = await live((recovery) => world(recovery))
  await startMany(first, clock, 2)
  const ids = await startMany(first, clock, 2)
  await first.stop()
  const second = await live(() => undefined)
  await clock.advance(60_000)
  world(second).control.well = true
  await clock.advance(1000)

  expect(second.breakers.find('call')).toMatchObject({ state: 'closed', trips: 1 })
  expect(await statesOf(second, ids)).toEqual(['success', 'success'])
})
