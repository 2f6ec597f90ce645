import type { AttemptWrite, Change } from '../../src/operation/change.ts'
import { creation } from '../../src/operation/creation.ts'
import type { Operation } from '../../src/operation/operation.ts'
import type { OperationState } from '../../src/operation/state.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { beginning, changeBy, failure, pendingOperation } from '../changes.ts'

/** The instant at which everything is asked; fixed, so that a file can be kept. */
export const NOW = Date.UTC(2026, 0, 1)
export const FUNCTIONS = ['download', 'convert', 'index', 'notify'] as const

const DAY_MS = 86_400_000
// Of each 50 operations of a function. Every state fills a page of the small store too: pages of equal length compare.
const STATES: readonly OperationState[] = (
  ['pending', 'in_progress', 'recovering', 'paused', 'failed', 'exhausted', 'cancelled'] as const
)
  .flatMap((state): OperationState[] => [state, state, state])
  .concat(Array.from({ length: 29 }, () => 'success'))

/**
 * The i-th of `count` operations, the same each time: created evenly over the 30 days before NOW, most of them
 * finished, half of the waiting ones due. It is reached through the domain's own transitions.
 */
export function storedOperation(i: number, count: number): Change {
  const random = seededRandom(i)
  const functionName = FUNCTIONS[i % FUNCTIONS.length] as string
  const state = STATES[Math.floor(i / FUNCTIONS.length) % STATES.length] as OperationState
  const createdAt = Math.floor(NOW - 30 * DAY_MS + (29 * DAY_MS * i) / count)
  const lastAt = createdAt + Math.floor(random() * DAY_MS)
  const dueAt = Math.floor(NOW + (random() - 0.5) * DAY_MS)
  const pending = pendingOperation(i, {
    functionName,
    createdAt,
    priority: Math.floor(random() * 5) - 2,
    ...(state === 'pending' ? { runAt: dueAt } : {}),
    // A retry beyond the deadline would exhaust the operation instead of leaving it recovering.
    ...(state === 'recovering' || random() < 0.5 ? {} : { deadlineMs: Math.floor((1 + random() * 29) * DAY_MS) }),
  })
  const begun = beginning(pending, i, Math.max(createdAt, pending.dueAt))
  switch (state) {
    case 'pending':
      return creation(pending)
    case 'in_progress':
      return asOne(begun)
    case 'recovering':
      return asOne(begun, failure(begun.operation, lastAt, true, dueAt - lastAt))
    case 'failed':
    case 'exhausted':
      return asOne(begun, failure(begun.operation, lastAt, state === 'exhausted', null))
    case 'success':
      return asOne(begun, changeBy(begun.operation, { type: 'complete', token: tokenOf(begun), result: { bytes: i } }, lastAt))
    case 'paused':
      return asOne(begun, changeBy(begun.operation, { type: 'pause', actor: null }, lastAt))
    case 'cancelled':
      return asOne(begun, changeBy(begun.operation, { type: 'cancel', actor: null, reason: null }, lastAt))
  }
}

function tokenOf({ operation }: Change): string {
  return operation.token ?? ''
}

/** One change that writes an operation as its first attempt left it: so a million take a minute and not ten. */
function asOne(begun: Change, end: Change = begun): Change {
  return {
    ...creation(begun.before as Parameters<typeof creation>[0]),
    operation: end.operation,
    attempt: attemptAfter(begun.attempt, end.attempt),
    event: end.event,
  }
}

function attemptAfter(begun: AttemptWrite | null, end: AttemptWrite | null): AttemptWrite | null {
  if (begun?.kind !== 'begin' || end?.kind !== 'update') return begun
  const { outcome, finishedAt, error } = end
  return { kind: 'begin', attempt: { ...begun.attempt, outcome, finishedAt, error } }
}

/** The i-th of them as the store holds it. */
export function operationAt(i: number, count: number): Operation {
  return storedOperation(i, count).operation
}
