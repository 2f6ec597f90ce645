import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/operation/errors.ts'
import { type CircuitBreakerOptions, DEFAULT_BREAKER, isSame, resolveBreaker } from '../../src/policy/breaker-settings.ts'
import { countCalls, EMPTY_WINDOW, record, slide } from '../../src/policy/breaker-window.ts'
import { LIBRARY_DEFAULTS, resolvePolicy } from '../../src/policy/policy.ts'

function settingsOf(options: CircuitBreakerOptions) {
  return resolveBreaker(options, DEFAULT_BREAKER)?.settings
}

test('a function has a breaker of 5 failures and 5 minutes unless it says otherwise', () => {
  expect(resolvePolicy({}, LIBRARY_DEFAULTS).breaker).toEqual(DEFAULT_BREAKER)
  expect(DEFAULT_BREAKER).toMatchObject({ scope: null, whenOpen: 'wait', settings: { threshold: 5, timeoutMs: 300_000 } })
  expect(resolvePolicy({ circuitBreaker: false }, LIBRARY_DEFAULTS).breaker).toBeNull()
})

test('a function may have one although the defaults say none', () => {
  const none = resolvePolicy({ circuitBreaker: false }, LIBRARY_DEFAULTS)
  expect(resolvePolicy({}, none).breaker).toBeNull()
  expect(resolvePolicy({ circuitBreaker: { threshold: 2 } }, none).breaker).toEqual({
    ...DEFAULT_BREAKER,
    settings: { ...DEFAULT_BREAKER.settings, threshold: 2 },
  })
})

test('a scope is a text or a function of the input, and the one that is said last counts', () => {
  const scope = () => 'a.test'
  const byInput = resolveBreaker({ scope }, { ...DEFAULT_BREAKER, scope: 'api' })
  expect(byInput).toEqual({ ...DEFAULT_BREAKER, scopeOf: scope })
  expect(resolveBreaker({ threshold: 2 }, byInput)).toMatchObject({ scope: null, scopeOf: scope })
  expect(resolveBreaker({ scope: 'api' }, byInput)).toEqual({ ...DEFAULT_BREAKER, scope: 'api' })
})

test('every option is taken over', () => {
  expect(
    resolveBreaker(
      {
        scope: 'api',
        threshold: 7,
        timeout: '1m',
        failureRate: 0.5,
        window: '30s',
        minimumCalls: 20,
        slowCall: '2s',
        slowCallRate: 0.9,
        halfOpen: { probes: 2, successes: 3 },
        growth: 2,
        maxTimeout: '10m',
        whenOpen: 'fail',
      },
      DEFAULT_BREAKER,
    ),
  ).toEqual({
    scope: 'api',
    scopeOf: null,
    whenOpen: 'fail',
    settings: {
      threshold: 7,
      timeoutMs: 60_000,
      failureRate: 0.5,
      window: { kind: 'time', lengthMs: 30_000 },
      minimumCalls: 20,
      slowCallMs: 2000,
      slowCallRate: 0.9,
      probes: 2,
      successes: 3,
      growth: 2,
      maxTimeoutMs: 600_000,
    },
  })
})

test('who asks for a rate alone is not bound by failures in a row, and gets a window of 100 calls', () => {
  expect(settingsOf({ failureRate: 0.5 })).toMatchObject({
    threshold: null,
    window: { kind: 'calls', size: 100 },
    minimumCalls: 10,
    slowCallRate: null,
  })
  expect(settingsOf({ slowCall: '1s' })).toMatchObject({ threshold: null, slowCallMs: 1000, slowCallRate: 0.5 })
  expect(settingsOf({ failureRate: 0.5, window: 4 })).toMatchObject({ minimumCalls: 4 })
})

test('the longest open time is never shorter than the usual one', () => {
  expect(settingsOf({ timeout: '2h' })?.maxTimeoutMs).toBe(7_200_000)
})

const BAD: readonly (readonly [string, unknown])[] = [
  ['circuitBreaker', true],
  ['circuitBreaker', null],
  ['circuitBreaker.scope', { scope: '' }],
  ['circuitBreaker.scope', { scope: 'x'.repeat(256) }],
  ['circuitBreaker.scope', { scope: '\ud800' }],
  ['circuitBreaker.threshold', { threshold: 0 }],
  ['circuitBreaker.threshold', { threshold: 1.5 }],
  ['circuitBreaker.threshold', { threshold: Number.NaN }],
  ['circuitBreaker.timeout', { timeout: 0 }],
  ['circuitBreaker.timeout', { timeout: 'soon' }],
  ['circuitBreaker.timeout', { timeout: -1 }],
  ['circuitBreaker.failureRate', { failureRate: 0 }],
  ['circuitBreaker.failureRate', { failureRate: 1.1 }],
  ['circuitBreaker.window', { window: 10 }],
  ['circuitBreaker.window', { failureRate: 0.5, window: 0 }],
  ['circuitBreaker.window', { failureRate: 0.5, window: '0s' }],
  ['circuitBreaker.minimumCalls', { failureRate: 0.5, window: 5, minimumCalls: 6 }],
  ['circuitBreaker.slowCall', { slowCall: 0 }],
  ['circuitBreaker.slowCallRate', { slowCallRate: 0.5 }],
  ['circuitBreaker.slowCallRate', { slowCall: '1s', slowCallRate: 0 }],
  ['circuitBreaker.halfOpen.probes', { halfOpen: { probes: 0 } }],
  ['circuitBreaker.halfOpen.successes', { halfOpen: { successes: -1 } }],
  ['circuitBreaker.growth', { growth: 0.5 }],
  ['circuitBreaker.maxTimeout', { timeout: '10s', maxTimeout: '9s' }],
  ['circuitBreaker.whenOpen', { whenOpen: 'later' }],
]

test.each(BAD)('a bad %s is refused by its name: %j', (field, options) => {
  const resolve = () => resolveBreaker(options as CircuitBreakerOptions, DEFAULT_BREAKER)
  expect(resolve).toThrow(InvalidInputError)
  expect(resolve).toThrow(expect.objectContaining({ field, message: expect.stringContaining(field) }))
})

test('functions want the same of a breaker when every option is the same', () => {
  const settings = (options: CircuitBreakerOptions) =>
    resolveBreaker(options, DEFAULT_BREAKER)?.settings ?? DEFAULT_BREAKER.settings
  const rated = { failureRate: 0.5, window: 20 }
  expect(isSame(settings({}), settings({ threshold: 5, whenOpen: 'fail', scope: 'api' }))).toBe(true)
  expect(isSame(settings(rated), settings(rated))).toBe(true)
  expect(isSame(settings({}), settings({ threshold: 6 }))).toBe(false)
  expect(isSame(settings(rated), settings({ ...rated, window: 21 }))).toBe(false)
  expect(isSame(settings(rated), settings({ ...rated, window: '20ms' }))).toBe(false)
  const timed = { ...rated, window: '20ms' }
  expect(isSame(settings(timed), settings(timed))).toBe(true)
  expect(isSame(settings(timed), settings({ ...rated, window: '30ms' }))).toBe(false)
})

test('a window of a time slides, one of calls does not', () => {
  const time = { kind: 'time', lengthMs: 100 } as const
  const calls = { kind: 'calls', size: 3 } as const
  const bad = { failed: true, slow: true }
  const filled = record(record(EMPTY_WINDOW, time, bad, 1000), time, { failed: false, slow: false }, 1005)
  expect(countCalls(filled)).toEqual({ calls: 2, failures: 1, slow: 1 })
  expect(filled).toHaveLength(1)
  expect(slide(filled, time, 1099)).toEqual(filled)
  expect(slide(filled, time, 1100)).toEqual([])
  expect(slide(record(EMPTY_WINDOW, calls, bad, 0), calls, 1e9)).toHaveLength(1)
})
