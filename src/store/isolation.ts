import type { Change } from '../operation/change.ts'
import { StoreUnavailableError } from '../operation/errors.ts'
import type { CommitAnswer } from '../operation/store.ts'

/** The end of a transaction is not known: it may have been written. */
export class UnknownOutcomeError extends Error {
  constructor(message: string, options: ErrorOptions) {
    super(message, options)
    this.name = 'UnknownOutcomeError'
  }
}

/**
 * Runs one transaction for a batch. It resolves with an answer per change once durable; it throws when nothing was
 * written: StoreUnavailableError when no transaction can be written now, any other error when a change is at fault;
 * or UnknownOutcomeError.
 */
export type Transact = (changes: readonly Change[]) => Promise<readonly CommitAnswer[]>

/** Commits a batch; when a change breaks its transaction, it is found by halves, and its neighbours are written. */
export async function commitIsolated(changes: readonly Change[], transact: Transact): Promise<readonly CommitAnswer[]> {
  try {
    return await transact(changes)
  } catch (error) {
    if (error instanceof StoreUnavailableError) return changes.map(() => ({ kind: 'unavailable', error }))
    if (error instanceof UnknownOutcomeError) return changes.map(() => ({ kind: 'unknown', error }))
    if (changes.length === 1) return [{ kind: 'rejected', error: error instanceof Error ? error : new Error(String(error)) }]
    const middle = changes.length >> 1
    const first = await commitIsolated(changes.slice(0, middle), transact)
    const second = await commitIsolated(changes.slice(middle), transact)
    return [...first, ...second]
  }
}
