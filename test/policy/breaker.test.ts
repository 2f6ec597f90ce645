import { describe, expect, test } from 'vitest'
import { stateAt } from '../../src/policy/breaker.ts'
import { BAD, breaker, FINE, IGNORED, T0 } from './breaker-world.ts'

describe('failures in a row', () => {
  test('open it at the threshold, not before, and a success between them starts the count anew', () => {
    const it = breaker({ threshold: 3 })
    expect([BAD, BAD, FINE, BAD, BAD, BAD, FINE].map((result) => it.call(result))).toEqual([
      ...['closed', 'closed', 'closed', 'closed', 'closed'],
      ...['open', 'refused'],
    ])
    expect(it.state).toMatchObject({ kind: 'open', openedAt: T0, retryAt: T0 + 300_000, openings: 1, failures: 3 })
  })

  test('do not count what says nothing about the health of the other side', () => {
    const it = breaker({ threshold: 2 })
    expect([BAD, IGNORED, IGNORED, BAD].map((result) => it.call(result))).toEqual(['closed', 'closed', 'closed', 'open'])
  })

  test('a success with nothing to forget leaves the very state that was', () => {
    const it = breaker()
    const before = it.state
    it.call(FINE)
    expect(it.state).toBe(before)
  })
})

describe('half open', () => {
  test('begins when the time is over, without a timer, and one success closes it', () => {
    const it = breaker({ threshold: 1, timeout: '10s' })
    it.call(BAD)
    it.now += 9999
    expect([it.call(FINE), it.permits(), it.permitsFrom()]).toEqual(['refused', 0, T0 + 10_000])
    it.now += 1
    expect(stateAt(it.state, it.now)).toMatchObject({ kind: 'half_open', since: T0 + 10_000, openedAt: T0, inFlight: 0 })
    expect([it.permits(), it.permitsFrom()]).toEqual([1, it.now])
    expect(it.call(FINE)).toBe('closed')
    expect(it.permits()).toBe(Number.POSITIVE_INFINITY)
  })

  test('permits as many probes as it may and refuses the next', () => {
    const it = breaker({ threshold: 1, timeout: 1, halfOpen: { probes: 2, successes: 3 } })
    it.call(BAD)
    it.now += 1
    const [first, second] = [it.ask(), it.ask()]
    expect([it.ask(), it.permits()]).toEqual([null, 0])
    it.tell(first, IGNORED)
    expect(it.permits()).toBe(1)
    it.tell(second, FINE)
    expect([it.call(FINE), it.call(FINE)]).toEqual(['half_open', 'closed'])
  })

  test('a failed probe opens it again, and the others that are still out say nothing any more', () => {
    const it = breaker({ threshold: 1, timeout: 100, halfOpen: { probes: 2 } })
    it.call(BAD)
    it.now += 100
    const [first, second] = [it.ask(), it.ask()]
    it.tell(first, BAD)
    it.tell(second, FINE)
    expect(it.state).toMatchObject({ kind: 'open', openedAt: T0 + 100, retryAt: T0 + 200, failures: 2, openings: 2 })
  })

  test('a call from before it opened counts for nothing', () => {
    const it = breaker({ threshold: 1, timeout: 100 })
    const early = it.ask()
    it.call(BAD)
    it.tell(early, FINE)
    expect(it.state.kind).toBe('open')
    it.now += 100
    const probe = it.ask()
    it.tell(early, FINE)
    expect(it.state.kind).toBe('half_open')
    it.tell(probe, FINE)
    expect(it.state.kind).toBe('closed')
  })

  test('a probe that is slow has failed', () => {
    const it = breaker({ threshold: 1, timeout: 100, slowCall: '1s' })
    it.call(BAD)
    it.now += 100
    expect(it.call({ ...FINE, durationMs: 1000 })).toBe('open')
  })
})

describe('the open time', () => {
  test('grows with each opening up to its longest, and is short again after a success', () => {
    const it = breaker({ threshold: 1, timeout: 100, growth: 3, maxTimeout: 500 })
    const waits: number[] = []
    for (const result of [BAD, BAD, BAD, FINE, BAD]) {
      it.call(result)
      if (it.state.kind !== 'open') continue
      waits.push(it.state.retryAt - it.now)
      it.now = it.state.retryAt
    }
    expect(waits).toEqual([100, 300, 500, 100])
  })

  test('is as long as the other side asks for, within its longest', () => {
    const asking = (retryAfterMs: number) => {
      const it = breaker({ threshold: 1, timeout: 100, maxTimeout: 1000 })
      it.call({ ...BAD, retryAfterMs })
      return (it.permitsFrom() ?? Number.NaN) - it.now
    }
    expect([asking(50), asking(700), asking(5000)]).toEqual([100, 700, 1000])
  })
})

describe('rates', () => {
  test('of the last calls open it once there are enough of them', () => {
    const it = breaker({ failureRate: 0.5, window: 4, minimumCalls: 4 })
    expect([BAD, BAD, FINE].map((result) => it.call(result))).toEqual(['closed', 'closed', 'closed'])
    expect(it.call(FINE)).toBe('open')
  })

  test('forget calls that left the window', () => {
    const it = breaker({ failureRate: 0.75, window: 4, minimumCalls: 2 })
    const results = [FINE, BAD, FINE, BAD, FINE, BAD, BAD]
    expect(results.map((result) => it.call(result))).toEqual([...Array(6).fill('closed'), 'open'])
  })

  test('a window of one call is its last call', () => {
    const it = breaker({ failureRate: 1, window: 1 })
    expect([FINE, FINE, BAD].map((result) => it.call(result))).toEqual(['closed', 'closed', 'open'])
  })

  test('of a time forget what is older', () => {
    const it = breaker({ failureRate: 0.5, window: '10s', minimumCalls: 3 })
    it.call(BAD)
    it.call(BAD)
    it.now += 10_000
    expect([FINE, FINE, BAD, BAD].map((result) => it.call(result))).toEqual(['closed', 'closed', 'closed', 'open'])
  })

  test('of a time count what came a moment before, also when the clock stands still or goes back', () => {
    const it = breaker({ failureRate: 1, window: '10s', minimumCalls: 4 })
    it.call(BAD)
    it.now += 5000
    it.call(BAD)
    it.call(BAD)
    it.now -= 3000
    expect(it.call(BAD)).toBe('open')
  })

  test('of slow calls open it although they succeed', () => {
    const it = breaker({ slowCall: '1s', slowCallRate: 0.6, window: 5, minimumCalls: 5 })
    const slow = { ...FINE, durationMs: 1000 }
    expect([slow, FINE, slow, { ...FINE, durationMs: 999 }, slow].map((result) => it.call(result))).toEqual([
      ...Array(4).fill('closed'),
      'open',
    ])
  })

  test('stand beside a threshold when both are asked for', () => {
    const it = breaker({ failureRate: 1, threshold: 2, minimumCalls: 50 })
    expect([BAD, BAD].map((result) => it.call(result))).toEqual(['closed', 'open'])
  })
})
