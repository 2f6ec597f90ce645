import { decorrelatedOf } from './decorrelated.ts'
import type { Delays } from './delays.ts'
import { exponentialOf } from './exponential.ts'
import { fibonacciOf } from './fibonacci.ts'
import { fixedOf } from './fixed.ts'
import { learnedOf } from './learned.ts'
import { linearOf } from './linear.ts'
import type { Strategy } from './strategy.ts'

/** What a name makes of a policy's delays, and which of the delay options have no effect on it. */
interface Named {
  readonly make: (delays: Delays) => Strategy
  readonly without: readonly ('backoffFactor' | 'jitter')[]
}

/** The strategies that can be named in a policy. */
export const NAMED_STRATEGIES = {
  fixed: { make: fixedOf, without: ['backoffFactor'] },
  linear: { make: (delays) => linearOf(delays), without: ['backoffFactor'] },
  exponential: { make: exponentialOf, without: [] },
  fibonacci: { make: fibonacciOf, without: ['backoffFactor'] },
  decorrelated: { make: decorrelatedOf, without: ['backoffFactor', 'jitter'] },
  learned: { make: learnedOf, without: ['jitter'] },
} as const satisfies Record<string, Named>

export type NamedStrategy = keyof typeof NAMED_STRATEGIES
