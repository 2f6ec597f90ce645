import { type Duration, parseDuration } from '../operation/duration.ts'
import { ERROR_CATEGORIES, ERROR_SEVERITIES, type ErrorCategory, type ErrorSeverity } from '../operation/operation-error.ts'
import { type BreakerOutcome, type ErrorKind, kindOfCategory, kindOfSubcategory } from './error-kinds.ts'
import type { Finding } from './find-signal.ts'
import { messageOf, property } from './thrown.ts'

/**
 * What a classifier says about an error; what it leaves out is filled in. A subcategory or category stands for all that is
 * known of it: `{ category: 'validation' }` alone also means that it is not retried.
 */
export interface Verdict {
  readonly category?: ErrorCategory
  /** One of ours (`service_rate_limit`) or your own. */
  readonly subcategory?: string
  readonly severity?: ErrorSeverity
  /** How likely a retry mends it, from 0 to 1. Without `retryable`, above 0.5 means that it is retried. */
  readonly recoverability?: number
  /** How sure the classifier is, from 0 to 1. Default 1. */
  readonly confidence?: number
  readonly retryable?: boolean
  /** Not to be tried again before. */
  readonly retryAfter?: Duration
  /** What a person can do about it, in plain words. */
  readonly remedy?: string
  /** What the circuit breaker is told. */
  readonly breaker?: BreakerOutcome
}

const MAX_REMEDY = 1000
const MAX_SUBCATEGORY = 100
const OUTCOMES: readonly BreakerOutcome[] = ['success', 'ignored', 'failure']

interface Part {
  readonly allowed: string
  readonly fits: (value: unknown) => boolean
}

const SHARE: Part = {
  allowed: 'a number from 0 to 1',
  fits: (value) => typeof value === 'number' && value >= 0 && value <= 1,
}

const PARTS: Readonly<Record<keyof Verdict, Part>> = {
  category: oneOf(ERROR_CATEGORIES),
  subcategory: textUpTo(MAX_SUBCATEGORY),
  severity: oneOf(ERROR_SEVERITIES),
  recoverability: SHARE,
  confidence: SHARE,
  retryable: { allowed: 'true or false', fits: (value) => typeof value === 'boolean' },
  retryAfter: { allowed: 'a duration', fits: isDuration },
  remedy: textUpTo(MAX_REMEDY),
  breaker: oneOf(OUTCOMES),
}

function oneOf(values: readonly string[]): Part {
  return { allowed: `one of ${values.join(', ')}`, fits: (value) => values.includes(value as string) }
}

function textUpTo(length: number): Part {
  return {
    allowed: `a text of 1 to ${length} characters`,
    fits: (value) => typeof value === 'string' && value.length > 0 && value.length <= length,
  }
}

function isDuration(value: unknown): boolean {
  try {
    parseDuration(value as Duration, 'retryAfter')
    return true
  } catch {
    return false
  }
}

/**
 * The parts of an answer that can be used, or null when there is none. Reads each once, and never throws.
 *
 * @param fault told of each part that is ignored, and why
 */
export function readVerdict(answer: unknown, fault: (why: string) => void): Verdict | null {
  if (answer === null || answer === undefined) return null
  if (typeof answer !== 'object') {
    fault(`answered ${messageOf(answer).slice(0, 100)}; it must be an object, or null for no opinion`)
    return null
  }
  const parts: [string, unknown][] = []
  for (const [name, { allowed, fits }] of Object.entries(PARTS)) {
    const value = property(answer, name)
    if (value === undefined) continue
    if (fits(value)) parts.push([name, value])
    else fault(`answered a ${name} that is not ${allowed}; it is ignored`)
  }
  return parts.length === 0 ? null : (Object.fromEntries(parts) as Verdict)
}

/** What was found with the verdict laid over it. */
export function judged(found: Finding, verdict: Verdict, signal: string): Finding {
  const base = kindMeant(found.kind, verdict)
  const { confidence = 1, retryAfter: _, ...parts } = verdict
  const retryable = verdict.recoverability === undefined ? base.retryable : verdict.recoverability > 0.5
  return { kind: { ...base, retryable, ...parts }, confidence, signal }
}

function kindMeant(found: ErrorKind, { category, subcategory }: Verdict): ErrorKind {
  const close = subcategory === undefined ? undefined : kindOfSubcategory(subcategory)
  if (close !== undefined) return close
  return category === undefined || category === found.category ? found : kindOfCategory(category)
}
