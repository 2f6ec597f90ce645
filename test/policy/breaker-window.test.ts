import { expect, test } from 'vitest'
import { rateOf, record } from '../../src/policy/breaker-window.ts'

test('the rate of a window without calls is none', () => {
  const call = { failed: true, slow: false }
  expect(rateOf([])).toBeNull()
  expect(rateOf(record([], { kind: 'calls', size: 2 }, call, 0))).toBe(1)
})
