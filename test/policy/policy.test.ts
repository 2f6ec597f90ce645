import { expect, test } from 'vitest'
import { LIBRARY_DEFAULTS, resolvePolicy } from '../../src/policy/policy.ts'

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
    },
    LIBRARY_DEFAULTS,
  )

  expect(policy).toEqual({
    maxAttempts: 1,
    backoff: { initialMs: 500, factor: 3, maxMs: 60_000, jitter: 0 },
    timeoutMs: 30_000,
    deadlineMs: 3_600_000,
    concurrency: 2,
    maxInterruptions: 5,
    breaker: null,
  })
})

test('a first wait beyond the default longest one lifts it', () => {
  expect(resolvePolicy({ initialDelay: '2m' }, LIBRARY_DEFAULTS).backoff.maxMs).toBe(120_000)
})

test.each([
  [{ maxRetries: 1.5 }, 'maxRetries'],
  [{ maxRetries: 1001 }, 'maxRetries'],
  [{ backoffFactor: Number.POSITIVE_INFINITY }, 'backoffFactor'],
  [{ jitter: 1.1 }, 'jitter'],
  [{ initialDelay: -1 }, 'initialDelay'],
  [{ initialDelay: '10s', maxDelay: '9s' }, 'maxDelay'],
  [{ timeout: 0.5 }, 'timeout'],
  [{ deadline: '0s' }, 'deadline'],
  [{ concurrency: 10_001 }, 'concurrency'],
  [{ maxInterruptions: 0 }, 'maxInterruptions'],
  [{ maxRetries: '3' as never }, 'maxRetries'],
])('%o is refused and the option named', (options, field) => {
  expect(() => resolvePolicy(options, LIBRARY_DEFAULTS)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
})
