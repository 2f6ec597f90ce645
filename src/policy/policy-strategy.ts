import { InvalidInputError } from '../operation/errors.ts'
import { type Delays, noLonger } from './delays.ts'
import { NAMED_STRATEGIES, type NamedStrategy } from './named-strategies.ts'
import type { Strategy } from './strategy.ts'

/** `category`: each error's category knows how long to wait. */
export type StrategyName = NamedStrategy | 'category'

/** What decides a policy's waits. */
export interface ChosenStrategy {
  /** Null: the error's category decides. */
  readonly strategy: Strategy | null
  /** The name it was made by, so that other delays make another of the same kind; null for a value of the caller's. */
  readonly strategyName: StrategyName | null
}

const DELAY_OPTIONS = ['initialDelay', 'backoffFactor', 'maxDelay', 'jitter'] as const
type DelayOption = (typeof DELAY_OPTIONS)[number]
type Options = { readonly [K in DelayOption]?: unknown } & { readonly strategy?: Strategy | StrategyName }

/**
 * An explicit strategy wins. Without one, delay options mean the kind of strategy that the defaults name, or exponential
 * waits: who says how long to wait does not want a category to know better. Else the defaults hold.
 *
 * @throws InvalidInputError naming `strategy` when it is none, or a delay option that would have no effect on it
 */
export function chooseStrategy(options: Options, delays: Delays, defaults: ChosenStrategy): ChosenStrategy {
  const given = DELAY_OPTIONS.filter((name) => options[name] !== undefined)
  const { strategy } = options
  if (strategy === undefined) {
    if (given.length === 0) return defaults
    return byName(defaults.strategyName === 'category' ? 'exponential' : (defaults.strategyName ?? 'exponential'), delays)
  }
  if (typeof strategy === 'string') {
    const chosen = byName(strategy, delays)
    if (strategy !== 'category') mustHaveEffect(given, NAMED_STRATEGIES[strategy].without, strategy)
    return chosen
  }
  mustHaveEffect(given, ['initialDelay', 'backoffFactor', 'jitter'], 'a strategy of your own; give it to the strategy')
  const own = checkStrategy(strategy)
  return { strategy: given.includes('maxDelay') ? capped(own, delays.maxMs) : own, strategyName: null }
}

function byName(name: StrategyName, delays: Delays): ChosenStrategy {
  if (name === 'category') return { strategy: null, strategyName: name }
  if (!Object.hasOwn(NAMED_STRATEGIES, name)) throw noStrategy(JSON.stringify(name))
  return { strategy: NAMED_STRATEGIES[name].make(delays), strategyName: name }
}

/** An option that is accepted and then ignored deceives whoever set it. */
function mustHaveEffect(given: readonly DelayOption[], without: readonly DelayOption[], strategy: string): void {
  const useless = given.find((name) => without.includes(name))
  if (useless === undefined) return
  throw new InvalidInputError(`${useless} has no effect on the strategy ${strategy}; leave it out`, { field: useless })
}

function checkStrategy(strategy: Strategy): Strategy {
  const { name, maxMs, delay } = (strategy ?? {}) as Partial<Strategy>
  if (typeof name === 'string' && name !== '' && typeof delay === 'function' && isWait(maxMs)) return strategy
  throw noStrategy('no strategy')
}

function isWait(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && Number.isFinite(ms)
}

function noStrategy(what: string): InvalidInputError {
  const names = ['category', ...Object.keys(NAMED_STRATEGIES)].join(', ')
  return new InvalidInputError(`strategy is ${what}; use one of ${names}, or a value such as exponential()`, {
    field: 'strategy',
  })
}

/** The same strategy, never waiting longer. */
function capped(strategy: Strategy, maxMs: number): Strategy {
  const delay: Strategy['delay'] = (input) => noLonger(strategy.delay(input), maxMs)
  return Object.freeze({ name: strategy.name, maxMs: Math.min(maxMs, strategy.maxMs), delay })
}
