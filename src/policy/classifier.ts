import { parseDuration } from '../operation/duration.ts'
import type { OperationError } from '../operation/operation-error.ts'
import { describeError } from './describe-error.ts'
import type { BreakerOutcome } from './error-kinds.ts'
import { type Finding, findSignal, isPlainError, type Judgement, judgeByMessage } from './find-signal.ts'
import { redactText } from './redact.ts'
import { retryAfterMs } from './retry-after.ts'
import { isStrayPromise } from './stray-promise.ts'
import { chainOf, firstOf, type Link, messageOf, property } from './thrown.ts'
import { judged, readVerdict, type Verdict } from './verdict.ts'

/** Where an error happened. */
export interface ClassifyContext {
  readonly functionName: string
  /** Which attempt of its round failed, from 1. */
  readonly attempt: number
}

/**
 * Judges errors that the tables do not know, or judge wrongly for you: the first answer wins; null means no opinion.
 * Called once for each failed attempt with whatever was thrown. Synchronous; when it throws, it had no opinion.
 */
export type Classifier = (error: unknown, context: ClassifyContext) => Verdict | null | undefined

/** An error, described and judged. */
export interface Classified {
  /** As it is stored and shown; secrets are redacted. */
  readonly error: OperationError
  /** What the circuit breaker is told of the attempt. */
  readonly breaker: BreakerOutcome
  /** What decided, for people: such as `code ECONNREFUSED of the cause`. */
  readonly signal: string
  /** What user classifiers did wrong, for the log; it was ignored. */
  readonly faults: readonly string[]
}

const NOWHERE: ClassifyContext = { functionName: '', attempt: 1 }
const MAX_SIGNAL = 200

/**
 * Describes anything a function threw, for storing and for deciding: what it was, what kind of error that is, whether a
 * retry can mend it. Asks the classifiers first; then the error itself, which may carry a boolean `retryable`, a
 * `category`, a `remedy` and what the circuit `breaker` is to be told; then the tables.
 *
 * @param now the instant that a Retry-After date is compared with
 */
export function classify(
  thrown: unknown,
  now: number,
  classifiers: readonly Classifier[] = [],
  context: ClassifyContext = NOWHERE,
): Classified {
  const judgement = judge(thrown, now, classifiers, context)
  const { signal, faults } = judgement
  return {
    error: describe(thrown, judgement),
    breaker: judgement.kind.breaker,
    signal: redactText(signal.slice(0, MAX_SIGNAL)),
    faults,
  }
}

/** As `classify`, without the description: for whoever only has to decide, and fast. */
export function judge(thrown: unknown, now: number, classifiers: readonly Classifier[], context: ClassifyContext): Judgement {
  if (classifiers.length === 0 && isPlainError(thrown)) return judgeByMessage(thrown)
  const chain = chainOf(thrown)
  const faults: string[] = []
  const asked = ask(classifiers, thrown, context, faults)
  const tabled = withOwnWords(findSignal(chain, now), chain[0])
  const found = asked === null ? tabled : judged(tabled, asked.verdict, asked.signal)
  const wait = asked?.verdict.retryAfter
  const waitMs = wait === undefined ? firstOf(chain, (link) => retryAfterMs(link, now)) : parseDuration(wait, 'retryAfter')
  return { ...found, retryAfterMs: waitMs, faults }
}

/** Describes what was judged: what `classify` answers as its error. */
export function describe(thrown: unknown, { kind, confidence, retryAfterMs: wait }: Judgement): OperationError {
  const { breaker: _, ...judgement } = kind
  const remedy = redactText(judgement.remedy)
  return { ...describeError(chainOf(thrown)), ...judgement, remedy, confidence, retryAfterMs: wait }
}

interface Asked {
  readonly verdict: Verdict
  readonly signal: string
}

function ask(classifiers: readonly Classifier[], thrown: unknown, context: ClassifyContext, faults: string[]): Asked | null {
  for (const [index, classifier] of classifiers.entries()) {
    const signal = `classifier ${index + 1}`
    const fault = (why: string) => faults.push(redactText(`${signal} ${why}`))
    const verdict = readVerdict(answerOf(classifier, thrown, context, fault), fault)
    if (verdict !== null) return { verdict, signal }
  }
  return null
}

function answerOf(classifier: Classifier, thrown: unknown, context: ClassifyContext, fault: (why: string) => void): unknown {
  try {
    const answer: unknown = classifier(thrown, context)
    if (!isStrayPromise(answer)) return answer
    fault('answered a promise; a classifier must be synchronous')
  } catch (error) {
    fault(`threw: ${messageOf(error)}`)
  }
  return null
}

function withOwnWords(found: Finding, { value }: Link): Finding {
  const own = {
    category: property(value, 'category'),
    retryable: property(value, 'retryable'),
    remedy: property(value, 'remedy'),
    breaker: property(value, 'breaker'),
  }
  if (Object.values(own).every((word) => word === undefined)) return found
  // Others use these names for something else: what does not fit is not meant for us.
  const verdict = readVerdict(own, () => undefined)
  return verdict === null ? found : judged(found, verdict, 'what the error says of itself')
}
