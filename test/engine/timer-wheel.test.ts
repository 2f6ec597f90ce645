import { expect, test } from 'vitest'
import { ProcessHold } from '../../src/engine/system.ts'
import { TimerWheel } from '../../src/engine/wrapping/timer-wheel.ts'
import { FakeClock } from '../support/fake-clock.ts'

function testWheel() {
  const clock = new FakeClock()
  const startedAt = clock.now()
  const rung: [string, number][] = []
  const wheel = new TimerWheel(clock, new ProcessHold())
  return {
    clock,
    rung,
    wheel,
    set: (ms: number, name: string) => wheel.set(ms, () => rung.push([name, clock.now() - startedAt])),
  }
}

test('each rings once, at its own time, whatever its length', async () => {
  const { clock, rung, set } = testWheel()
  set(300, 'c')
  set(100, 'a')
  await clock.advance(50)
  set(100, 'b')
  set(0, 'at once')
  await clock.advance(1000)

  expect(rung).toEqual([
    ['at once', 50],
    ['a', 100],
    ['b', 150],
    ['c', 300],
  ])
})

test('one that is cancelled, first, last or in the middle, does not ring, and the others do', async () => {
  const { clock, rung, set } = testWheel()
  const timers = ['a', 'b', 'c', 'd', 'e'].map((name) => set(100, name))
  for (const index of [0, 2, 4, 2]) timers[index]?.cancel()
  await clock.advance(1000)

  expect(rung.map(([name]) => name)).toEqual(['b', 'd'])
})

test('however many are set, those of one length share one timer, which is gone when nobody waits', async () => {
  const { clock, set } = testWheel()
  const timers = Array.from({ length: 1000 }, () => set(100, 'x'))
  expect(clock.timers).toBe(1)
  for (const timer of timers) timer.cancel()
  await clock.advance(100)

  expect(clock.timers).toBe(0)
})

test('one may set another as it rings', async () => {
  const { clock, rung, wheel, set } = testWheel()
  wheel.set(100, () => set(100, 'second'))
  await clock.advance(200)

  expect(rung).toEqual([['second', 200]])
})
