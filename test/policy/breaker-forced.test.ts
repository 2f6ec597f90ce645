import { expect, test } from 'vitest'
import { forceClosed, reset, stateAt, trip } from '../../src/policy/breaker.ts'
import { BAD, breaker, FINE, T0 } from './breaker-world.ts'

test('a breaker that is tripped refuses everything until it is reset', () => {
  const it = breaker({ timeout: '5m' })
  const early = it.ask()
  it.become(trip(it.state, it.now, null))
  it.now += 86_400_000
  expect([it.call(FINE), it.permits(), it.permitsFrom()]).toEqual(['refused', 0, null])
  it.tell(early, BAD)
  expect(it.state.kind).toBe('forced_open')
  it.become(reset(it.state, it.now))
  expect(it.call(FINE)).toBe('closed')
})

test('a breaker that is tripped for a time is probed afterwards', () => {
  const it = breaker({ timeout: 100 })
  it.become(trip(it.state, it.now, it.now + 50))
  expect([it.call(FINE), it.permitsFrom()]).toEqual(['refused', T0 + 50])
  it.now += 50
  expect(it.call(BAD)).toBe('open')
  expect(it.state).toMatchObject({ openings: 1, retryAt: it.now + 100 })
})

test('a breaker that is forced closed permits everything, whatever it comes to', () => {
  const it = breaker({ threshold: 1 })
  it.become(forceClosed(it.state, it.now))
  expect([BAD, BAD].map((result) => it.call(result))).toEqual(['forced_closed', 'forced_closed'])
  expect([it.permits(), it.permitsFrom()]).toEqual([Number.POSITIVE_INFINITY, it.now])
})

test('a breaker that is reset is not opened by calls that were out before', () => {
  const it = breaker({ threshold: 1 })
  const early = it.ask()
  it.become(reset(it.state, it.now))
  it.tell(early, BAD)
  expect(it.state).toMatchObject({ kind: 'closed', failures: 0 })
})

test('a breaker that is forced closed counts, opens, waits and probes as it would, and refuses nothing', () => {
  const it = breaker({ threshold: 2, timeout: '10s' })
  it.become(forceClosed(it.state, it.now))
  it.call(BAD)
  expect(it.beneath()).toMatchObject({ kind: 'closed', failures: 1 })
  it.call(BAD)
  expect(it.beneath()).toMatchObject({ kind: 'open', failures: 2, retryAt: T0 + 10_000 })
  expect(it.permits()).toBe(Number.POSITIVE_INFINITY)
  it.now += 10_000
  expect(it.beneath().kind).toBe('half_open')
  expect([it.call(FINE), it.beneath().kind]).toEqual(['forced_closed', 'closed'])
})

test('calls that it would have refused are permitted, and say nothing to it', () => {
  const it = breaker({ threshold: 1, timeout: '10s' })
  it.become(forceClosed(it.state, it.now))
  it.call(BAD)
  const open = it.beneath()
  expect([it.call(BAD), it.call(FINE)]).toEqual(['forced_closed', 'forced_closed'])
  expect(it.beneath()).toBe(open)
  it.now += 10_000
  const [probe, second] = [it.ask(), it.ask()]
  it.tell(second, BAD)
  expect(it.beneath()).toMatchObject({ kind: 'half_open', inFlight: 1 })
  it.tell(probe, FINE)
  expect(it.beneath().kind).toBe('closed')
})

test('a breaker that is forced open is moved by time, and by the calls that were under way', () => {
  const it = breaker({ threshold: 1, timeout: '10s' })
  it.call(BAD)
  it.now += 10_000
  const probe = it.ask()
  it.become(trip(it.state, it.now, null))
  it.tell(probe, BAD)
  expect(it.beneath()).toMatchObject({ kind: 'open', openings: 2, retryAt: it.now + 10_000 })
  it.now += 10_000
  expect([it.beneath().kind, it.permits()]).toEqual(['half_open', 0])
})

test('whoever forces it twice sees the same beneath', () => {
  const it = breaker({ threshold: 3 })
  it.call(BAD)
  const before = it.state
  it.become(trip(it.state, it.now, null))
  it.become(forceClosed(it.state, it.now))
  it.become(trip(it.state, it.now, it.now + 50))
  expect(it.beneath()).toBe(before)
})

test('after a trip that is over its failures in a row and its growth go on', () => {
  const it = breaker({ threshold: 1, timeout: 100, growth: 3 })
  it.call(BAD)
  it.become(trip(it.state, it.now, it.now + 50))
  it.now += 50
  expect(stateAt(it.state, it.now)).toMatchObject({ kind: 'half_open', openedAt: T0, failures: 1, openings: 1 })
  expect(it.call(BAD)).toBe('open')
  expect(it.state).toMatchObject({ failures: 2, openings: 2, retryAt: it.now + 300 })
})

test('after a trip that is over only a probe decides, whatever was under way', () => {
  const it = breaker({ threshold: 1 })
  const early = it.ask()
  it.become(trip(it.state, it.now, it.now + 50))
  it.now += 50
  it.tell(early, FINE)
  expect([it.permits(), it.ask() === null, it.permits(), it.state.kind]).toEqual([1, false, 0, 'half_open'])
  it.tell(early, BAD)
  expect(it.state.kind).toBe('half_open')
})

test('a trip that is over is what the next one lies over', () => {
  const it = breaker()
  it.become(trip(it.state, it.now, it.now + 50))
  it.now += 50
  it.become(trip(it.state, it.now, null))
  expect(it.beneath()).toMatchObject({ kind: 'half_open', since: it.now, openedAt: T0 })
})

test('a reset forgets it too', () => {
  const it = breaker({ threshold: 1 })
  it.become(forceClosed(it.state, it.now))
  const early = it.ask()
  it.call(BAD)
  it.become(reset(it.state, it.now))
  it.tell(early, BAD)
  expect(it.state).toMatchObject({ kind: 'closed', failures: 0 })
})
