import type { Told } from '../../../../src/dashboard/pages/operations/list-terms.ts'

/** An operation as the server tells it; what is not said is ordinary. */
export function told(parts: Partial<Told> & { readonly id: string }): Told {
  return {
    functionName: 'download',
    state: 'PENDING',
    attempt: 0,
    maxAttempts: 6,
    failedAttempts: 0,
    recovered: false,
    priority: 0,
    createdAt: at(0),
    updatedAt: at(0),
    nextAttemptAt: null,
    availableActions: ['PAUSE', 'CANCEL'],
    progress: null,
    error: null,
    ...parts,
  }
}

/** The n-th second of a day. */
export function at(n: number): string {
  return new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString()
}
