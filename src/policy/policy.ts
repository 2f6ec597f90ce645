import type { Duration } from '../operation/duration.ts'
import { InvalidInputError } from '../operation/errors.ts'
import { type BreakerPolicy, type CircuitBreakerOptions, DEFAULT_BREAKER, resolveBreaker } from './breaker-settings.ts'
import { type Budget, type BudgetOptions, resolveBudget } from './budget.ts'
import { inRange, positiveDuration } from './checks.ts'
import type { Classifier } from './classifier.ts'
import { DEFAULT_DELAYS, type Delays, resolveDelays } from './delays.ts'
import type { Jitter } from './jitter.ts'
import { type ChosenStrategy, chooseStrategy, type StrategyName } from './policy-strategy.ts'
import type { Strategy } from './strategy.ts'

/** The options of a function that shape its policy; absent ones take the defaults. */
export interface PolicyOptions {
  /** Retries after the first attempt, 0 to 1000. An error's category may allow fewer. */
  readonly maxRetries?: number
  /** The wait after the first failure. */
  readonly initialDelay?: Duration
  /** By what each further wait grows, 1 to 100. */
  readonly backoffFactor?: number
  /** No wait is longer (a server's Retry-After may exceed it by up to 5 s over the computed wait). */
  readonly maxDelay?: Duration
  /** How each wait is spread: 0.1 means ±10 %. */
  readonly jitter?: Jitter
  /**
   * How long to wait: a strategy, or the name of one that is made with the delay options above.
   * `'category'`, the default: each error's category knows; what has none waits exponentially.
   * Delay options without a strategy mean `'exponential'`.
   */
  readonly strategy?: Strategy | StrategyName
  /** Bounds the retries of all operations of a scope together. Default: no such bound. */
  readonly budget?: boolean | BudgetOptions
  /** The longest an attempt may take, at least 1 ms; absent: no limit. */
  readonly timeout?: Duration
  /** The longest a round may take, at least 1 ms, counted from max(creation, runAt); absent: no limit. */
  readonly deadline?: Duration
  /** How many attempts of this function run at once on one server, 1 to 10,000; absent: only the engine's limit. */
  readonly concurrency?: number
  /** The death of the process that ends a round: the third, by default. 1 to 1000. */
  readonly maxInterruptions?: number
  /** When attempts are refused because too many failed; false: never. Default: 5 failures in a row, for 5 minutes. */
  readonly circuitBreaker?: CircuitBreakerOptions | false
  /**
   * Judges the function's errors before the engine's own tables do; of several, and before the defaults', the first
   * answer wins. See `patterns` for a list of patterns.
   */
  readonly classifier?: Classifier | readonly Classifier[]
}

/** A function's policy, checked and complete. Immutable. */
export interface Policy extends ChosenStrategy {
  readonly maxAttempts: number
  /** What named strategies are made of, and the exponential waits that step in for others. */
  readonly delays: Delays
  readonly budget: Budget | null
  readonly timeoutMs: number | null
  readonly deadlineMs: number | null
  readonly concurrency: number | null
  readonly maxInterruptions: number
  /** Null: no breaker. */
  readonly breaker: BreakerPolicy | null
  readonly classifiers: readonly Classifier[]
}

/** The library's defaults: 3 retries as the error's category says, or after 1 s, 2 s, 4 s, each ±10 %, at most 60 s. */
export const LIBRARY_DEFAULTS: Policy = {
  maxAttempts: 4,
  delays: DEFAULT_DELAYS,
  strategy: null,
  strategyName: 'category',
  budget: null,
  timeoutMs: null,
  deadlineMs: null,
  concurrency: null,
  maxInterruptions: 3,
  breaker: DEFAULT_BREAKER,
  classifiers: [],
}

/** What a policy is made of. */
export const POLICY_OPTIONS = {
  maxRetries: true,
  initialDelay: true,
  backoffFactor: true,
  maxDelay: true,
  jitter: true,
  strategy: true,
  budget: true,
  timeout: true,
  deadline: true,
  concurrency: true,
  maxInterruptions: true,
  circuitBreaker: true,
  classifier: true,
} as const satisfies Record<keyof PolicyOptions, true>

export const MAX_ATTEMPTS = 1001

const NAMES = { initial: 'initialDelay', factor: 'backoffFactor', max: 'maxDelay', jitter: 'jitter' } as const

/**
 * The policy that `options` describe over `defaults`.
 *
 * @throws InvalidInputError naming the first option that is out of its range
 */
export function resolvePolicy(options: PolicyOptions, defaults: Policy): Policy {
  const { initialDelay: initial, backoffFactor: factor, maxDelay: max, jitter } = options
  const stated = Object.fromEntries(Object.entries({ initial, factor, max, jitter }).filter(([, value]) => value !== undefined))
  const delays = resolveDelays(stated, defaults.delays, NAMES)
  return {
    ...chooseStrategy(options, delays, defaults),
    maxAttempts: inRange(options.maxRetries, 'maxRetries', 0, MAX_ATTEMPTS - 1, defaults.maxAttempts - 1) + 1,
    delays,
    budget: resolveBudget(options.budget, defaults.budget),
    timeoutMs: positiveDuration(options.timeout, 'timeout', defaults.timeoutMs),
    deadlineMs: positiveDuration(options.deadline, 'deadline', defaults.deadlineMs),
    concurrency:
      options.concurrency === undefined ? defaults.concurrency : inRange(options.concurrency, 'concurrency', 1, 10_000, 1),
    maxInterruptions: inRange(options.maxInterruptions, 'maxInterruptions', 1, 1000, defaults.maxInterruptions),
    breaker: resolveBreaker(options.circuitBreaker, defaults.breaker),
    classifiers: [...classifiersOf(options.classifier), ...defaults.classifiers],
  }
}

function classifiersOf(given: PolicyOptions['classifier'] = []): readonly Classifier[] {
  const classifiers = typeof given === 'function' ? [given] : given
  if (Array.isArray(classifiers) && classifiers.every((one) => typeof one === 'function')) return classifiers
  throw new InvalidInputError('classifier must be a function, or a list of functions', { field: 'classifier' })
}
