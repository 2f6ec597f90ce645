import { expect, test } from 'vitest'
import { exponential } from '../../src/policy/exponential.ts'
import { LIBRARY_DEFAULTS, type PolicyOptions, resolvePolicy } from '../../src/policy/policy.ts'
import { waits } from './inputs.ts'

test('without options the defaults hold', () => {
  expect(resolvePolicy({}, LIBRARY_DEFAULTS)).toEqual(LIBRARY_DEFAULTS)
})

test('every option is taken over in its unit', () => {
  const policy = resolvePolicy(
    {
      maxRetries: 0,
      initialDelay: '500ms',
      backoffFactor: 3,
      maxDelay: '1m',
      jitter: 0,
      timeout: '30s',
      deadline: '1h',
      concurrency: 2,
      maxInterruptions: 5,
      circuitBreaker: false,
      budget: true,
    },
    LIBRARY_DEFAULTS,
  )

  expect(policy).toMatchObject({
    maxAttempts: 1,
    delays: { initialMs: 500, factor: 3, maxMs: 60_000, jitter: 0 },
    strategyName: 'exponential',
    budget: { capacity: 500 },
    timeoutMs: 30_000,
    deadlineMs: 3_600_000,
    concurrency: 2,
    maxInterruptions: 5,
    breaker: null,
    classifiers: [],
  })
})

test('a first wait beyond the default longest one lifts it', () => {
  expect(resolvePolicy({ initialDelay: '2m' }, LIBRARY_DEFAULTS).delays.maxMs).toBe(120_000)
})

/** The first waits that a function has over the options of its engine; null when the category decides. */
function waitsOf(options: PolicyOptions, defaults: PolicyOptions = {}): readonly number[] | null {
  const { strategy } = resolvePolicy(options, resolvePolicy({ jitter: 0, strategy: 'category', ...defaults }, LIBRARY_DEFAULTS))
  return strategy === null ? null : waits(strategy, 3)
}

test('who says nothing about waits leaves them to the category of the error', () => {
  expect(waitsOf({ maxRetries: 9 })).toBeNull()
  expect(waitsOf({ strategy: 'category', initialDelay: '3s' })).toBeNull()
})

test('who says how long to wait means exponential waits', () => {
  expect(waitsOf({ initialDelay: '3s' })).toEqual([3000, 6000, 12_000])
  expect(waitsOf({}, { strategy: 'exponential', initialDelay: '3s' })).toEqual([3000, 6000, 12_000])
})

test('a named strategy is made of the delay options, those of the engine included', () => {
  expect(waitsOf({ strategy: 'linear', initialDelay: '5s' })).toEqual([5000, 10_000, 15_000])
  expect(waitsOf({ strategy: 'fibonacci' }, { initialDelay: '3s' })).toEqual([3000, 3000, 6000])
  expect(waitsOf({ initialDelay: '5s' }, { strategy: 'linear' })).toEqual([5000, 10_000, 15_000])
})

test('a strategy of the caller’s wins over the delays of the engine, and delays of the function over that', () => {
  const own = exponential({ initial: '7s', jitter: 'none' })
  expect(waitsOf({ strategy: own }, { initialDelay: '3s', strategy: 'linear' })).toEqual([7000, 14_000, 28_000])
  const engine = resolvePolicy({ strategy: own }, LIBRARY_DEFAULTS)
  expect(resolvePolicy({ maxRetries: 1 }, engine).strategy).toBe(own)
  expect(resolvePolicy({ initialDelay: '3s' }, engine).strategyName).toBe('exponential')
})

test.each<[PolicyOptions, string]>([
  [{ maxRetries: 1.5 }, 'maxRetries'],
  [{ maxRetries: 1001 }, 'maxRetries'],
  [{ maxRetries: -1 }, 'maxRetries'],
  [{ backoffFactor: Number.POSITIVE_INFINITY }, 'backoffFactor'],
  [{ backoffFactor: Number.NaN }, 'backoffFactor'],
  [{ jitter: 1.1 }, 'jitter'],
  [{ jitter: 'lots' as never }, 'jitter'],
  [{ initialDelay: -1 }, 'initialDelay'],
  [{ initialDelay: 'a while' }, 'initialDelay'],
  [{ initialDelay: '10s', maxDelay: '9s' }, 'maxDelay'],
  [{ timeout: 0.5 }, 'timeout'],
  [{ deadline: '0s' }, 'deadline'],
  [{ concurrency: 10_001 }, 'concurrency'],
  [{ maxInterruptions: 0 }, 'maxInterruptions'],
  [{ maxRetries: '3' as never }, 'maxRetries'],
  [{ strategy: 'eventually' as never }, 'strategy'],
  [{ strategy: 'toString' as never }, 'strategy'],
  [{ strategy: null as never }, 'strategy'],
  [{ strategy: { name: 'half', delay: () => 1 } as never }, 'strategy'],
  [{ strategy: { name: 'odd', maxMs: -1, delay: () => 1 } }, 'strategy'],
  [{ strategy: exponential(), initialDelay: '1s' }, 'initialDelay'],
  [{ strategy: exponential(), jitter: 'full' }, 'jitter'],
  [{ strategy: 'fixed', backoffFactor: 2 }, 'backoffFactor'],
  [{ strategy: 'decorrelated', jitter: 'full' }, 'jitter'],
  [{ budget: { tokens: -5 } }, 'budget.tokens'],
  [{ classifier: 'network' as never }, 'classifier'],
  [{ classifier: [() => null, {}] as never }, 'classifier'],
])('%o is refused and the option named', (options, field) => {
  expect(() => resolvePolicy(options, LIBRARY_DEFAULTS)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})

test("a function's classifiers are asked before the defaults', in their order", () => {
  const [first, second, fallback] = [() => null, () => null, () => null]
  const defaults = resolvePolicy({ classifier: fallback }, LIBRARY_DEFAULTS)

  expect(resolvePolicy({ classifier: [first, second] }, defaults).classifiers).toEqual([first, second, fallback])
  expect(resolvePolicy({ classifier: first }, LIBRARY_DEFAULTS).classifiers).toEqual([first])
})
