import { expect, test } from 'vitest'
import {
  type KnownFunction,
  listed,
  policyFacts,
  policyParts,
  waitsText,
} from '../../../../src/dashboard/pages/functions/policies.ts'

function known(parts: Partial<KnownFunction> = {}): KnownFunction {
  return {
    name: 'download',
    description: null,
    internal: false,
    maxAttempts: 6,
    strategy: 'exponential',
    initialDelay: 2000,
    backoffFactor: 2,
    maxDelay: 300_000,
    jitter: 'full',
    timeout: null,
    deadline: null,
    concurrency: null,
    whenOpen: null,
    circuitBreaker: null,
    retryBudget: null,
    activeOperations: 0,
    totalOperations: 0,
    lightCalls: 0,
    ...parts,
  }
}

const factsOf = (one: KnownFunction) => Object.fromEntries(policyFacts(one).map(({ name, value }) => [name, value]))

test('policies are told in a few words, and only those that are there', () => {
  expect(policyParts(known())).toEqual(['6 attempts', 'exponential waits, 2s × 2 up to 5m'])
  expect(policyParts(known({ maxAttempts: 1 }))).toEqual(['1 attempt, no retries'])
  const all = known({
    timeout: 30_000,
    deadline: 3_600_000,
    concurrency: 4,
    retryBudget: { scope: 's', tokens: 9, capacity: 10 },
    circuitBreaker: { scope: 'mail', state: 'CLOSED', forced: false, computedState: 'CLOSED' },
  })
  expect(policyParts(all).slice(2)).toEqual([
    '30s an attempt',
    '1h in all',
    '4 at once',
    'budget 9 of 10',
    'circuit breaker mail',
  ])
})

test('waits are told as the strategy makes them', () => {
  expect(waitsText(known({ strategy: 'category' }))).toBe('waits by kind of error, 2s × 2 up to 5m')
  expect(waitsText(known({ strategy: 'fixed' }))).toBe('fixed waits, 2s')
  expect(waitsText(known({ strategy: 'linear' }))).toBe('linear waits, 2s up to 5m')
  expect(waitsText(known({ backoffFactor: 1, maxDelay: 2000 }))).toBe('exponential waits, 2s')
  expect(waitsText(known({ initialDelay: 600_000, maxDelay: 600_000 }))).toBe('exponential waits, 10m')
  expect(waitsText(known({ strategy: 'mine', initialDelay: null }))).toBe('mine waits')
})

test('all policies are there in full', () => {
  expect(factsOf(known())).toMatchObject({ Attempts: '6', Growth: '× 2', 'Longest wait': '5m', Timeout: 'none', Jitter: 'full' })
  expect(factsOf(known({ strategy: 'fixed' }))).not.toHaveProperty('Growth')
  expect(factsOf(known({ strategy: 'linear' }))).toMatchObject({ 'Longest wait': '5m' })
  const own = factsOf(known({ strategy: 'mine', initialDelay: null, backoffFactor: null, maxDelay: null, jitter: null }))
  expect(own).toMatchObject({ 'First wait': 'its own', Growth: 'its own', Jitter: 'its own' })
  expect(factsOf(known({ whenOpen: 'WAIT' }))).toMatchObject({ 'While its breaker is open': 'operations wait' })
  expect(factsOf(known({ whenOpen: 'FAIL', retryBudget: { scope: 's', tokens: 1, capacity: 5 } }))).toMatchObject({
    'While its breaker is open': 'operations end',
    'Retry budget': '1 of 5 tokens',
  })
})

test('functions that people start come before those of the system, and are found by name and description', () => {
  const functions = [
    known({ name: 'a.system', internal: true }),
    known({ name: 'b', description: 'Sends Mail' }),
    known({ name: 'a' }),
  ]
  expect(listed(functions, '').map(({ name }) => name)).toEqual(['a', 'b', 'a.system'])
  expect(listed(functions, ' mail ').map(({ name }) => name)).toEqual(['b'])
})
