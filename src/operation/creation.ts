import type { Change } from './change.ts'
import { eventOf } from './event.ts'
import type { PendingOperation } from './operation.ts'

/** The change that writes a new operation: only when neither its id nor its idempotency key is taken. */
export function creation(operation: PendingOperation, actor: string | null = null): Change {
  return {
    operation,
    guard: { kind: 'absent' },
    before: null,
    writes: { state: true, progress: true, checkpoint: true, input: true },
    attempt: null,
    steps: [],
    event: eventOf('created', operation, { actor }),
    dispatch: { kind: 'enqueue', at: operation.dueAt },
  }
}
