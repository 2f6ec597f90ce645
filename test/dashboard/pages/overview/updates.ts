import type { Update } from '../../../../src/dashboard/pages/overview/running.ts'

/** An update of an operation; what is not said is ordinary. */
export function update(changes: Partial<Update>): Update {
  return {
    cursor: 'cursor',
    type: 'attempt_started',
    operationId: 'op-1',
    state: 'IN_PROGRESS',
    attempt: 1,
    maxAttempts: 3,
    nextAttemptAt: null,
    error: null,
    progress: null,
    ...changes,
  }
}
