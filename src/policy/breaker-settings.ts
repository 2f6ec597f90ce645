import type { Duration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import type { WindowSettings } from './breaker-window.ts'
import { between, inRange, positiveDuration } from './checks.ts'
import { optionNames, refuseUnknown } from './known-options.ts'

/** When a circuit breaker opens and how it closes again; absent options take the defaults. */
export interface CircuitBreakerOptions {
  /**
   * Functions of one scope share one breaker, and must agree on it. 1 to 255 characters. Default: the function's name.
   *
   * A function of the input instead names what of the world this call goes to, such as a host, and each has a breaker of its
   * own: `name:host`. Inputs for which it throws or answers no text share that of the function's name, as do all once 1,000
   * others remember failures. Not for wrapped functions.
   */
  readonly scope?: string | ((input: never) => unknown)
  /**
   * Failures in a row that open it, 1 to 10,000. Default 5; when only a rate is asked for (`failureRate`, `slowCall`),
   * no number of failures in a row does.
   */
  readonly threshold?: number
  /** How long it stays open before it permits a probe, at least 1 ms. Default 5 min. */
  readonly timeout?: Duration
  /** Opens when this part of the calls in the window failed: over 0, at most 1. */
  readonly failureRate?: number
  /** What rates are taken over: that many last calls (1 to 1000), or the calls of a time, as text such as `'30s'`. Default 100 calls. */
  readonly window?: number | string
  /** With fewer calls in the window no rate opens it, 1 to 10,000. Default 10, or the window's size when that is less. */
  readonly minimumCalls?: number
  /** A call that takes at least this long is slow, at least 1 ms; a slow probe counts as failed. */
  readonly slowCall?: Duration
  /** Opens when this part of the calls in the window were slow: over 0, at most 1. Default 0.5 with a `slowCall`. */
  readonly slowCallRate?: number
  /** How many probes run at once while it is half open, and how many must succeed to close it: 1 to 1000. Default 1 and 1. */
  readonly halfOpen?: { readonly probes?: number; readonly successes?: number }
  /** By what the open time grows each time that its probes fail, 1 to 100. Default 1: not at all. */
  readonly growth?: number
  /** No growth and no Retry-After keeps it open for longer. Default 1 h, or `timeout` when that is more. */
  readonly maxTimeout?: Duration
  /** What a refused operation does: it waits for the breaker (the default), or fails. */
  readonly whenOpen?: WhenOpen
}

export type WhenOpen = 'wait' | 'fail'

/** How a breaker behaves, checked and complete. Immutable. */
export interface BreakerSettings {
  readonly threshold: number | null
  readonly timeoutMs: number
  readonly failureRate: number | null
  /** Null when no rate is asked for. */
  readonly window: WindowSettings | null
  readonly minimumCalls: number
  readonly slowCallMs: number | null
  readonly slowCallRate: number | null
  readonly probes: number
  readonly successes: number
  readonly growth: number
  readonly maxTimeoutMs: number
}

/** A function's part in a breaker. Functions that share a scope share its settings. */
export interface BreakerPolicy {
  /** Null: the function's name. */
  readonly scope: string | null
  /** Names the scope of an input; null: all inputs have the same. */
  readonly scopeOf: ((input: never) => unknown) | null
  readonly whenOpen: WhenOpen
  readonly settings: BreakerSettings
}

const HOUR_MS = 3_600_000
const MAX_CALLS = 10_000
const MAX_WINDOW = 1000
const DEFAULT_WINDOW: WindowSettings = { kind: 'calls', size: 100 }
const DEFAULT_MINIMUM = 10
const DEFAULT_SLOW_RATE = 0.5
const MAX_SCOPE = 255

const OPTIONS = optionNames<CircuitBreakerOptions>({
  scope: true,
  threshold: true,
  timeout: true,
  failureRate: true,
  window: true,
  minimumCalls: true,
  slowCall: true,
  slowCallRate: true,
  halfOpen: true,
  growth: true,
  maxTimeout: true,
  whenOpen: true,
})
const HALF_OPEN_OPTIONS = optionNames<NonNullable<CircuitBreakerOptions['halfOpen']>>({ probes: true, successes: true })

/** 5 failures in a row open it for 5 minutes; then one probe decides. */
export const DEFAULT_BREAKER: BreakerPolicy = {
  scope: null,
  scopeOf: null,
  whenOpen: 'wait',
  settings: {
    threshold: 5,
    timeoutMs: 300_000,
    failureRate: null,
    window: null,
    minimumCalls: DEFAULT_MINIMUM,
    slowCallMs: null,
    slowCallRate: null,
    probes: 1,
    successes: 1,
    growth: 1,
    maxTimeoutMs: HOUR_MS,
  },
}

/**
 * The breaker that `options` describe over `defaults`; null for none.
 *
 * @throws InvalidInputError naming the first option that cannot be used
 */
export function resolveBreaker(
  options: CircuitBreakerOptions | false | undefined,
  defaults: BreakerPolicy | null,
): BreakerPolicy | null {
  if (options === undefined) return defaults
  if (options === false) return null
  if (typeof options !== 'object' || options === null) throw refused('circuitBreaker', 'is false or an object of options')
  refuseUnknown(options, OPTIONS, 'circuitBreaker')
  if (options.halfOpen !== undefined) refuseUnknown(options.halfOpen, HALF_OPEN_OPTIONS, 'circuitBreaker.halfOpen')
  const base = defaults ?? DEFAULT_BREAKER
  return {
    ...scopeOf(options.scope, base),
    whenOpen: options.whenOpen === undefined ? base.whenOpen : checkWhenOpen(options.whenOpen),
    settings: resolveSettings(options, base.settings),
  }
}

/** Whether two functions want the same of the breaker they share. */
export function isSame(a: BreakerSettings, b: BreakerSettings): boolean {
  const { window: windowA, ...restA } = a
  const { window: windowB, ...restB } = b
  const sameWindow = windowA?.kind === windowB?.kind && lengthOf(windowA) === lengthOf(windowB)
  return sameWindow && Object.entries(restA).every(([name, value]) => restB[name as keyof typeof restB] === value)
}

function lengthOf(window: WindowSettings | null): number {
  if (window === null) return 0
  return window.kind === 'calls' ? window.size : window.lengthMs
}

function resolveSettings(options: CircuitBreakerOptions, base: BreakerSettings): BreakerSettings {
  const { timeout, growth, halfOpen = {} } = options
  const timeoutMs = positiveDuration(timeout, 'circuitBreaker.timeout', base.timeoutMs)
  return {
    ...resolveTriggers(options, base),
    timeoutMs,
    probes: inRange(halfOpen.probes, 'circuitBreaker.halfOpen.probes', 1, 1000, base.probes),
    successes: inRange(halfOpen.successes, 'circuitBreaker.halfOpen.successes', 1, 1000, base.successes),
    growth: between(growth, 'circuitBreaker.growth', 1, 100, base.growth),
    maxTimeoutMs: longest(options.maxTimeout, timeoutMs, base.maxTimeoutMs),
  }
}

function longest(stated: Duration | undefined, timeoutMs: number, fallback: number): number {
  if (stated === undefined) return Math.max(timeoutMs, fallback)
  const ms = positiveDuration(stated, 'circuitBreaker.maxTimeout', fallback)
  if (ms < timeoutMs) throw refused('circuitBreaker.maxTimeout', `(${ms} ms) is below timeout (${timeoutMs} ms)`)
  return ms
}

type Triggers = Pick<BreakerSettings, 'threshold' | 'failureRate' | 'window' | 'minimumCalls' | 'slowCallMs' | 'slowCallRate'>

function resolveTriggers(options: CircuitBreakerOptions, base: BreakerSettings): Triggers {
  const failureRate = rate(options.failureRate, 'circuitBreaker.failureRate', base.failureRate)
  const slowCallMs = positiveDuration(options.slowCall, 'circuitBreaker.slowCall', base.slowCallMs)
  const slowCallRate = rate(options.slowCallRate, 'circuitBreaker.slowCallRate', base.slowCallRate)
  if (slowCallRate !== null && slowCallMs === null) {
    throw refused('circuitBreaker.slowCallRate', 'needs slowCall: say from how long on a call is slow')
  }
  const rates = failureRate !== null || slowCallMs !== null
  if (!rates && options.window !== undefined) throw refused('circuitBreaker.window', 'needs a failureRate or a slowCall')
  const window = rates ? windowOf(options.window, base.window ?? DEFAULT_WINDOW) : null
  const onlyRates = options.failureRate !== undefined || options.slowCall !== undefined
  return {
    threshold: thresholdOf(options.threshold, onlyRates ? null : base.threshold),
    failureRate,
    window,
    minimumCalls: minimumOf(options.minimumCalls, window, base.minimumCalls),
    slowCallMs,
    slowCallRate: slowCallMs === null ? null : (slowCallRate ?? DEFAULT_SLOW_RATE),
  }
}

function thresholdOf(value: number | undefined, fallback: number | null): number | null {
  return value === undefined ? fallback : inRange(value, 'circuitBreaker.threshold', 1, MAX_CALLS, 1)
}

function rate(value: number | undefined, name: string, fallback: number | null): number | null {
  if (value === undefined) return fallback
  if (value === 0) throw refused(name, 'is 0, which every call reaches; use more than 0, at most 1')
  return between(value, name, 0, 1, 1)
}

function windowOf(value: number | string | undefined, fallback: WindowSettings): WindowSettings {
  if (value === undefined) return fallback
  if (typeof value === 'string') return { kind: 'time', lengthMs: positiveDuration(value, 'circuitBreaker.window', 1) }
  return { kind: 'calls', size: inRange(value, 'circuitBreaker.window', 1, MAX_WINDOW, MAX_WINDOW) }
}

function minimumOf(value: number | undefined, window: WindowSettings | null, fallback: number): number {
  const most = window?.kind === 'calls' ? window.size : MAX_CALLS
  return inRange(value, 'circuitBreaker.minimumCalls', 1, most, Math.min(most, fallback))
}

function scopeOf(option: CircuitBreakerOptions['scope'], base: BreakerPolicy): Pick<BreakerPolicy, 'scope' | 'scopeOf'> {
  if (option === undefined) return { scope: base.scope, scopeOf: base.scopeOf }
  return typeof option === 'function' ? { scope: null, scopeOf: option } : { scope: checkScope(option), scopeOf: null }
}

function checkScope(scope: unknown): string {
  if (typeof scope === 'string' && scope.length > 0 && scope.length <= MAX_SCOPE && scope.isWellFormed()) return scope
  throw refused('circuitBreaker.scope', `is a well-formed text of 1 to ${MAX_SCOPE} characters`)
}

function checkWhenOpen(whenOpen: unknown): WhenOpen {
  if (whenOpen === 'wait' || whenOpen === 'fail') return whenOpen
  throw refused('circuitBreaker.whenOpen', `is ${String(whenOpen)}; use "wait" or "fail"`)
}

function refused(field: string, why: string): InvalidInputError {
  return new InvalidInputError(`${field} ${why}`, { field })
}
