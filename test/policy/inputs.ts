import fc from 'fast-check'
import type { DelayInput, Strategy } from '../../src/policy/strategy.ts'
import { ERROR } from '../operation/situations.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** The first failure of a round, but for what is given. */
export function input(parts: Partial<DelayInput> = {}): DelayInput {
  return { failures: 1, previousMs: null, elapsedMs: 0, error: ERROR, samples: [], random: () => 0.5, ...parts }
}

/** The first waits of a strategy. */
export function waits(strategy: Strategy, count: number): number[] {
  return Array.from({ length: count }, (_, i) => strategy.delay(input({ failures: i + 1 })))
}

const anyMs = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e10 }))

/** Any situation, reachable or not. */
export const anyInput: fc.Arbitrary<DelayInput> = fc
  .record({
    failures: fc.oneof(fc.integer({ min: -1, max: 100 }), fc.constantFrom(5000, 2 ** 31, Number.MAX_SAFE_INTEGER)),
    previousMs: fc.option(anyMs),
    elapsedMs: anyMs,
    samples: fc.array(anyMs, { maxLength: 50 }),
    seed: fc.integer(),
  })
  .map(({ seed, ...parts }) => input({ ...parts, random: seededRandom(seed) }))
