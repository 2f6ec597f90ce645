import type { Random } from '../operation/clock.ts'
import type { Delay } from '../operation/command.ts'
import { CATEGORY_DEFAULTS } from './category-defaults.ts'
import { bounded, type Delays } from './delays.ts'
import { exponentialOf } from './exponential.ts'
import { retriesOfKind } from './giving-up.ts'
import type { Policy } from './policy.ts'
import { redactText } from './redact.ts'
import type { DelayInput, Strategy } from './strategy.ts'
import { isStrayPromise } from './stray-promise.ts'
import { messageOf } from './thrown.ts'

/** A server's Retry-After may lengthen a wait by this much even beyond the longest one. */
const RETRY_AFTER_SLACK_MS = 5000
const MAX_FAULT = 1000

type Waits = Pick<Policy, 'strategy' | 'delays'>

/** Told what a strategy of the caller's did wrong: it was replaced. */
export type OnStrategyFault = (fault: string) => void

/** What is known when an attempt has ended without success. */
export type WaitSituation = Omit<DelayInput, 'random'>

export interface RetrySituation extends WaitSituation {
  /** Attempts that the round may have. */
  readonly maxAttempts: number
}

/**
 * Whether there is another attempt after a failure, and the wait before it; null when there is none: the error is not
 * worth it, or the round has had its attempts (`maxAttempts`) or the retries of the error's category, whichever are fewer.
 */
export function decideRetry(policy: Waits, situation: RetrySituation, random: Random, fault?: OnStrategyFault): Delay | null {
  const { error, failures, maxAttempts } = situation
  const ofKind = retriesOfKind(error) ?? Number.POSITIVE_INFINITY
  if (!error.retryable || failures >= maxAttempts || failures > ofKind) return null
  return waitBefore(policy, situation, random, fault)
}

/**
 * How long to wait before the next attempt, and what chose it: the policy's strategy; without one, that of the error's
 * category.
 *
 * A Retry-After wins over the computed wait, within [computed, max(computed + 5 s, the longest wait)]: it never makes us
 * impatient, nor lets a server park us for ever. Where nobody chose the waits (they are the category's), the server knows
 * better than our tables in both directions: it may shorten them down to the policy's `initialDelay`, and lengthen them up
 * to the policy's `maxDelay` when the category's own longest wait is less.
 */
export function waitBefore(
  { strategy, delays }: Waits,
  situation: WaitSituation,
  random: Random,
  fault?: OnStrategyFault,
): Delay {
  const { error } = situation
  const input = { ...situation, random }
  const chosen = strategy ?? CATEGORY_DEFAULTS.get(error.subcategory)?.strategy ?? null
  const delayMs = chosen === null ? null : waitOf(chosen, input, fault)
  const isOurs = strategy === null
  if (chosen !== null && delayMs !== null) return asAsked(chosen, delayMs, error.retryAfterMs, isOurs ? delays : null)
  const fallback = exponentialOf(delays)
  return asAsked(fallback, fallback.delay(input), error.retryAfterMs, isOurs ? delays : null)
}

/** @param bounds of waits that nobody chose */
function asAsked({ name, maxMs }: Strategy, delayMs: number, retryAfterMs: number | null, bounds: Delays | null): Delay {
  const leastMs = Math.min(delayMs, bounds?.initialMs ?? delayMs)
  const mostMs = Math.max(delayMs + RETRY_AFTER_SLACK_MS, maxMs, bounds?.maxMs ?? 0)
  const askedMs = retryAfterMs === null ? delayMs : Math.min(Math.max(retryAfterMs, leastMs), mostMs)
  return { delayMs: askedMs, strategy: askedMs === delayMs ? name : 'retry-after' }
}

/** What the strategy answers, or null when that is no wait: a strategy may be anybody's code. */
function waitOf(strategy: Strategy, input: DelayInput, fault: OnStrategyFault | undefined): number | null {
  try {
    const answer: unknown = strategy.delay(input)
    if (typeof answer === 'number' && Number.isFinite(answer) && answer >= 0) return bounded(answer, strategy.maxMs)
    // Also when nobody wants to know: it must not reject unhandled.
    const words = isStrayPromise(answer) ? 'a promise' : wordsOf(answer)
    fault?.(`answered ${words}`)
  } catch (error) {
    fault?.(`threw: ${redactText(messageOf(error).slice(0, MAX_FAULT))}`)
  }
  return null
}

function wordsOf(answer: unknown): string {
  return typeof answer === 'number' ? String(answer) : `a value of the type ${typeof answer}`
}
