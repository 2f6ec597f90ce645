import { expect, test } from 'vitest'
import { IdleWatch } from '../../../src/server/limits/idle-watch.ts'
import { FakeClock } from '../../support/fake-clock.ts'

function watch() {
  const clock = new FakeClock()
  const state = { used: false, idle: 0 }
  const idle = new IdleWatch({ clock, timeoutMs: 1000, isUsed: () => state.used, onIdle: () => state.idle++ })
  return { clock, state, idle }
}

test('a silence of the whole time is idle, once', async () => {
  const { clock, state } = watch()
  await clock.advance(999)
  expect(state.idle).toBe(0)
  await clock.advance(1)
  expect(state.idle).toBe(1)
  await clock.advance(5000)
  expect(state.idle).toBe(1)
})

test('whoever says something is not idle', async () => {
  const { clock, state, idle } = watch()
  for (let i = 0; i < 5; i++) {
    await clock.advance(900)
    idle.touch()
  }
  expect(state.idle).toBe(0)
  await clock.advance(1000)
  expect(state.idle).toBe(1)
})

test('a connection that is used may be silent', async () => {
  const { clock, state } = watch()
  state.used = true
  await clock.advance(10_000)
  expect(state.idle).toBe(0)
  state.used = false
  await clock.advance(2000)
  expect(state.idle).toBe(1)
})

test('a watch that was stopped waits for nothing', async () => {
  const { clock, state, idle } = watch()
  idle.stop()
  expect(clock.timers).toBe(0)
  await clock.advance(5000)
  expect(state.idle).toBe(0)
})
