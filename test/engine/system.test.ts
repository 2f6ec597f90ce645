import { expect, test } from 'vitest'
import { createNewId, createSystemClock } from '../../src/engine/system.ts'
import { FakeClock } from '../support/fake-clock.ts'

function movableClock() {
  const time = { wall: 1_000_000, counter: 0 }
  const clock = createSystemClock({ wall: () => time.wall, counter: () => time.counter })
  const pass = (ms: number) => {
    time.wall += ms
    time.counter += ms
  }
  return { time, clock, pass }
}

test('a wall clock that is set back does not take the clock with it', () => {
  const { time, clock, pass } = movableClock()
  pass(5000)
  const before = clock.now()
  time.wall -= 3_600_000
  pass(1000)

  expect(clock.now()).toBe(before + 1000)
})

test('a wall clock that is set ahead, as after a sleep of the machine, is followed', () => {
  const { time, clock, pass } = movableClock()
  time.wall += 3_600_000
  time.counter += 1
  expect(clock.now()).toBe(1_000_000 + 3_600_000)
  pass(10)

  expect(clock.now()).toBe(1_000_000 + 3_600_010)
})

test('the small corrections of a wall clock do not disturb it', () => {
  const { time, clock, pass } = movableClock()
  time.wall += 900
  pass(100)

  expect(clock.now()).toBe(1_000_100)
})

test('a timer fires once, and not after it was cancelled', async () => {
  const clock = createSystemClock()
  const fired: string[] = []
  const cancelled = clock.timer(0, () => fired.push('cancelled'))
  cancelled.cancel()
  await new Promise<void>((resolve) => {
    const keepAlive = setTimeout(resolve, 1000)
    clock.timer(1, () => {
      fired.push('fired')
      clearTimeout(keepAlive)
      resolve()
    })
  })

  expect(fired).toEqual(['fired'])
})

test('ids rise, never repeat, and outlast a burst within one millisecond', () => {
  const clock = new FakeClock()
  const newId = createNewId(clock)
  const ids = Array.from({ length: 20_000 }, () => newId('op'))

  expect(new Set(ids).size).toBe(20_000)
  expect([...ids].sort()).toEqual(ids)
  expect(ids.every((id) => /^op_[0-9a-hjkmnp-tv-z]{26}$/.test(id))).toBe(true)
})
