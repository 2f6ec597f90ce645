import type { NewOperation, Operation } from '../../src/operation/operation.ts'
import type { OperationFilter } from '../../src/operation/query.ts'
import type { Store } from '../../src/operation/store.ts'
import { ERROR } from '../operation/situations.ts'
import { begin, commit, complete, created, following, T0 } from './stores.ts'

export const ENDS = ['waits', 'exhausted', 'recovers', 'falls back'] as const

/** Commits a first attempt that failed, and what came of it. */
export async function failedOnce(
  store: Store,
  id: string,
  end: (typeof ENDS)[number],
  given: Partial<NewOperation> = {},
  now = T0,
): Promise<void> {
  const first = created(id, given, now)
  const begun = begin(first.operation, now)
  const token = begun.operation.token ?? ''
  const failure = { token, error: ERROR, timedOut: false }
  await commit(store, first, begun)
  if (end === 'falls back') {
    await commit(store, following(begun.operation, { type: 'complete', token, result: null, insteadOf: failure }, now))
    return
  }
  const retry = end === 'exhausted' ? null : { delayMs: 20 + (now % 3), strategy: 'fixed' }
  const failed = following(begun.operation, { type: 'fail', ...failure, retry }, now)
  await commit(store, failed)
  if (end !== 'recovers') return
  const again = begin(failed.operation, now + 30)
  await commit(store, again, complete(again.operation, now + 40))
}

/** Whether it meets the parts of a filter that ask how it went. */
export function meets(
  { state, failedAttempts, error }: Operation,
  { states, recovered, hasFailedAttempts }: OperationFilter,
): boolean {
  const hasRecovered = state === 'success' && failedAttempts > 0 && error === null
  return (
    (states?.includes(state) ?? true) &&
    (recovered ?? hasRecovered) === hasRecovered &&
    (hasFailedAttempts ?? failedAttempts > 0) === failedAttempts > 0
  )
}
