import type { FunctionPoliciesFragment } from '../../gql/graphql.ts'
import { compareTexts } from '../../text/compare.ts'
import { durationText } from '../../text/durations.ts'
import { countOf, countText } from '../../text/numbers.ts'

export type KnownFunction = FunctionPoliciesFragment

// Their waits grow by a rule of their own, or not at all.
const WITHOUT_FACTOR: readonly string[] = ['fixed', 'linear', 'fibonacci', 'decorrelated']

function factorOf({ strategy, backoffFactor }: KnownFunction): number | null {
  return WITHOUT_FACTOR.includes(strategy) ? null : (backoffFactor ?? null)
}

function longestWaitOf({ strategy, maxDelay }: KnownFunction): number | null {
  return strategy === 'fixed' ? null : (maxDelay ?? null)
}

/** How a function is retried and bounded, each in a few words, as a line of the list has room for. */
export function policyParts(known: KnownFunction): readonly string[] {
  const { name, maxAttempts, timeout, deadline, concurrency, retryBudget, circuitBreaker } = known
  return [
    maxAttempts === 1 ? '1 attempt, no retries' : countOf(maxAttempts, 'attempt'),
    ...(maxAttempts === 1 ? [] : [waitsText(known)]),
    ...(timeout == null ? [] : [`${durationText(timeout)} an attempt`]),
    ...(deadline == null ? [] : [`${durationText(deadline)} in all`]),
    ...(concurrency == null ? [] : [`${countText(concurrency)} at once`]),
    ...(retryBudget == null ? [] : [`budget ${countText(retryBudget.tokens)} of ${countText(retryBudget.capacity)}`]),
    ...(circuitBreaker == null
      ? []
      : [circuitBreaker.scope === name ? 'circuit breaker' : `circuit breaker ${circuitBreaker.scope}`]),
  ]
}

/** `exponential waits, 2s × 2 up to 5m`. */
export function waitsText(known: KnownFunction): string {
  const { strategy, initialDelay } = known
  const backoffFactor = factorOf(known)
  const maxDelay = longestWaitOf(known)
  const name = strategy === 'category' ? 'waits by kind of error' : `${strategy} waits`
  if (initialDelay == null) return name
  const grows = backoffFactor !== null && backoffFactor !== 1 && (maxDelay === null || maxDelay > initialDelay)
  const factor = !grows ? '' : ` × ${backoffFactor}`
  const end = maxDelay === null || maxDelay <= initialDelay ? '' : ` up to ${durationText(maxDelay)}`
  return `${name}, ${durationText(initialDelay)}${factor}${end}`
}

export interface PolicyFact {
  readonly name: string
  readonly value: string
  readonly meaning: string
}

/** All of its policies, with what each means. */
export function policyFacts(known: KnownFunction): readonly PolicyFact[] {
  const { maxAttempts, strategy, timeout, deadline, concurrency, jitter, whenOpen, retryBudget } = known
  const limit = (ms: number | null | undefined) => (ms == null ? 'none' : durationText(ms))
  const byKind = strategy === 'category' ? 'by the kind of error' : 'its own'
  return [
    {
      name: 'Attempts',
      value: countText(maxAttempts),
      meaning: `In a round; ${countOf(maxAttempts - 1, 'retry', 'retries')} after the first.`,
    },
    {
      name: 'Strategy',
      value: strategy === 'category' ? 'by kind of error' : strategy,
      meaning: 'Decides the waits between attempts.',
    },
    {
      name: 'First wait',
      value: known.initialDelay == null ? byKind : durationText(known.initialDelay),
      meaning: 'After the first failure.',
    },
    ...waitGrowth(known, byKind),
    { name: 'Jitter', value: jitter ?? byKind, meaning: 'Spreads the waits, so that not all try at once.' },
    { name: 'Timeout', value: limit(timeout), meaning: 'Of one attempt.' },
    { name: 'Deadline', value: limit(deadline), meaning: 'Of all attempts of a round together.' },
    {
      name: 'Concurrency',
      value: concurrency == null ? 'as the server' : countText(concurrency),
      meaning: 'Attempts at once on this server.',
    },
    {
      name: 'Retry budget',
      value: retryBudget == null ? 'none' : `${countText(retryBudget.tokens)} of ${countText(retryBudget.capacity)} tokens`,
      meaning:
        retryBudget == null
          ? 'Bounds the retries of all operations together.'
          : `Scope ${retryBudget.scope}: a retry takes a token, a success gives some back.`,
    },
    ...(whenOpen == null
      ? []
      : [
          {
            name: 'While its breaker is open',
            value: whenOpen === 'WAIT' ? 'operations wait' : 'operations end',
            meaning:
              whenOpen === 'WAIT' ? 'Until attempts are permitted again.' : 'Failed before the first attempt, else exhausted.',
          },
        ]),
  ]
}

function waitGrowth(known: KnownFunction, otherwise: string): readonly PolicyFact[] {
  const factor = factorOf(known)
  const longest = longestWaitOf(known)
  const growth = { name: 'Growth', value: factor === null ? otherwise : `× ${factor}`, meaning: 'Of each further wait.' }
  const end = {
    name: 'Longest wait',
    value: longest === null ? otherwise : durationText(longest),
    meaning: 'However many failed.',
  }
  if (known.strategy === 'fixed') return []
  return WITHOUT_FACTOR.includes(known.strategy) ? [end] : [growth, end]
}

/** Those whose name or description holds the text; those that people start come before the system's own. */
export function listed(functions: readonly KnownFunction[], search: string): readonly KnownFunction[] {
  const wanted = search.trim().toLowerCase()
  return functions
    .filter(({ name, description }) => `${name}\n${description ?? ''}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(a.internal) - Number(b.internal) || compareTexts(a.name, b.name))
}
