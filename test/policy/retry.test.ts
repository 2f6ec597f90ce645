import { expect, test } from 'vitest'
import type { OperationError } from '../../src/operation/operation-error.ts'
import { custom } from '../../src/policy/custom.ts'
import { exponential } from '../../src/policy/exponential.ts'
import { LIBRARY_DEFAULTS, type PolicyOptions, resolvePolicy } from '../../src/policy/policy.ts'
import { decideRetry, waitBefore } from '../../src/policy/retry.ts'
import { ERROR, FATAL } from '../operation/situations.ts'
import { input } from './inputs.ts'

const UNKNOWN: OperationError = { ...ERROR, category: 'unknown', subcategory: 'unknown' }
const PLAIN = { initialDelay: '1s', maxDelay: '10s', jitter: 'none', maxRetries: 100 } as const

function decide(options: PolicyOptions, error: OperationError, failures = 1, maxAttempts = 1000) {
  const { random, ...situation } = input({ error, failures, random: () => 0.5 })
  return decideRetry(resolvePolicy(options, LIBRARY_DEFAULTS), { ...situation, maxAttempts }, random)
}

function ofKind(subcategory: string): OperationError {
  return { ...ERROR, subcategory }
}

test.each([
  ['network_timeout', 5, [1000, 2000, 4000, 8000, 16_000]],
  ['network_connection', 4, [2000, 4000, 8000, 16_000]],
  ['network_dns', 3, [5000, 10_000, 15_000]],
  ['resource_memory', 1, [5000]],
  ['resource_quota', 10, [60_000, 120_000, 240_000, 480_000, 960_000, 1_920_000, 3_600_000]],
  ['service_unavailable', 10, [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000]],
  ['service_rate_limit', 20, Array(20).fill(60_000)],
  ['service_maintenance', 6, [1000, 2000, 4000, 8000, 16_000, 32_000]],
])('an error of the kind %s is retried at most %d times, with the waits of its kind', (kind, most, delays) => {
  expect(delays.map((_, i) => decide({}, ofKind(kind), i + 1)?.delayMs)).toEqual(delays)
  expect(decide({}, ofKind(kind), most)).not.toBeNull()
  expect(decide({}, ofKind(kind), most + 1)).toBeNull()
})

test('an error nobody knows has the waits of the policy and no limit but that of the attempts', () => {
  expect(decide({}, UNKNOWN)).toEqual({ delayMs: 1000, strategy: 'exponential' })
  expect(decide({}, UNKNOWN, 999)).toEqual({ delayMs: 60_000, strategy: 'exponential' })
  expect(decide({}, UNKNOWN, 1000)).toBeNull()
})

test('the fewer of the attempts and the retries of the kind count, with an explicit strategy too', () => {
  expect(decide({}, ofKind('service_rate_limit'), 4, 4)).toBeNull()
  expect(decide({ strategy: 'fixed' }, ofKind('resource_memory'), 2)).toBeNull()
})

test('an error that is not worth a retry has none', () => {
  expect(decide({}, FATAL)).toBeNull()
})

test('explicit waits hold for every kind of error', () => {
  expect(decide(PLAIN, ofKind('service_rate_limit'))).toEqual({ delayMs: 1000, strategy: 'exponential' })
  expect(decide({ strategy: 'fixed', jitter: 0 }, ofKind('network_dns'))).toEqual({ delayMs: 1000, strategy: 'fixed' })
})

test.each([
  ['shorter than the computed wait: the computed one stays', 500, 1000, 'exponential'],
  ['longer: it wins', 8000, 8000, 'retry-after'],
  ['up to the longest wait', 10_000, 10_000, 'retry-after'],
  ['beyond it: the longest wait', 3_600_000, 10_000, 'retry-after'],
])('a Retry-After %s', (_case, retryAfterMs, delayMs, strategy) => {
  expect(decide(PLAIN, { ...UNKNOWN, retryAfterMs })).toEqual({ delayMs, strategy })
})

test('a Retry-After may lengthen the longest wait by five seconds', () => {
  expect(decide(PLAIN, { ...UNKNOWN, retryAfterMs: 60_000 }, 9)).toEqual({ delayMs: 15_000, strategy: 'retry-after' })
})

test.each<[string, PolicyOptions, string, number, number, string]>([
  ['shorter than a wait that nobody chose wins', {}, 'service_rate_limit', 2000, 2000, 'retry-after'],
  ['shorter than it, to the policy’s first wait', {}, 'service_rate_limit', 0, 1000, 'retry-after'],
  ['equal to it changes nothing', {}, 'service_rate_limit', 60_000, 60_000, 'fixed'],
  ['longer than it wins, five seconds beyond the longest wait', {}, 'service_rate_limit', 120_000, 65_000, 'retry-after'],
  ['longer than it wins, to the kind’s own longest wait', {}, 'service_unavailable', 200_000, 200_000, 'retry-after'],
  [
    'longer than it wins, to the policy’s longest wait',
    { strategy: 'category', maxDelay: '5m' },
    'service_rate_limit',
    120_000,
    120_000,
    'retry-after',
  ],
  [
    'beyond that is cut down to it',
    { strategy: 'category', maxDelay: '5m' },
    'service_rate_limit',
    900_000,
    300_000,
    'retry-after',
  ],
  ['shorter than the default wait of a kind without one changes nothing', { jitter: 0 }, 'unknown', 10, 1000, 'exponential'],
])('a Retry-After %s', (_case, options, kind, retryAfterMs, delayMs, strategy) => {
  expect(decide(options, { ...ofKind(kind), retryAfterMs })).toEqual({ delayMs, strategy })
})

test.each<[string, () => unknown]>([
  ['throws', () => fail()],
  ['answers NaN', () => Number.NaN],
  ['answers a negative number', () => -1],
  ['answers Infinity', () => Number.POSITIVE_INFINITY],
  ['answers text', () => '1000'],
  ['answers nothing', () => undefined],
  ['answers a promise', async () => 5],
  ['answers a promise that is rejected', async () => fail()],
])('when a strategy %s, the exponential waits step in', (_case, fn) => {
  const strategy = custom('odd', fn as () => number)
  expect(decide({ strategy }, UNKNOWN, 3)).toEqual({ delayMs: 4000, strategy: 'exponential' })
})

test.each<[() => unknown, string[]]>([
  [() => Number.NaN, ['answered NaN']],
  [() => -1, ['answered -1']],
  [() => '1000', ['answered a value of the type string']],
  [async () => 5, ['answered a promise']],
  [() => fail(), ['threw: no wait with password=[redacted]']],
  [() => 5, []],
])('what a strategy does wrong is told: %s', (fn, faults) => {
  const told: string[] = []
  const { random, ...situation } = input({ error: UNKNOWN })
  const policy = resolvePolicy({ strategy: custom('odd', fn as () => number) }, LIBRARY_DEFAULTS)
  waitBefore(policy, situation, random, (fault) => told.push(fault))
  decideRetry(policy, { ...situation, maxAttempts: 9 }, random, (fault) => told.push(fault))
  expect(told).toEqual([...faults, ...faults])
})

function fail(): never {
  throw new Error('no wait with password=hunter2')
}

test('a strategy of anybody’s code never waits longer than it says', () => {
  const strategy = { name: 'mine', maxMs: 2000, delay: () => 1e12 }
  expect(decide({ strategy }, UNKNOWN)).toEqual({ delayMs: 2000, strategy: 'mine' })
})

test('the wait after an interruption does not depend on the attempts left', () => {
  const { random, ...situation } = input({ failures: 4, error: { ...UNKNOWN, retryable: false } })
  expect(waitBefore(LIBRARY_DEFAULTS, situation, random)).toEqual({ delayMs: 8000, strategy: 'exponential' })
})

test('maxDelay bounds a strategy of the caller’s', () => {
  const strategy = exponential({ initial: '1s', jitter: 'none' })
  expect(decide({ strategy, maxDelay: '3s' }, UNKNOWN, 9)).toEqual({ delayMs: 3000, strategy: 'exponential' })
  expect(decide({ strategy, maxDelay: '3s' }, { ...UNKNOWN, retryAfterMs: 60_000 })?.delayMs).toBe(6000)
  const odd = { name: 'odd', maxMs: 1000, delay: () => Number.POSITIVE_INFINITY }
  expect(decide({ strategy: odd, maxDelay: '3s' }, UNKNOWN)).toEqual({ delayMs: 1000, strategy: 'exponential' })
})
