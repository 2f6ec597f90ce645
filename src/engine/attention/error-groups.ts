import { createHash } from 'node:crypto'
import type { Failure } from '../../operation/failure.ts'
import type { ErrorCategory, ErrorSeverity } from '../../operation/operation-error.ts'
import { foldMessage, steadyPart } from '../../policy/fold-message.ts'

/** Operations of one function that ended for the same reason. */
export interface ErrorGroup {
  /** The same for the same reason, whenever it is asked for and whoever asks. */
  readonly key: string
  readonly functionName: string
  readonly category: ErrorCategory
  readonly subcategory: string
  readonly code: string | null
  /** Of the latest of them, as it may be shown. */
  readonly message: string
  readonly severity: ErrorSeverity
  readonly remedy: string
  readonly failed: number
  readonly exhausted: number
  readonly firstAt: number
  readonly latestAt: number
  /** The operation that ended last. */
  readonly latestId: string
  /** A text that the messages of all of them hold; null when they share none to search by. */
  readonly search: string | null
}

type Counted = { -readonly [K in keyof ErrorGroup]: ErrorGroup[K] }

/**
 * Groups failures by function, category, subcategory, code, and message without what is volatile in it: those with most
 * operations first.
 *
 * @param failures the latest first
 * @param shown what may be shown of a message; groups are made of that, so that they tell no more
 */
export function groupFailures(failures: readonly Failure[], shown: (message: string) => string): readonly ErrorGroup[] {
  const groups = new Map<string, Counted>()
  for (const failure of failures) {
    const message = shown(failure.error.message)
    const reason = reasonOf(failure, message)
    const group = groups.get(reason) ?? emptyGroup(failure, message, reason)
    group[failure.state] += 1
    group.firstAt = failure.at
    groups.set(reason, group)
  }
  return [...groups.values()].sort((a, b) => sizeOf(b) - sizeOf(a) || b.latestAt - a.latestAt)
}

function reasonOf({ functionName, error }: Failure, message: string): string {
  return JSON.stringify([functionName, error.category, error.subcategory, error.code, foldMessage(message)])
}

function emptyGroup({ id, functionName, at, error }: Failure, message: string, reason: string): Counted {
  const { category, subcategory, code, severity, remedy } = error
  return {
    key: createHash('sha256').update(reason).digest('base64url').slice(0, 16),
    functionName,
    category,
    subcategory,
    code,
    message,
    severity,
    remedy,
    failed: 0,
    exhausted: 0,
    firstAt: at,
    latestAt: at,
    latestId: id,
    search: steadyPart(message),
  }
}

/** How many operations a group counts. */
export function sizeOf({ failed, exhausted }: ErrorGroup): number {
  return failed + exhausted
}
