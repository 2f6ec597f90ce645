import type { Change } from '../operation/change.ts'
import { RecoveryError, StoreUnavailableError } from '../operation/errors.ts'
import type { CommitAnswer, Store } from '../operation/store.ts'

/** Commits one change and answers what became of it. */
export async function commitOne(store: Store, change: Change): Promise<CommitAnswer> {
  const answers = await store.commit([change])
  return answers[0] as CommitAnswer
}

/** The error of an answer that neither wrote the change nor tells the caller to decide anew. */
export function commitFailure(
  answer: Exclude<CommitAnswer, { kind: 'committed' | 'conflict' | 'stale' | 'duplicate' }>,
): RecoveryError {
  if (answer.kind === 'unavailable') return answer.error
  if (answer.kind === 'unknown') {
    return new StoreUnavailableError(
      'The store did not say whether the change was written; read the operation before trying again',
      {
        cause: answer.error,
      },
    )
  }
  // An error of ours says itself what to do.
  if (answer.error instanceof RecoveryError) return answer.error
  return new RecoveryError('INTERNAL', 'The store refused the change; the log has the reason', { cause: answer.error })
}
