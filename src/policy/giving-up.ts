import type { RetryLimit } from '../operation/command.ts'
import type { OperationError } from '../operation/operation-error.ts'
import { CATEGORY_DEFAULTS } from './category-defaults.ts'

/** What the remedies of errors that are retried begin with: untrue once the operation has ended. */
const PROMISE = /^It is tried again[^.:]*\.\s*/

/** The most retries of a round whose last failure is of this kind, whatever `maxRetries` allows; null: as many as that. */
export function retriesOfKind({ subcategory }: Pick<OperationError, 'subcategory'>): number | null {
  return CATEGORY_DEFAULTS.get(subcategory)?.maxRetries ?? null
}

/**
 * The error that an operation ends with although it could be retried: its remedy says which limit ended it, for that
 * need not be the number of attempts that the operation shows.
 */
export function givenUp(error: OperationError, limit: Exclude<RetryLimit, 'budget'>): OperationError {
  const advice = error.remedy.replace(PROMISE, '')
  return { ...error, remedy: `${reasonOf(error, limit)}: retry it when the cause is gone. ${advice}`.trimEnd() }
}

function reasonOf(error: OperationError, limit: Exclude<RetryLimit, 'budget'>): string {
  if (limit === 'max_retries') return 'All attempts were used up'
  if (limit === 'deadline') return 'The next attempt would have come after the deadline'
  const most = retriesOfKind(error)
  return `An error of the kind ${error.subcategory} is retried at most ${most === 1 ? 'once' : `${most} times`}, whatever maxRetries allows`
}
